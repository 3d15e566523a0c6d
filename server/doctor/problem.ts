/** Something that is not as it must be, and what to do about it. */
export interface Problem {
  readonly what: string;
  readonly mend: string;
}

/** What was looked at; all is well with it if there are no problems. */
export interface Finding {
  readonly title: string;
  readonly problems: readonly Problem[];
}

/** How a survey mail is worded. Words in braces stand for what differs by mail. */
export interface SurveyMailText {
  readonly subject: string;
  readonly text: string;
}

/** What can stand in braces, and what it stands for. */
export const MAIL_WORDS = {
  name: 'First name of who is asked',
  about: 'What it is about, such as a ticket, in brackets; nothing where that was not said',
  asks: 'The name of this workspace',
  good: 'The link that ticks “Good”',
  soso: 'The link that ticks “So-so”',
  bad: 'The link that ticks “Bad”',
  link: 'The link without an answer ticked',
} as const;

export const DEFAULT_SURVEY_MAIL: SurveyMailText = {
  subject: 'How did we do{about}?',
  text: `Hello {name},

How did we do{about}? One click is enough:

Good: {good}
So-so: {soso}
Bad: {bad}

Thank you,
{asks}`,
};

/** What differs by mail. */
export interface SurveyMailFacts {
  readonly link: string;
  /** Who is asked; null: somebody at the company. */
  readonly contact: string | null;
  readonly about: string | null;
  readonly asks: string;
}

/**
 * A mail as it goes out. Nobody's name leaves no gap ("Hello,"), and the subject is one line. A word in braces that is none of ours
 * stays as it is typed.
 */
export function surveyMail(
  wording: SurveyMailText,
  { link, contact, about, asks }: SurveyMailFacts,
): SurveyMailText {
  const words: Record<keyof typeof MAIL_WORDS, string> = {
    name: contact?.trim().split(/\s+/)[0] ?? '',
    about: about === null ? '' : ` (${about})`,
    asks,
    good: `${link}?answer=positive`,
    soso: `${link}?answer=neutral`,
    bad: `${link}?answer=negative`,
    link,
  };
  const filled = (text: string) =>
    (words.name === '' ? text.replace(/ ?\{name\}/g, '') : text).replace(
      /\{(\w+)\}/g,
      (whole, word: string) => (Object.hasOwn(words, word) ? words[word as keyof typeof words] : whole),
    );
  return { subject: filled(wording.subject).replace(/\s+/g, ' ').trim(), text: filled(wording.text) };
}

/** What is wrong with a wording, as a sentence; null: nothing. A mail without any link asks for nothing. */
export function surveyMailProblem({ text }: SurveyMailText): string | null {
  if (text.includes('{link}')) return null;
  const missing = ['good', 'soso', 'bad'].filter((word) => !text.includes(`{${word}}`));
  if (missing.length === 0) return null;
  return 'The text needs {link}, or all of {good}, {soso} and {bad}.';
}

/** What a cell of the bundle may hold (docs/portfolio-format.md). An empty cell means "not set", whatever the type. */
export type CellType =
  /** At most 100,000 characters. */
  | { readonly kind: 'text' }
  /** Text that rows are found by, so it stands in an index: at most 1,200 bytes as UTF-8. */
  | { readonly kind: 'identifier' }
  /** Currency units with at most two places, up to 10^13 in size. Stored as whole cents. */
  | { readonly kind: 'money'; readonly negative: boolean }
  | { readonly kind: 'decimal'; readonly least?: '0' | 'above 0'; readonly most?: '100' }
  /** A whole number from 0 to `most`. */
  | { readonly kind: 'integer'; readonly most: number }
  | { readonly kind: 'date' }
  /** A time zone by its IANA name. */
  | { readonly kind: 'timeZone' }
  /** An instant, RFC 3339; kept to the microsecond, without the offset it was written with. */
  | { readonly kind: 'time' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'oneOf'; readonly values: readonly string[] }
  | { readonly kind: 'pattern'; readonly pattern: RegExp; readonly expected: string }
  /** A set of texts. */
  | { readonly kind: 'list' }
  /** What tells a row of another file apart (its key, or its name); `or` is a word that may stand instead. */
  | { readonly kind: 'reference'; readonly to: string; readonly or?: string }
  /** A set of keys of rows of another file, kept in the table `through`, where `column` holds the key. */
  | { readonly kind: 'references'; readonly to: string; readonly through: string; readonly column: string }
  /** `upTo:points` pairs in their order; the last one, and only that, has no upTo. */
  | { readonly kind: 'pointsBands' }
  /** `points:label` pairs in their order. */
  | { readonly kind: 'choices' }
  /** `points:color:label` triples in their order. */
  | { readonly kind: 'answers' }
  /** A decimal number, or true/false. */
  | { readonly kind: 'factValue' };

/** A column as a file declares it: what its cells hold, and whether the format marks it with *. */
export interface ColumnSpec {
  readonly type: CellType;
  readonly required: boolean;
}

export function required(spec: ColumnSpec): ColumnSpec {
  return { ...spec, required: true };
}

const optional = (type: CellType): ColumnSpec => ({ type, required: false });

export const text = optional({ kind: 'text' });
export const identifier = required(optional({ kind: 'identifier' }));
export const money = optional({ kind: 'money', negative: false });
export const signedMoney = optional({ kind: 'money', negative: true });
export const decimal = optional({ kind: 'decimal' });
export const notNegative = optional({ kind: 'decimal', least: '0' });
export const aboveZero = optional({ kind: 'decimal', least: 'above 0' });
/** 0–100. */
export const percent = optional({ kind: 'decimal', least: '0', most: '100' });
export const count = optional({ kind: 'integer', most: Number.MAX_SAFE_INTEGER });
export const days = optional({ kind: 'integer', most: 2_147_483_647 });
export const year = optional({ kind: 'integer', most: 9999 });
export const date = optional({ kind: 'date' });
export const time = optional({ kind: 'time' });
export const timeZone = optional({ kind: 'timeZone' });
export const boolean = optional({ kind: 'boolean' });
export const list = optional({ kind: 'list' });
export const pointsBands = optional({ kind: 'pointsBands' });
export const choices = optional({ kind: 'choices' });
export const answers = optional({ kind: 'answers' });
export const factValue = optional({ kind: 'factValue' });
export const quarter = optional({
  kind: 'pattern',
  pattern: /^\d{4}-Q[1-4]$/,
  expected: 'a quarter such as 2026-Q4',
});
/** Of a file's bytes. */
export const sha256 = optional({
  kind: 'pattern',
  pattern: /^[0-9a-f]{64}$/,
  expected: 'a SHA-256: 64 hexadecimal digits in lower case',
});
/** On the clocks of the workspace's time zone. */
export const timeOfDay = optional({
  kind: 'pattern',
  pattern: /^([01]\d|2[0-3]):[0-5]\d$/,
  expected: 'a time of day such as 14:30',
});
export const currency = optional({
  kind: 'pattern',
  pattern: /^[A-Z]{3}$/,
  expected: 'a currency of ISO 4217 such as USD',
});

export function oneOf(...values: readonly string[]): ColumnSpec {
  return optional({ kind: 'oneOf', values });
}

export function reference(to: string): ColumnSpec {
  return optional({ kind: 'reference', to });
}

export function referenceOr(to: string, or: string): ColumnSpec {
  return optional({ kind: 'reference', to, or });
}

export function references(to: string, through: string, column: string): ColumnSpec {
  return optional({ kind: 'references', to, through, column });
}

/** The name of the file that cells of this type refer to. */
export function referenceTarget(type: CellType): string | undefined {
  return type.kind === 'reference' || type.kind === 'references' ? type.to : undefined;
}

import type { Decimal } from '../../domain/portfolio/values.ts';
import type { Instant, RecordFields, RecordKind } from '../../domain/sync/records.ts';
import type { RowProblem, SourceRecord } from '../connectors/connector.ts';

/** A record as it is written to sync_records. */
export interface RecordRow extends Derived {
  readonly id: string;
  readonly fields: RecordFields[RecordKind];
  readonly updated_at: Instant | null;
}

interface Derived {
  readonly company: string | null;
  readonly parent: string | null;
  readonly at: Instant | null;
  readonly hours: Decimal | null;
}

const MOST_CHARACTERS_OF_ID = 200;

/** The rows of a page, one for each id: of one that comes twice the last. What has no usable id is told as a problem. */
export function rowsOf(
  kind: RecordKind,
  records: readonly SourceRecord[],
): { readonly rows: readonly RecordRow[]; readonly problems: readonly RowProblem[] } {
  const rows = new Map<string, RecordRow>();
  const problems: RowProblem[] = [];
  for (const { id, fields, updatedAt } of records) {
    if (id === '' || id.length > MOST_CHARACTERS_OF_ID || storableText(id) !== id)
      problems.push({
        id: null,
        message: `id: ${JSON.stringify(id.slice(0, 40))}; expected 1 to 200 characters.`,
      });
    else rows.set(id, { id, fields, updated_at: instant(updatedAt), ...derived(kind, fields) });
  }
  return { rows: [...rows.values()], problems };
}

/** JSON that PostgreSQL can keep: without U+0000, and with no half of a surrogate pair by itself. */
export function storableJson(value: unknown): string {
  const text = JSON.stringify(value);
  if (!/\\u0000|\\ud[89a-f]/i.test(text)) return text;
  return JSON.stringify(value, (_, part) => (typeof part === 'string' ? storableText(part) : part));
}

/** Text that PostgreSQL can keep. */
export function storableText(text: string): string {
  return text.replaceAll('\0', '').replaceAll(HALF_PAIR, '\ufffd');
}

const HALF_PAIR = /\p{Surrogate}/gu;

type Deriving = { readonly [K in RecordKind]?: (fields: RecordFields[K]) => Partial<Derived> };

const DERIVED: Deriving = {
  sites: ({ company }) => ({ company }),
  contacts: ({ company }) => ({ company }),
  contracts: ({ company }) => ({ company }),
  contractLines: ({ company, contract }) => ({ company, parent: contract }),
  tickets: ({ company, createdAt }) => ({ company, at: createdAt }),
  timeEntries: ({ company, ticket, workedOn, hours }) => ({
    company,
    parent: ticket,
    at: `${workedOn}T00:00:00.000Z`,
    hours,
  }),
  opportunities: ({ company }) => ({ company }),
  surveys: ({ company, ticket, answeredAt }) => ({ company, parent: ticket, at: answeredAt }),
};

function derived(kind: RecordKind, fields: RecordFields[RecordKind]): Derived {
  const derive = DERIVED[kind] as ((of: typeof fields) => Partial<Derived>) | undefined;
  const { company = null, parent = null, at = null, hours = null } = derive?.(fields) ?? {};
  return { company, parent, at: instant(at), hours: decimal(hours) };
}

/** Null: no time that PostgreSQL and JavaScript both know. */
function instant(text: string | null): Instant | null {
  const time = new Date(text ?? Number.NaN);
  const year = time.getUTCFullYear();
  return year >= 1 && year <= 9999 ? time.toISOString() : null;
}

function decimal(text: string | null): Decimal | null {
  return text !== null && /^-?\d{1,15}(\.\d{1,15})?$/.test(text) ? text : null;
}

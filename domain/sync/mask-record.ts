const MOST_ENTRIES = 5;
const LONGEST_TEXT = 200;
const DEEPEST = 12;

/** Names of fields whose values are words of the system, not of people: kept, as they tell what is not understood. */
const TELLING =
  /status|type|period|cycle|class|categor|option|unit|flag|kind|currenc|billing|frequency|stage|board|queue|priority/i;
/** Names of fields whose values may be of people or secret, whatever they look like. */
const PERSONAL =
  /e-?mail|phone|mobile|\btel|fax|zip|post(al)?_?code|street|address|birth|latitude|longitude|passw|secret|token|key$|custom/i;
const DATE = /^\d{4}-\d{2}-\d{2}([T ][\d:.]+(Z|[+-]\d{2}:?\d{2})?)?$/;
const SHORT_NUMBER = /^-?\d{1,6}([.,]\d{1,6})?$/;

/**
 * "What does a record of this kind look like?" A record as a vendor's system sends it, with nothing of people in it: its
 * fields, types, dates, numbers and yes or no stay, and short words of fields such as status, type or billing cycle. Of every other
 * text only the shape stays: "Jo Ann, 12" is "Xx Xxx, 00". Of lists the first five entries.
 */
export function maskRecord(record: unknown): unknown {
  return masked(record, [], 0);
}

function masked(value: unknown, path: readonly string[], depth: number): unknown {
  if (depth > DEEPEST) return null;
  if (Array.isArray(value))
    return value.slice(0, MOST_ENTRIES).map((entry) => masked(entry, path, depth + 1));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        fieldName(name),
        masked(inner, [...path, name], depth + 1),
      ]),
    );
  const personal = path.some((name) => PERSONAL.test(name));
  if (typeof value === 'number') return personal ? 0 : value;
  if (typeof value !== 'string') return value ?? null;
  const said = DATE.test(value) || SHORT_NUMBER.test(value) || (value.length <= 40 && isTelling(path));
  return said && !personal ? value : shapeOf(value);
}

/** `status`, or the name of it: `status.name`. Of `company.type.name` that is the type's, of `type.owner.name` nobody's. */
function isTelling(path: readonly string[]): boolean {
  const [parent = '', name = ''] = path.slice(-2);
  const own = /^(name|label|value)$/i.test(name) ? parent : name;
  return TELLING.test(path.length === 1 ? parent : own);
}

/** A name that is none of a program may be somebody's. */
function fieldName(name: string): string {
  return /^[A-Za-z_@$][\w.$@-]{0,80}$/.test(name) && !/@.+\./.test(name) ? name : shapeOf(name);
}

function shapeOf(text: string): string {
  return text
    .slice(0, LONGEST_TEXT)
    .replace(/\p{Lu}/gu, 'X')
    .replace(/[\p{L}\p{M}]/gu, (letter) => (letter === 'X' ? letter : 'x'))
    .replace(/\p{N}/gu, '0');
}

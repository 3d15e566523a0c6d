import { z } from 'zod';
import { listOf, text, whole } from '../lenient.ts';

/** Answers of Autotask that are no rows, by their names in lower case. */
const answer = <Shape extends z.ZodRawShape>(shape: Shape) => {
  const parser = z.object(shape);
  return (raw: unknown): z.output<typeof parser> => parser.parse(inLowerCase(raw));
};

const items = z.unknown().optional();

/** A page of rows; `more` is null where Autotask does not say whether another page follows. */
export function parsePage(raw: unknown): { rows: readonly unknown[] | null; more: boolean | null } {
  const page = answer({ items, pagedetails: items })(raw);
  const details = inLowerCase(page.pagedetails);
  return {
    rows: Array.isArray(page.items) ? page.items : null,
    more: 'nextpageurl' in details ? details.nextpageurl !== null : null,
  };
}

export const parseZone = answer({ url: text });

export const parseUsage = answer({ externalrequestthreshold: whole, currenttimeframerequestcount: whole });

/** What Autotask says of itself in an error: `{"errors": ["…"]}`; empty: nothing. */
export function errorWords(body: string): string {
  try {
    const { errors } = answer({ errors: listOf(z.string()) })(JSON.parse(body));
    return (errors ?? []).join(' ').slice(0, 300);
  } catch {
    return '';
  }
}

/** The labels of an entity's picklists: field in lower case → value → label. */
export function parsePicklists(raw: unknown): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const choice = z.preprocess(inLowerCase, z.object({ value: text, label: text }));
  const field = z.preprocess(inLowerCase, z.object({ name: text, picklistvalues: listOf(choice) }));
  const { fields } = answer({ fields: listOf(field) })(raw);
  return Object.fromEntries(
    (fields ?? []).flatMap(({ name, picklistvalues }) =>
      name === null || picklistvalues === null
        ? []
        : [
            [
              name.toLowerCase(),
              Object.fromEntries(
                picklistvalues.flatMap(({ value, label }) =>
                  value === null || label === null ? [] : [[value, label]],
                ),
              ),
            ],
          ],
    ),
  );
}

function inLowerCase(raw: unknown): Record<string, unknown> {
  if (typeof raw !== 'object' || raw === null) return {};
  return Object.fromEntries(Object.entries(raw).map(([name, value]) => [name.toLowerCase(), value]));
}

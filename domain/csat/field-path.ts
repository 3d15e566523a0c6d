/** One step from the outside in: a name, a position, or the first entry of a list in which a field has a value. */
type Step = string | number | { readonly field: readonly Step[]; readonly is: string };

/** Where a value stands in what a tool sends. */
export type FieldPath = readonly Step[];

/** The longest path. Characters. */
const LONGEST = 200;

/**
 * Reads `ticket.id`, `answers[0].choice`, `answers[question.metric=csat].choice` or the same with the `$.` of JSONPath in
 * front; a name with dots or brackets in it stands in quotes, `["odd.name"]`. Null for what is none of these.
 */
export function parseFieldPath(text: string): FieldPath | null {
  if (text.length > LONGEST) return null;
  let rest = text.trim().replace(/^\$\.?/, '');
  if (rest === '') return null;
  const steps: Step[] = [];
  while (rest !== '') {
    const found = nextStep(rest, steps.length === 0);
    if (!found) return null;
    steps.push(found.step);
    rest = rest.slice(found.length);
  }
  return steps;
}

function nextStep(rest: string, first: boolean): { step: Step; length: number } | null {
  const name = (first ? /^[^.[\]="]+/ : /^\.[^.[\]="]+/).exec(rest)?.[0];
  if (name !== undefined) return { step: name.replace(/^\./, ''), length: name.length };
  const quoted = /^\["([^"]+)"\]/.exec(rest);
  if (quoted) return { step: quoted[1]!, length: quoted[0].length };
  const position = /^\[(\d{1,6})\]/.exec(rest);
  if (position) return { step: Number(position[1]), length: position[0].length };
  const where = /^\[([^[\]="]+)=([^[\]]*)\]/.exec(rest);
  const field = where ? parseFieldPath(where[1]!) : null;
  return where && field ? { step: { field, is: where[2]!.trim() }, length: where[0].length } : null;
}

/** What stands there; undefined: nothing does. */
export function valueAt(body: unknown, path: FieldPath): unknown {
  let value = body;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    if (typeof step === 'string') value = Object.hasOwn(value, step) ? Reflect.get(value, step) : undefined;
    else if (!Array.isArray(value)) return undefined;
    else if (typeof step === 'number') value = value[step];
    else value = value.find((entry) => String(valueAt(entry, step.field) ?? '') === step.is);
  }
  return value;
}

/** Every place in it where a text, a number or a yes/no stands, as a path, with what stands there; the first 200. */
export function placesIn(body: unknown): readonly { readonly path: string; readonly value: string }[] {
  const found: { path: string; value: string }[] = [];
  const look = (value: unknown, path: string, depth: number) => {
    if (found.length >= 200 || depth > 8) return;
    if (typeof value !== 'object' || value === null) {
      if (value !== undefined && path !== '') found.push({ path, value: String(value) });
      return;
    }
    for (const [name, inner] of Object.entries(value))
      if (name !== '' && !name.includes('"'))
        look(inner, Array.isArray(value) ? `${path}[${name}]` : joined(path, name), depth + 1);
  };
  look(body, '', 0);
  return found;
}

function joined(path: string, name: string): string {
  if (!/^[\p{L}\p{N}_-]+$/u.test(name)) return `${path}["${name}"]`;
  return path === '' ? name : `${path}.${name}`;
}

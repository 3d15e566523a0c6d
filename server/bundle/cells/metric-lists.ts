import { shortDecimal } from './decimal.ts';
import { escapePart, splitParts, unescapePart } from './list.ts';

/** As the tables keep them (jsonb), decimals as text. */
export interface StoredPointsBand {
  readonly upTo: string | null;
  readonly points: string;
}
export interface StoredChoice {
  readonly points: string;
  readonly label: string;
}

/** `10:0|50:3|:5`: the last pair, and only that, has no limit. Undefined for anything else. */
export function parsePointsBands(text: string): readonly StoredPointsBand[] | undefined {
  const bands: StoredPointsBand[] = [];
  for (const part of text.split('|')) {
    const [limit, given, ...more] = part.split(':');
    const upTo = limit === '' ? null : shortDecimal(limit!);
    const points = pointsOf(given);
    if (upTo === undefined || points === undefined || more.length > 0) return undefined;
    bands.push({ upTo, points });
  }
  return bands.every(({ upTo }, i) => (upTo === null) === (i === bands.length - 1)) ? bands : undefined;
}

export function pointsBandsText(bands: readonly StoredPointsBand[]): string {
  return bands.map(({ upTo, points }) => `${upTo ?? ''}:${points}`).join('|');
}

/** `0:Cold|5:Raving fan`, in their order; undefined for anything else. */
export function parseChoices(text: string): readonly StoredChoice[] | undefined {
  const choices: StoredChoice[] = [];
  for (const part of splitParts(text) ?? ['']) {
    const colon = part.indexOf(':');
    const points = pointsOf(part.slice(0, Math.max(0, colon)));
    const label = unescapePart(part.slice(colon + 1));
    if (points === undefined || label === '') return undefined;
    choices.push({ points, label });
  }
  return choices;
}

export function choicesText(choices: readonly StoredChoice[]): string {
  return choices.map(({ points, label }) => `${points}:${escapePart(label)}`).join('|');
}

function pointsOf(text: string | undefined): string | undefined {
  const points = text === undefined ? undefined : shortDecimal(text);
  return points?.startsWith('-') ? undefined : points;
}

import { ANSWER_COLORS, type AnswerChoice } from '../../../domain/assessments/answer-scale.ts';
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

/** `1:green:Yes|0:red:No`, in their order; undefined for anything else. */
export function parseAnswers(text: string): readonly AnswerChoice[] | undefined {
  const answers: AnswerChoice[] = [];
  for (const part of splitParts(text) ?? ['']) {
    const [given, tone, ...rest] = part.split(':');
    const points = pointsOf(given);
    const color = ANSWER_COLORS.find((it) => it === tone);
    const label = unescapePart(rest.join(':'));
    if (points === undefined || color === undefined || label === '') return undefined;
    answers.push({ label, points, color });
  }
  return answers;
}

export function answersText(answers: readonly AnswerChoice[]): string {
  return answers.map(({ points, color, label }) => `${points}:${color}:${escapePart(label)}`).join('|');
}

function pointsOf(text: string | undefined): string | undefined {
  const points = text === undefined ? undefined : shortDecimal(text);
  return points?.startsWith('-') ? undefined : points;
}

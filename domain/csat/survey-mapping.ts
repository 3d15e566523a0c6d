import { parseFieldPath } from './field-path.ts';
import { CSAT_RATINGS, type CsatRating } from './satisfaction.ts';

/** What can be taken out of a survey tool's delivery. */
export const DELIVERY_FIELDS = [
  'id',
  'rating',
  'comment',
  'company',
  'companyName',
  'contactEmail',
  'contactName',
  'ticket',
  'answeredAt',
] as const;
export type DeliveryField = (typeof DELIVERY_FIELDS)[number];

/** How they are called on the screen and in messages. */
export const DELIVERY_FIELD_NAMES: Readonly<Record<DeliveryField, string>> = {
  id: 'Id of the answer',
  rating: 'Rating',
  comment: 'Comment',
  company: 'Company’s id',
  companyName: 'Company’s name',
  contactEmail: 'Contact’s e-mail',
  contactName: 'Contact’s name',
  ticket: 'Ticket',
  answeredAt: 'Answered at',
};

/** Where each thing stands in a delivery (field-path.ts; empty: it is not there), and which ratings mean what. */
export interface SurveyMapping {
  readonly paths: Readonly<Record<DeliveryField, string>>;
  /** Values as they are sent, whatever their case (`gold`, `5`), or ranges of numbers with both ends (`80..100`). */
  readonly ratings: Readonly<Record<CsatRating, readonly string[]>>;
}

const RANGE = /^\s*(-?\d+(?:\.\d+)?)\s*\.\.\s*(-?\d+(?:\.\d+)?)\s*$/;

/** "What does this rating mean?" Null where no list has it, or several do: nothing is guessed. */
export function meaningOf(value: string, ratings: SurveyMapping['ratings']): CsatRating | null {
  const found = CSAT_RATINGS.filter((rating) => ratings[rating].some((entry) => covers(entry, value)));
  return found.length === 1 ? found[0]! : null;
}

function covers(entry: string, value: string): boolean {
  const number = numberOf(value);
  const range = RANGE.exec(entry);
  if (range) return number !== null && number >= Number(range[1]) && number <= Number(range[2]);
  if (number !== null && numberOf(entry) === number) return true;
  return entry.trim().toLowerCase() === value.trim().toLowerCase();
}

function numberOf(text: string): number | null {
  return /^\s*-?\d+(\.\d+)?\s*$/.test(text) ? Number(text) : null;
}

/** What is wrong with a mapping, as sentences; none: it can be used. */
export function mappingProblems({ paths, ratings }: SurveyMapping): string[] {
  const problems = DELIVERY_FIELDS.filter(
    (field) => paths[field] !== '' && parseFieldPath(paths[field]) === null,
  ).map(
    (field) =>
      `${DELIVERY_FIELD_NAMES[field]}: “${paths[field]}” is no path; expected one such as ticket.id or answers[0].choice.`,
  );
  if (paths.rating === '') problems.push('Say where the rating stands.');
  if (!paths.company && !paths.companyName && !paths.contactEmail)
    problems.push('Say where the company’s id, its name or the contact’s e-mail stands.');
  if (ratings.positive.length === 0) problems.push('Say which ratings are positive.');
  if (ratings.neutral.length + ratings.negative.length === 0)
    problems.push('Say which ratings are neutral or negative.');
  for (const rating of CSAT_RATINGS)
    for (const entry of ratings[rating])
      for (const end of endsOf(entry))
        if (meaningOf(end, ratings) === null) problems.push(`The rating “${end}” stands in two lists.`);
  return [...new Set(problems)];
}

function endsOf(entry: string): string[] {
  const range = RANGE.exec(entry);
  return range ? [range[1]!, range[2]!] : [entry];
}

import { compareText } from '../../text/compare.ts';
import type { ScoreScale } from '../settings.ts';
import { instantCell, textCell } from './cells.ts';
import type { ChangedRows } from './changed-rows.ts';
import type { ApplyInput } from './input.ts';
import type { LinkBook } from './link-book.ts';

export const SURVEY_COLUMNS = [
  'key',
  'company',
  'answeredAt',
  'rating',
  'comment',
  'contact',
  'source',
  'about',
];

/**
 * Brings the CSAT responses in whose rating and company are known. One that is gone stays as it was: it was given. The company is the
 * survey's, else its ticket's.
 */
export function planSurveys(
  { mirror, connection, settings, today }: ApplyInput,
  companyOf: (record: string | null) => string | null,
  links: LinkBook,
  rows: ChangedRows,
): void {
  const there = new Set<string>();
  for (const [record, survey] of [...mirror.surveys].sort(([a], [b]) => compareText(a, b))) {
    const company = survey.key ?? companyOf(survey.company);
    const answeredAt = instantCell(survey.answeredAt);
    const rating = survey.rating ?? ratingOf(survey.score, settings.scores);
    if (rating === null || company === null || answeredAt === '') continue;
    there.add(record);
    const link = links.of(record) ?? links.make(record, { made: 'created' });
    links.change(link, { goneOn: null });
    rows.put(link.key, {
      ...{ key: link.key, company, answeredAt },
      rating,
      comment: textCell(survey.comment),
      contact: textCell(survey.email),
      source: connection.system,
      about: survey.ticket === null ? '' : `Ticket ${textCell(survey.ticket)}`,
    });
  }
  if (!mirror.read.has('surveys')) return;
  for (const link of links.all)
    if (!there.has(link.record) && link.goneOn === null) links.change(link, { goneOn: today });
}

/** What a score means on the scale that an admin has told; null: nobody knows. */
function ratingOf(
  score: string | null,
  scale: ScoreScale | null,
): 'positive' | 'neutral' | 'negative' | null {
  const value = score === null || score.trim() === '' ? Number.NaN : Number(score);
  if (scale === null || Number.isNaN(value)) return null;
  if (value >= scale.positiveFrom) return 'positive';
  return value <= scale.negativeTo ? 'negative' : 'neutral';
}

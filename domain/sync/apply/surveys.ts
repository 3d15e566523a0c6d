import { compareText } from '../../text/compare.ts';
import type { ScoreScale } from '../settings.ts';
import { instantCell, textCell } from './cells.ts';
import type { ChangedRows } from './changed-rows.ts';
import { retire } from './contracts.ts';
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
  'withdrawn',
];

/**
 * Brings the CSAT responses in whose rating and company are known. The company is the survey's, else its ticket's. One that is gone,
 * or has no rating any more, is withdrawn: it is kept and counts nowhere, until it is back. One that came in keeps its company
 * where that is not known any more.
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
    if (rating === null) continue;
    there.add(record);
    if (company === null || answeredAt === '') continue;
    const link = links.of(record) ?? links.make(record, { made: 'created' });
    links.change(link, { goneOn: null });
    rows.put(link.key, {
      ...{ key: link.key, company, answeredAt },
      rating,
      comment: textCell(survey.comment),
      contact: textCell(survey.email),
      source: connection.system,
      about: survey.ticket === null ? '' : `Ticket ${textCell(survey.ticket)}`,
      withdrawn: '',
    });
  }
  if (!mirror.read.has('surveys')) return;
  for (const link of links.all) {
    if (there.has(link.record)) continue;
    retire(link, today, links);
    if (rows.row(link.key)) rows.put(link.key, { withdrawn: 'true' });
  }
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

import { z } from 'zod';
import type { SurveyRecord } from '../../../domain/sync/records.ts';
import { ConnectorProblem, type Page } from '../connector.ts';
import { decimal, instant, listOf, reference, text } from '../lenient.ts';

const party = <T extends z.ZodRawShape>(shape: T) => z.object(shape).nullable().catch(null);

const Review = z.object({
  id: reference,
  rating: decimal,
  comment: text,
  status: text,
  rated_on: instant,
  last_modified: instant,
  ticket: party({ id: reference, closed_on: instant }),
  company: party({ id: reference }),
  contact: party({ email: text }),
});
type Review = z.infer<typeof Review>;

const Answer = z.object({ next: text, results: listOf(z.unknown()) });

/** What SmileBack's smiles are called; anything else is none. */
const RATINGS: Readonly<Record<string, SurveyRecord['rating']>> = {
  '1': 'positive',
  '0': 'neutral',
  '-1': 'negative',
};

/**
 * A page of reviews as surveys. One that was deleted is left out when everything is read, and has no rating any more when only
 * changes are. Tickets and companies have the ids of the PSA that SmileBack is connected with.
 */
export function pageOfReviews(answered: unknown, everything: boolean): Page {
  const { next, results } = Answer.safeParse(answered).data ?? { next: null, results: null };
  // It must not be taken for an empty list, of which all is gone.
  if (results === null)
    throw new ConnectorProblem('answer', 'SmileBack answers with something that is no list of reviews.');
  const records: Page['records'][number][] = [];
  const problems: Page['problems'][number][] = [];
  for (const raw of results) {
    const row = Review.safeParse(raw).data;
    const answeredAt = row?.rated_on ?? row?.ticket?.closed_on ?? row?.last_modified ?? null;
    if (!row || row.id === null || answeredAt === null) {
      const shown = JSON.stringify(raw).slice(0, 100);
      problems.push({ id: row?.id ?? null, message: `A review without an id or a date: ${shown}` });
    } else if (row.status !== 'deleted' || !everything)
      records.push({ id: row.id, fields: survey(row, answeredAt), updatedAt: row.last_modified });
  }
  return { records, problems, next };
}

/** As SmileBack sends it; undefined: there is none. */
export function firstReview(answered: unknown): unknown {
  return Answer.safeParse(answered).data?.results?.[0];
}

function survey(row: Review, answeredAt: string): SurveyRecord {
  const deleted = row.status === 'deleted';
  return {
    company: row.company?.id ?? null,
    ticket: row.ticket?.id ?? null,
    email: row.contact?.email ?? null,
    rating: deleted ? null : (RATINGS[row.rating ?? ''] ?? null),
    score: deleted ? null : row.rating,
    comment: deleted ? null : row.comment,
    answeredAt,
  };
}

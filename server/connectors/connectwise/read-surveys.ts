import type { Page, ReadRequest } from '../connector.ts';
import { toSurvey } from './map-activity.ts';
import { readPage } from './pages.ts';
import type { Reading } from './read-lists.ts';
import { readRows } from './read-rows.ts';
import { surveyResultShape } from './shapes.ts';

/** Answers are listed survey by survey. The cursor is "survey/answer"; the answer is left out where a survey begins. */
export async function readSurveys(
  { client, lookups }: Reading,
  { cursor, from }: ReadRequest,
): Promise<Page> {
  const surveys = await lookups.surveys();
  const [survey, after] = cursor === null ? [surveys[0], ''] : (cursor.split('/') as [string, string]);
  if (survey === undefined) return { records: [], problems: [], next: null };
  const page = await readPage(client, { path: `/service/surveys/${survey}/results` }, after || null);
  const rows = page?.rows ?? [];
  const most = rows.length === 0 ? 0 : await lookups.mostPoints(survey);
  const { records, problems } = readRows(rows, surveyResultShape, (row) => toSurvey(row, most));
  const following = surveys.find((id) => Number(id) > Number(survey));
  return {
    records: records.filter(({ fields }) => fields.answeredAt >= from.toISOString()),
    problems,
    next: page?.next ? `${survey}/${page.next}` : following === undefined ? null : `${following}/`,
  };
}

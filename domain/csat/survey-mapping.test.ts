import { expect, test } from 'vitest';
import type { CsatRating } from './satisfaction.ts';
import { mappingProblems, meaningOf, type SurveyMapping } from './survey-mapping.ts';
import { SURVEY_PRESETS } from './survey-presets.ts';

const stars = { positive: ['4..5', 'Great'], neutral: ['3'], negative: ['1..2.9'] };

test.each<[string, CsatRating | null]>([
  ['5', 'positive'],
  ['4.0', 'positive'],
  ['4.5', 'positive'],
  [' GREAT ', 'positive'],
  ['3', 'neutral'],
  ['3.0', 'neutral'],
  ['2.9', 'negative'],
  ['3.5', null],
  ['0', null],
  ['good', null],
  ['', null],
])('of five stars, “%s” is %s', (value, expected) => {
  expect(meaningOf(value, stars)).toBe(expected);
});

const paths = {
  id: 'id',
  rating: 'score',
  comment: '',
  company: '',
  companyName: 'company',
  contactEmail: '',
  contactName: '',
  ticket: '',
  answeredAt: '',
};
const mapping = (
  changedPaths: Partial<SurveyMapping['paths']>,
  ratings: Partial<SurveyMapping['ratings']> = {},
) => ({ paths: { ...paths, ...changedPaths }, ratings: { ...stars, ...ratings } });

test.each<[string, SurveyMapping, string[]]>([
  ['a good one', mapping({}), []],
  ['no rating', mapping({ rating: '' }), ['Say where the rating stands.']],
  [
    'nothing of the company',
    mapping({ companyName: '' }),
    ['Say where the company’s id, its name or the contact’s e-mail stands.'],
  ],
  [
    'a path that is none',
    mapping({ ticket: 'ticket[' }),
    ['Ticket: “ticket[” is no path; expected one such as ticket.id or answers[0].choice.'],
  ],
  ['a rating in two lists', mapping({}, { neutral: ['3..4'] }), ['The rating “4” stands in two lists.']],
  [
    'nothing but good ratings',
    mapping({}, { neutral: [], negative: [] }),
    ['Say which ratings are neutral or negative.'],
  ],
])('%s is told', (_, given, problems) => {
  expect(mappingProblems(given)).toEqual(problems);
});

test('every preset can be used as it is', () => {
  for (const { id, mapping: one } of SURVEY_PRESETS) expect([id, mappingProblems(one)]).toEqual([id, []]);
});

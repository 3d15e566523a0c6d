import { expect, test } from 'vitest';
import { type DeliveredAnswer, readDelivery } from './read-delivery.ts';
import type { SurveyMapping } from './survey-mapping.ts';
import { SURVEY_PRESETS } from './survey-presets.ts';

const at = { now: new Date('2026-11-22T10:00:00Z'), timeZone: 'America/New_York' };
const presetOf = (id: string): SurveyMapping => SURVEY_PRESETS.find((preset) => preset.id === id)!.mapping;

test.each<[string, string, unknown, Partial<DeliveredAnswer>]>([
  [
    'SmileBack',
    'smileback',
    {
      id: 991,
      rating: -1,
      comment: ' Too slow.\r\nSorry ',
      company: { id: '250', name: 'Acme Dental' },
      contact: { email: 'mia@acme.example', name: 'Mia Chen' },
      ticket: { id: '4711' },
      rated_on: '2026-11-20T15:04:00+01:00',
    },
    {
      id: '991',
      rating: 'negative',
      comment: 'Too slow.\nSorry',
      company: '250',
      companyName: 'Acme Dental',
      contactEmail: 'mia@acme.example',
      contactName: 'Mia Chen',
      about: 'Ticket 4711',
      answeredAt: new Date('2026-11-20T14:04:00Z'),
    },
  ],
  [
    'Crewhu',
    'crewhu',
    { _id: 'a1', rating: '5', ticket_num: '88', customer_data: { name: 'Acme' }, comment: null },
    {
      id: 'a1',
      rating: 'positive',
      companyName: 'Acme',
      about: 'Ticket 88',
      comment: null,
      answeredAt: null,
    },
  ],
  [
    'Customer Thermometer, as a form',
    'customer-thermometer',
    {
      response_id: '77',
      temperature_id: '3',
      company: 'Acme',
      custom_1: 'INC 12',
      response_date: '2026-11-20 09:30:00',
    },
    { rating: 'neutral', about: 'INC 12', answeredAt: new Date('2026-11-20T14:30:00Z') },
  ],
  [
    'Simplesat, among several questions',
    'simplesat',
    {
      id: 5,
      customer: { email: 'mia@acme.example', company: 'Acme' },
      ticket: { external_id: '#12' },
      answers: [
        { choice: '10', question: { metric: 'nps' } },
        { choice: '4', comment: 'Fine', question: { metric: 'csat' } },
      ],
      created: '2026-11-20',
    },
    { rating: 'positive', comment: 'Fine', about: 'Ticket 12', answeredAt: new Date('2026-11-20T17:00:00Z') },
  ],
  ['a rating that was not given yet', 'smileback', { id: 1, rating: null }, { id: '1', rating: null }],
  [
    'a clock that is a little ahead',
    'smileback',
    { rating: 1, rated_on: '2026-11-22T10:04:00Z' },
    { answeredAt: null },
  ],
  [
    'seconds since 1970',
    'smileback',
    { rating: 1, rated_on: 1763650800 },
    { answeredAt: new Date('2025-11-20T15:00:00Z') },
  ],
])('of %s is read', (_, preset, body, expected) => {
  const read = readDelivery(body, presetOf(preset), at);
  expect(read.problem).toBeNull();
  expect(read.answer).toMatchObject(expected);
});

test.each<[string, unknown, string]>([
  ['no rating at all', { id: 3 }, 'Rating (rating) is not there.'],
  ['an unknown rating', { id: 3, rating: 7 }, 'The rating “7” is in none of the lists of ratings.'],
  ['an object for a text', { rating: 1, comment: {} }, 'Comment (comment) is no text or number.'],
  [
    'a day that no month has',
    { rating: 1, rated_on: '2026-02-30' },
    'Answered at (rated_on) is “2026-02-30”, which is no time.',
  ],
  [
    'a time in words',
    { rating: 1, rated_on: 'yesterday' },
    'Answered at (rated_on) is “yesterday”, which is no time.',
  ],
  [
    'the future',
    { rating: 1, rated_on: '2026-12-01T00:00:00Z' },
    'Answered at (rated_on) is “2026-12-01T00:00:00Z”, which lies in the future.',
  ],
  ['a list', [{ rating: 1 }], 'Rating (rating) is not there.'],
  ['nothing', null, 'Rating (rating) is not there.'],
])('%s is a problem that is told, with the answer’s id', (_, body, problem) => {
  const id = (body as { id?: number } | null)?.id;
  expect(readDelivery(body, presetOf('smileback'), at)).toEqual({
    answer: null,
    problem,
    id: id === undefined ? null : String(id),
  });
});

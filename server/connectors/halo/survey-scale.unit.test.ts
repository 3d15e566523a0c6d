import { expect, test } from 'vitest';
import { parseSurveyScale, surveyRating } from './survey-scale.ts';

test.each([
  ['1-5', { by: 'score', worst: 1, best: 5 }],
  [' 5 to 1 ', { by: 'score', worst: 5, best: 1 }],
  ['-1-1', { by: 'score', worst: -1, best: 1 }],
  ['band 3-1', { by: 'band', worst: 3, best: 1 }],
  ['3-3', null],
  ['good to bad', null],
  ['', null],
])('%j is the scale %j', (typed, scale) => {
  expect(parseSurveyScale(typed)).toEqual(scale);
});

test.each([
  ['1-5', '1', 'negative'],
  ['1-5', '2', 'negative'],
  ['1-5', '3', 'neutral'],
  ['1-5', '4', 'positive'],
  ['1-5', '5', 'positive'],
  ['5-1', '5', 'negative'],
  ['5-1', '1', 'positive'],
  ['1-3', '2', 'neutral'],
  ['0-10', '7', 'positive'],
  ['1-5', '0', null],
  ['1-5', '6', null],
  ['1-5', null, null],
] as const)('on %s, a score of %s is %s', (scale, score, rating) => {
  expect(surveyRating({ score, score_band: null }, parseSurveyScale(scale))).toBe(rating);
});

test('by the band, or without a scale', () => {
  const answer = { score: '1', score_band: '1' };
  expect(surveyRating(answer, parseSurveyScale('band 3-1'))).toBe('positive');
  expect(surveyRating(answer, null)).toBeNull();
});

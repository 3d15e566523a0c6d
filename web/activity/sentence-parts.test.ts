import { expect, test } from 'vitest';
import { sentenceParts } from './sentence-parts.ts';

const dana = { id: 'dana', name: 'Dana' };

test.each([
  ['Dana added the company', dana, 'Dana', 'added the company'],
  ['The command line imported a portfolio bundle', null, 'The command line', 'imported a portfolio bundle'],
  ['Danae added the company', dana, '', 'Danae added the company'],
])('%s', (sentence, actor, who, what) => {
  expect(sentenceParts({ sentence, actor })).toEqual({ who, what });
});

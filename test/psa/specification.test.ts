import { expect, test } from 'vitest';
import { openSpecification } from './specification.ts';

const connectWise = openSpecification('connectwise.json');

test('a documented request has no problems, another path or parameter has', () => {
  expect(connectWise.requestProblems('GET', '/company/companies', ['page', 'pageSize'])).toEqual([]);
  expect(connectWise.requestProblems('GET', '/company/companies/7/sites', [])).toEqual([]);
  expect(connectWise.requestProblems('GET', '/company/firms', [])).toHaveLength(1);
  expect(connectWise.requestProblems('GET', '/company/companies', ['limit'])).toEqual([
    'GET /company/companies has no parameter limit',
  ]);
});

test.each<[string, unknown, readonly string[]]>([
  ['a company with what must be there', [{ identifier: 'acme', name: 'Acme' }], []],
  ['a number that may be null', [{ identifier: 'a', name: 'A', numberOfEmployees: null }], []],
  ['a reference that is null', [{ identifier: 'a', name: 'A', status: null }], []],
  ['a name that may not be null', [{ identifier: 'a', name: null }], ['/0/name must be string']],
  ['a word for a number', [{ identifier: 'a', name: 'A', id: 'x' }], ['/0/id must be integer']],
  ['a property that nobody knows', [{ identifier: 'a', name: 'A', mrr: 1 }], ['/0 has no property mrr']],
  [
    'a date that is none',
    [{ identifier: 'a', name: 'A', dateAcquired: 'May' }],
    ['/0/dateAcquired must match'],
  ],
  ['no list', {}, [' must be array']],
])('%s', (_, body, problems) => {
  const found = connectWise.answerProblems('GET', '/company/companies', body);
  expect(found.map((p) => p.replace('GET /company/companies', '').replace(/ format.*/, ''))).toEqual(
    problems,
  );
});

test('where another path stands for one with a placeholder, it is that one', () => {
  expect(connectWise.answerProblems('GET', '/company/companies/count', { count: 3 })).toEqual([]);
  expect(connectWise.answerProblems('GET', '/company/companies/3', { count: 3 })).not.toEqual([]);
});

import { expect, test } from 'vitest';
import { parseCondition } from './condition.ts';

const row = {
  id: 12,
  name: 'Acme (West)',
  closedFlag: false,
  company: { id: 3, name: 'Acme' },
  site: null,
  _info: { lastUpdated: '2026-03-01T10:00:00Z' },
};

test.each([
  ['id=12', true],
  ['id!=12', false],
  ['id in (11, 12)', true],
  ['id in (1)', false],
  ['company/id=3 and closedFlag=false', true],
  ['company/id=4 or closedFlag = false', true],
  ['site/id=4', false],
  ['(company/id=4 or id>11) and id<13', true],
  ['name="acme (west)"', false],
  ['name like "Acme%"', true],
  ['name contains "WEST"', true],
  ['lastUpdated>[2026-03-01T09:59:59Z]', true],
  ['lastUpdated>[2026-03-01T10:00:00Z]', false],
  ['lastUpdated>=[2026-03-01T10:00:00]', true],
  ['lastUpdated>[2026-03-01]', true],
  ['lastUpdated>[2026-03-02]', false],
])('%s is %s', (text, expected) => {
  expect(parseCondition(text, { daysOnly: false })(row)).toBe(expected);
});

test.each(['id', 'id=', 'id~12', 'id=12 and', '(id=12', 'id=12)', 'lastUpdated>[yesterday]', 'id=twelve'])(
  '%s is no condition',
  (text) => {
    expect(() => parseCondition(text, { daysOnly: false })).toThrow(SyntaxError);
  },
);

test('where days alone are read, a time is true of nothing', () => {
  expect(parseCondition('lastUpdated>[2026-01-01T00:00:00Z]', { daysOnly: true })(row)).toBe(false);
  expect(parseCondition('lastUpdated>[2026-01-01]', { daysOnly: true })(row)).toBe(true);
});

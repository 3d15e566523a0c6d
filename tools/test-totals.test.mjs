import { expect, test } from 'vitest';
import { countPlaywright, countVitest } from './test-totals.mjs';

const passed = { status: 'passed' };
const failed = { status: 'failed' };
const vitest = (counts, ...files) => ({ ...counts, testResults: files });

test.each([
  ['all passed', vitest({ numPassedTests: 3, numFailedTests: 0 }), 0, { passed: 3, failed: 0 }],
  [
    'a test failed',
    vitest(
      { numPassedTests: 1, numFailedTests: 1 },
      { status: 'failed', assertionResults: [passed, failed] },
    ),
    1,
    { passed: 1, failed: 1 },
  ],
  [
    'a file could not be loaded',
    vitest({ numPassedTests: 1, numFailedTests: 0 }, { status: 'failed', assertionResults: [] }),
    1,
    { passed: 1, failed: 1 },
  ],
  [
    'an error outside any test',
    vitest({ numPassedTests: 1, numFailedTests: 0 }, { status: 'passed', assertionResults: [passed] }),
    1,
    { passed: 1, failed: 1 },
  ],
  ['no report at all', undefined, 1, { passed: 0, failed: 1 }],
])('Vitest: %s', (_, report, exitCode, totals) => {
  expect(countVitest(report, exitCode)).toMatchObject(totals);
});

test.each([
  ['all passed', { stats: { expected: 2, unexpected: 0, flaky: 0 } }, 0, { passed: 2, failed: 0 }],
  ['some failed', { stats: { expected: 2, unexpected: 1, flaky: 1 } }, 1, { passed: 3, failed: 1 }],
  ['none found', { stats: { expected: 0, unexpected: 0, flaky: 0 } }, 1, { passed: 0, failed: 1 }],
  ['no report at all', undefined, 1, { passed: 0, failed: 1 }],
])('Playwright: %s', (_, report, exitCode, totals) => {
  expect(countPlaywright(report, exitCode)).toMatchObject(totals);
});

test('what failed is named, with why', () => {
  const file = {
    name: 'a.test.ts',
    status: 'failed',
    assertionResults: [
      { status: 'passed', fullName: 'adds' },
      { status: 'failed', fullName: 'subtracts', failureMessages: ['expected 1 to be 2'] },
    ],
  };
  expect(countVitest(vitest({ numPassedTests: 1, numFailedTests: 1 }, file), 1).failures).toEqual([
    'a.test.ts › subtracts\nexpected 1 to be 2',
  ]);
  const spec = (title, status, message) => ({
    title,
    tests: [{ status, results: [{ error: { message } }] }],
  });
  const suite = {
    file: 'b.spec.ts',
    specs: [spec('opens', 'expected'), spec('waits', 'flaky', 'Too late')],
    suites: [{ specs: [spec('closes', 'unexpected', 'Timeout')] }],
  };
  const stats = { expected: 1, unexpected: 1, flaky: 1 };
  expect(countPlaywright({ stats, suites: [suite] }, 1)).toMatchObject({
    failures: ['b.spec.ts › closes\nTimeout'],
    unsteady: ['b.spec.ts › waits\nToo late'],
  });
});

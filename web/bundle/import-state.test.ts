import { expect, test } from 'vitest';
import { afterLine, errorText, type ImportState } from './import-state.ts';

const running: ImportState = { step: 'running', progress: null };

test.each([
  [
    { progress: { phase: 'checking', file: 'companies.csv', rows: 10, total: 150 } },
    { step: 'running', progress: { phase: 'checking', file: 'companies.csv', rows: 10, total: 150 } },
  ],
  [
    { result: { files: [{ file: 'companies.csv', created: 3, updated: 0, unchanged: 0 }] } },
    { step: 'done', files: [{ file: 'companies.csv', created: 3, updated: 0, unchanged: 0 }] },
  ],
  [
    { errors: [{ file: 'a.csv', line: 2, column: 5, message: 'x' }], more: 7 },
    { step: 'refused', errors: [{ file: 'a.csv', line: 2, column: 5, message: 'x' }], more: 7 },
  ],
  [{ errors: [] }, { step: 'refused', errors: [], more: 0 }],
  [{ error: { code: 'conflict', message: 'not empty' } }, { step: 'failed', message: 'not empty' }],
  [{ later: 'something new' }, running],
])('%j', (line, state) => {
  expect(afterLine(running, line)).toEqual(state);
});

test.each([
  [{ file: 'companies.csv', line: 3, column: 7, message: 'no' }, 'companies.csv:3:7: no'],
  [{ file: 'companies.csv', line: 3, column: null, message: 'no' }, 'companies.csv:3: no'],
  [{ file: 'companies.csv', line: null, column: null, message: 'missing' }, 'companies.csv: missing'],
])('an error stands with its place', (error, text) => {
  expect(errorText(error)).toBe(text);
});

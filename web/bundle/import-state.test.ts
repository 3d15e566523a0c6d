import { expect, test } from 'vitest';
import type { ImportLine } from '../../contract/bundle-transfer.ts';
import { afterLine, errorText, type ImportState } from './import-state.ts';

const progress = { phase: 'checking', file: 'companies.csv', rows: 10, total: 150 } as const;
const files = [{ file: 'companies.csv', created: 3, updated: 0, unchanged: 0 }];
const errors = [{ file: 'companies.csv', line: 3, column: 7, message: 'no' }];
const cases: readonly (readonly [ImportLine, ImportState])[] = [
  [{ progress }, { step: 'running', progress }],
  [{ result: { files } }, { step: 'done', files }],
  [
    { errors, more: 7 },
    { step: 'refused', errors, more: 7 },
  ],
  [{ error: { code: 'conflict', message: 'not empty' } }, { step: 'failed', message: 'not empty' }],
];

test.each(cases)('%j', (line, state) => {
  expect(afterLine(line)).toEqual(state);
});

test('an error stands with its place', () => {
  expect(errors.map(errorText)).toEqual(['companies.csv:3:7: no']);
});

import { expect, test } from 'vitest';
import { axesOf, crossing } from './axes.ts';
import { chosenCells, figuresIn } from './chosen-cells.ts';
import { rangeWords } from './matrix-words.ts';
import { smallMatrix } from './testing/small-matrix.ts';

const order = { companies: [3, 0, 1, 2], items: [1, 0, 2] };
const upright = axesOf(smallMatrix, order, false);
const swapped = axesOf(smallMatrix, order, true);

test('companies run down and stack items across, each in its order, or the other way round', () => {
  expect(upright.rows.map(({ name }) => name)).toEqual(['Dog', 'Ant', 'Bee', 'Cat']);
  expect(upright.columns.map(({ name }) => name)).toEqual(['Backup', 'Phones', 'Antivirus']);
  expect([swapped.rows, swapped.columns]).toEqual([upright.columns, upright.rows]);
});

test('a cell is the same whichever way the matrix lies', () => {
  expect(upright.cell(0, 1)).toEqual({ band: 0, alignment: 0, mrr: 200, oneTime: 300 });
  for (const row of upright.rows.keys())
    for (const column of upright.columns.keys())
      expect(swapped.cell(column, row)).toEqual(upright.cell(row, column));
});

test('a company is as aligned as its cells, a stack item as many of its companies as are', () => {
  expect(upright.rows.map(({ alignment }) => alignment)).toEqual([0, 50, 25, null]);
  expect(upright.columns.map(({ alignment }) => alignment)).toEqual([0, 100 / 3, null]);
});

test('heads that cross name a company and a stack item', () => {
  const [dog, phones] = [upright.rows[0]!, upright.columns[1]!];
  expect(crossing(dog, phones)).toEqual({ company: dog, stackItem: phones });
  expect(crossing(phones, dog)).toEqual({ company: dog, stackItem: phones });
});

const range = { top: 0, bottom: 1, left: 1, right: 2 };
const turned = { top: 1, bottom: 2, left: 0, right: 1 };

test.each([
  ['upright', upright, range],
  ['swapped', swapped, turned],
])('a range chooses the same cells, %s', (_, axes, chosen) => {
  expect(chosenCells(axes, chosen)).toEqual([
    { company: 'dog', stackItems: ['phones', 'antivirus'] },
    { company: 'ant', stackItems: ['phones', 'antivirus'] },
  ]);
  expect(figuresIn(axes, chosen)).toEqual({ counted: 2, amount: 500 });
  expect(rangeWords(axes, chosen)).toBe('4 cells: 2 companies × 2 stack items');
});

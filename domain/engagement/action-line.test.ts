import { expect, test } from 'vitest';
import { readActionLine } from './action-line.ts';

// a Sunday
const asOf = '2026-11-22';
const users = [
  { id: 'dana', name: 'Dana Reyes' },
  { id: 'kim', name: 'Kim Lee' },
];
const contacts = [{ id: 'mia', name: 'Mia Chen' }];

test.each([
  ['Send the quote', 'Send the quote', null, null, null],
  ['Send the quote @dana', 'Send the quote', 'dana', null, null],
  ['@kim Send the quote friday', 'Send the quote', 'kim', null, '2026-11-27'],
  ['Send the quote @DanaReyes by 2026-12-01', 'Send the quote', 'dana', null, '2026-12-01'],
  ['Send @lee the quote due tomorrow', 'Send the quote', 'kim', null, '2026-11-23'],
  ['List the leavers @mia in 2 weeks', 'List the leavers', null, 'Mia Chen', '2026-12-06'],
  ['List the leavers @Tomas today', 'List the leavers', null, 'Tomas', '2026-11-22'],
  ['Call back in 3 days', 'Call back', null, null, '2026-11-25'],
  ['Call back Sunday', 'Call back', null, null, '2026-11-29'],
  ['Call back tue', 'Call back', null, null, '2026-11-24'],
  ['Call back 2026-13-01', 'Call back 2026-13-01', null, null, null],
  ['Prepare for Black Friday sale', 'Prepare for Black Friday sale', null, null, null],
  ['tomorrow', 'tomorrow', null, null, null],
  ['Write to info@acme.example', 'Write to info@acme.example', null, null, null],
])('%s', (line, title, owner, ownerName, dueDate) => {
  expect(readActionLine(line, { asOf, users, contacts })).toEqual({ title, owner, ownerName, dueDate });
});

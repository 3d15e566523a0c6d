import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFieldPath, placesIn, valueAt } from './field-path.ts';

const body = {
  id: 7,
  ticket: { id: 'T-1', 'odd.name': 'odd' },
  answers: [
    { choice: '9', question: { metric: 'nps' } },
    { choice: 'Good', question: { metric: 'csat' } },
  ],
};

test.each<[string, unknown]>([
  ['id', 7],
  ['$.id', 7],
  ['$id', 7],
  [' ticket.id ', 'T-1'],
  ['ticket["odd.name"]', 'odd'],
  ['answers[0].choice', '9'],
  ['answers[question.metric=csat].choice', 'Good'],
  ['answers[question.metric=ces].choice', undefined],
  ['answers.choice', undefined],
  ['ticket[0]', undefined],
  ['ticket.id.more', undefined],
  ['constructor.name', undefined],
  ['__proto__', undefined],
])('%s finds %s', (path, expected) => {
  expect(valueAt(body, parseFieldPath(path)!)).toEqual(expected);
});

test.each(['', '$', '.id', 'a..b', 'a[', 'a[]', 'a[b', 'a]b', 'a.', 'x'.repeat(201)])(
  '“%s” is no path',
  (path) => {
    expect(parseFieldPath(path)).toBeNull();
  },
);

test('every place in a body is found again by its path', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      for (const place of placesIn(value)) {
        const path = parseFieldPath(place.path);
        // those that are too long have none
        if (path) expect(String(valueAt(value, path))).toBe(place.value);
      }
    }),
  );
});

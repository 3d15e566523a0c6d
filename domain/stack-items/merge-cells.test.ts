import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeCells, NOTHING_SET, type SetByHand } from './merge-cells.ts';

const cell = (set: Partial<SetByHand>, tagMatched = true) => ({
  set: { ...NOTHING_SET, ...set },
  tagMatched,
});

type Case = readonly [
  what: string,
  kept: Partial<SetByHand>,
  merged: Partial<SetByHand>,
  result: Partial<SetByHand>,
  givenUp: Partial<SetByHand>,
];

test.each<Case>([
  ['nothing was set', {}, {}, {}, {}],
  [
    'only the other was set',
    {},
    { currentProduct: 'duo', alignment: '40', setOn: '2026-01-01', setBy: 'dana' },
    { currentProduct: 'duo', alignment: '40', setOn: '2026-01-01', setBy: 'dana' },
    {},
  ],
  ['only this one was', { alignment: '40' }, {}, { alignment: '40' }, {}],
  ['both, alike', { provider: 'Acme IT' }, { provider: 'Acme IT' }, { provider: 'Acme IT' }, {}],
  [
    'both, differently: what stays goes first',
    { currentProduct: 'entra', alignment: '50', setOn: '2026-02-02', setBy: 'lee' },
    { currentProduct: 'duo', alignment: '40', setOn: '2026-03-03', setBy: 'dana' },
    { currentProduct: 'entra', alignment: '50', setOn: '2026-02-02', setBy: 'lee' },
    { currentProduct: 'duo', alignment: '40' },
  ],
  [
    'what belongs together is not mixed',
    { currentProduct: 'entra' },
    { alignment: '90', currentMrr: 5000, provider: 'Acme IT', threat: true },
    { currentProduct: 'entra', provider: 'Acme IT', threat: true },
    { alignment: '90', currentMrr: 5000 },
  ],
  [
    'an opportunity of this, the product of that',
    { mrrOpportunity: 100 },
    { currentProduct: 'duo', oneTimeOpportunity: 900 },
    { mrrOpportunity: 100, currentProduct: 'duo' },
    { oneTimeOpportunity: 900 },
  ],
  [
    'an amount of 0 was set too',
    { mrrOpportunity: 0 },
    { mrrOpportunity: 5 },
    { mrrOpportunity: 0 },
    { mrrOpportunity: 5 },
  ],
])('entries, where both apply: %s', (_, kept, merged, result, givenUp) => {
  const outcome = mergeCells(cell(kept), cell(merged));
  expect(outcome.set).toEqual({ ...NOTHING_SET, ...result });
  expect(outcome.givenUp).toEqual(givenUp);
});

test('what was set for an item that does not apply gives way to what was set for one that does', () => {
  const kept = cell({ applicable: false, alignment: '10', provider: 'Acme IT', setOn: '2026-02-02' });
  const merged = cell({ alignment: '80', setOn: '2026-01-01', setBy: 'dana' });
  expect(mergeCells(kept, merged)).toEqual({
    set: { ...NOTHING_SET, alignment: '80', provider: 'Acme IT', setOn: '2026-01-01', setBy: 'dana' },
    givenUp: { alignment: '10' },
    first: 'merged',
  });
});

test.each([
  // kept: by hand, by tag; merged: by hand, by tag; the result by hand
  [null, true, null, false, null],
  [null, false, null, true, null],
  [null, false, null, false, null],
  [true, false, null, false, true],
  [null, false, true, false, true],
  [false, true, true, false, true],
  [false, true, null, true, null],
  [null, true, false, true, null],
  [false, true, null, false, false],
  [null, false, false, true, false],
  [false, false, false, true, false],
])('applicable: %s (tag %s) and %s (tag %s) make %s', (byHand, byTag, otherHand, otherTag, result) => {
  const { set } = mergeCells(cell({ applicable: byHand }, byTag), cell({ applicable: otherHand }, otherTag));
  expect(set.applicable).toBe(result);
});

const anyCell = fc.record({
  tagMatched: fc.boolean(),
  set: fc.record({
    applicable: fc.constantFrom(null, true, false),
    currentProduct: fc.constantFrom(null, 'none', 'a', 'b'),
    opportunityProduct: fc.constantFrom(null, 'a', 'b'),
    alignment: fc.constantFrom(null, '0', '62.5'),
    agreementInclusion: fc.constantFrom(null, true, false),
    mrrOpportunity: fc.constantFrom(null, 0, 7),
    oneTimeOpportunity: fc.constantFrom(null, 0, 7),
    currentMrr: fc.constantFrom(null, 0, 7),
    setOn: fc.constantFrom(null, '2026-01-01', '2026-02-02'),
    setBy: fc.constantFrom(null, 'dana', 'lee'),
    provider: fc.constantFrom(null, 'Acme IT'),
    threat: fc.constantFrom(null, true, false),
  }),
});

test('nothing that was set is lost: it stands in the cell or is told as given up', () => {
  fc.assert(
    fc.property(anyCell, anyCell, (kept, merged) => {
      const { set, givenUp } = mergeCells(kept, merged);
      const { applicable: _, setOn: __, setBy: ___, ...fields } = NOTHING_SET;
      for (const name of Object.keys(fields) as (keyof typeof fields)[])
        for (const value of [kept.set[name], merged.set[name]])
          if (value !== null && !(name === 'threat' && value === false))
            expect([set[name], givenUp[name]]).toContain(value);
    }),
  );
});

test('an item that applied to a company by either still does, once the tags are joined', () => {
  fc.assert(
    fc.property(anyCell, anyCell, (kept, merged) => {
      const applied = [kept, merged].some((one) => one.set.applicable ?? one.tagMatched);
      const tagMatched = kept.tagMatched || merged.tagMatched;
      expect(mergeCells(kept, merged).set.applicable ?? tagMatched).toBe(applied);
    }),
  );
});

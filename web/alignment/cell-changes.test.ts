import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { AlignmentChange, AlignmentRow } from '../../contract/alignment.ts';
import { ApiError } from '../api/call.ts';
import { showChange } from './show-change.ts';
import { fakeCells, fakeEditor } from './testing/fake-cells.ts';
import { typedValue } from './typed-values.ts';

/** The row as its editor sees it: the server's, with what is on its way. */
const seenBy = ({ known, changes }: ReturnType<typeof fakeEditor>, id: string): AlignmentRow =>
  changes
    .state()
    .pending.filter((one) => one.seen.stackItem.id === id)
    .reduce((row, { change }) => showChange(row, change), known.get(id)!);

const settled = () => new Promise((resolve) => setTimeout(resolve));

test('changes of a cell are saved one after the other, and undone in reverse', async () => {
  const cells = fakeCells('mfa');
  const me = fakeEditor(cells);
  for (const alignment of [10, 20, 30]) me.changes.save(seenBy(me, 'mfa'), { alignment });
  expect(seenBy(me, 'mfa').alignment).toBe(30);
  await settled();
  expect(me.changes.state()).toEqual({ pending: [], clashes: [], canUndo: true });
  expect(cells.rows.get('mfa')!.alignment).toBe(30);
  await Promise.all([me.changes.undo(), me.changes.undo()]);
  expect(cells.rows.get('mfa')!.alignment).toBe(10);
  await me.changes.undo();
  expect(typedValue(cells.rows.get('mfa')!, 'alignment')).toBeNull();
  expect(me.changes.state().canUndo).toBe(false);
});

test('what was changed last is undone first, even if it was saved first', async () => {
  const cells = fakeCells('mfa', 'edr');
  const arrivals = [30, 1, 1];
  const me = fakeEditor(cells, () => new Promise((resolve) => setTimeout(resolve, arrivals.shift())));
  me.changes.save(seenBy(me, 'mfa'), { alignment: 10 });
  me.changes.save(seenBy(me, 'edr'), { alignment: 20 });
  await me.changes.undo();
  expect([...cells.rows.values()].map((row) => typedValue(row, 'alignment'))).toEqual([10, null]);
});

test('a change is undone only where nobody else has changed it since', async () => {
  const cells = fakeCells('mfa');
  const notUndone = vi.fn();
  const me = fakeEditor(cells, undefined, { notUndone });
  me.changes.save(seenBy(me, 'mfa'), { alignment: 10, provider: 'Bay Net' });
  await settled();
  me.known.set('mfa', cells.set('mfa', { alignment: 80 }));
  await me.changes.undo();
  expect(cells.rows.get('mfa')).toMatchObject({ alignment: 80, provider: null });
  expect(notUndone).toHaveBeenCalledWith(expect.anything(), ['alignment']);
});

test('what somebody else has set in other fields is kept and told of; in the same field one decides', async () => {
  const cells = fakeCells('mfa', 'edr');
  const merged = vi.fn();
  const me = fakeEditor(cells, undefined, { merged });
  const [mfa, edr] = [seenBy(me, 'mfa'), seenBy(me, 'edr')];
  cells.set('mfa', { provider: 'Bay Net' });
  cells.set('edr', { alignment: 90 });
  me.changes.save(mfa, { alignment: 40 });
  me.changes.save(edr, { alignment: 40 });
  await settled();
  expect(cells.rows.get('mfa')).toMatchObject({ alignment: 40, provider: 'Bay Net' });
  expect(merged).toHaveBeenCalledTimes(1);
  const [clash] = me.changes.state().clashes;
  expect(clash).toMatchObject({ fields: ['alignment'], current: { alignment: 90 } });
  expect(cells.rows.get('edr')!.alignment).toBe(90);
  me.changes.settle(clash!, 'mine');
  await settled();
  expect(cells.rows.get('edr')!.alignment).toBe(40);
  await me.changes.undo();
  expect(cells.rows.get('edr')!.alignment).toBe(90);
});

test('what the server does not take stays until it is tried again, given up, or outdone by a later change', async () => {
  const cells = fakeCells('mfa');
  let reachable = false;
  const me = fakeEditor(cells, async () => {
    if (!reachable) throw new ApiError('unavailable', 'The server cannot be reached.');
  });
  me.changes.save(seenBy(me, 'mfa'), { alignment: 10, provider: 'Bay Net' });
  await settled();
  expect(me.changes.state().pending).toMatchObject([{ refused: { code: 'unavailable' } }]);
  reachable = true;
  me.changes.save(seenBy(me, 'mfa'), { alignment: 20 });
  await settled();
  expect(me.changes.state().pending).toMatchObject([{ change: { provider: 'Bay Net' } }]);
  me.changes.retry();
  await settled();
  expect(cells.rows.get('mfa')).toMatchObject({ alignment: 20, provider: 'Bay Net' });
  reachable = false;
  me.changes.save(seenBy(me, 'mfa'), { alignment: 50 });
  await settled();
  me.changes.giveUp();
  expect(me.changes.state().pending).toEqual([]);
  expect(seenBy(me, 'mfa').alignment).toBe(20);
});

test('a change over one that is not saved yet does not hide what somebody else has set meanwhile', async () => {
  const cells = fakeCells('mfa');
  let reachable = false;
  const me = fakeEditor(cells, async () => {
    if (!reachable) throw new ApiError('unavailable', 'The server cannot be reached.');
  });
  me.changes.save(seenBy(me, 'mfa'), { alignment: 10 });
  await settled();
  me.known.set('mfa', cells.set('mfa', { alignment: 90 }));
  reachable = true;
  me.changes.save(seenBy(me, 'mfa'), { alignment: 20 });
  await settled();
  expect(me.changes.state().clashes).toMatchObject([{ current: { alignment: 90 } }]);
  expect(cells.rows.get('mfa')!.alignment).toBe(90);
});

test('many cells are set at once and undone at once, each to what it was', async () => {
  const cells = fakeCells('a', 'b', 'c');
  const me = fakeEditor(cells);
  me.changes.save(seenBy(me, 'b'), { alignment: 30 });
  await me.changes.saveMany(['a', 'b'], { alignment: 70 });
  expect([...cells.rows.values()].map((row) => typedValue(row, 'alignment'))).toEqual([70, 70, null]);
  await me.changes.undo();
  expect([...cells.rows.values()].map((row) => typedValue(row, 'alignment'))).toEqual([null, 30, null]);
});

test('however two editors and their requests interleave, nobody overwrites what they have not seen', async () => {
  const edit = fc.record({
    who: fc.constantFrom(0, 1),
    change: fc.oneof(
      fc.record({ alignment: fc.integer({ min: 0, max: 100 }) }),
      fc.record({ provider: fc.constantFrom('A', 'B', 'C', null) }),
    ),
    mine: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.array(edit, { maxLength: 12 }), async (scheduler, edits) => {
      const cells = fakeCells('mfa');
      /** By change: who made it, and what they knew of the field. */
      const madeBy = new Map<AlignmentChange, number>();
      const knew = new Map<AlignmentChange, unknown[]>();
      /** By field: whose value stands. One’s own is no news, even if one has decided on it meanwhile. */
      const standing = new Map<string, number | undefined>();
      const overwritten: unknown[] = [];
      const save = cells.save.bind(cells);
      cells.save = (id, change, etag) => {
        const before = cells.rows.get(id)!;
        const answer = save(id, change, etag);
        const [field] = Object.keys(change) as ['alignment' | 'provider'];
        const value = typedValue(before, field);
        const who = madeBy.get(change);
        const unseen = standing.get(field) !== who && !knew.get(change)?.includes(value);
        if (value !== change[field] && unseen) overwritten.push([change, value]);
        standing.set(field, who);
        return answer;
      };
      const editors = [0, 1].map(() => fakeEditor(cells, () => scheduler.schedule(Promise.resolve())));
      const acts = edits.map(({ who, change, mine }) => async () => {
        const me = editors[who]!;
        const row = seenBy(me, 'mfa');
        const [field] = Object.keys(change) as ['alignment' | 'provider'];
        madeBy.set(change, who);
        knew.set(change, [typedValue(row, field)]);
        me.changes.save(row, change);
        const [clash] = me.changes.state().clashes;
        if (!clash) return;
        knew.get(clash.pending.change)?.push(typedValue(clash.current, clash.fields[0]!));
        me.changes.settle(clash, mine ? 'mine' : 'theirs');
      });
      scheduler.scheduleSequence(acts);
      await scheduler.waitIdle();
      expect(overwritten).toEqual([]);
      for (const { changes } of editors) {
        const { pending, clashes } = changes.state();
        expect(pending.length).toBe(clashes.length);
      }
    }),
    { numRuns: 300 },
  );
});

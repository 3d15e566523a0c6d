import type {
  AlignmentBulkChange,
  AlignmentChange,
  AlignmentGrid,
  AlignmentRow,
  AlignmentSaved,
} from '../../contract/alignment.ts';
import { conflictOf } from '../api/conflict.ts';
import { groupBy } from '../ui/group-by.ts';
import {
  type CellClash,
  type CellStep,
  clashingFields,
  fieldsOf,
  type PendingChange,
  stepOf,
  withoutFields,
} from './cell-change.ts';
import { ownEtags } from './own-etags.ts';
import { type CellField, typedValue } from './typed-values.ts';

/** How many changes can be undone. */
const MOST_STEPS = 100;

/** Where changes of one company's grid are saved, and what the server last said of it. */
export interface CellServer {
  /** Saves a change of a cell that was seen under `etag`; throws what the server refuses. */
  save(stackItem: string, change: AlignmentChange, etag: string): Promise<AlignmentSaved>;
  /** Saves the same change in many cells: in all of them, or in none. */
  saveMany(stackItems: readonly string[], change: AlignmentBulkChange): Promise<AlignmentGrid>;
  put(saved: AlignmentSaved): Promise<void>;
  putGrid(grid: AlignmentGrid): Promise<void>;
  known(stackItem: string): AlignmentRow | undefined;
}

/** What one change did, to be undone together. */
interface UndoStep {
  /** A later change has a larger one. */
  readonly id: number;
  readonly cells: readonly CellStep[];
}

/** What is said while changes are saved. */
export interface CellNews {
  /** Everything under way is saved. */
  saved(): void;
  /** Somebody else has changed other fields of a cell; both changes stand. */
  merged(seen: AlignmentRow, current: AlignmentRow, who: string | undefined): void;
  undone(steps: readonly CellStep[]): void;
  /** Somebody else has changed these fields since; they are left alone. */
  notUndone(row: AlignmentRow, fields: readonly CellField[]): void;
  undoFailed(error: unknown): void;
}

export interface CellChangesState {
  readonly pending: readonly PendingChange[];
  readonly clashes: readonly CellClash[];
  readonly canUndo: boolean;
}

/** Changes of a company's grid on their way: see cellChanges. */
export interface CellChanges {
  state(): CellChangesState;
  /** Calls back after every change of the state, until the answer is called. */
  subscribe(listener: () => void): () => void;
  /** Saves a change of a row as it was seen when its editing began. */
  save(seen: AlignmentRow, change: AlignmentChange): void;
  /** Saves the same in many cells; throws what the server refuses. */
  saveMany(stackItems: readonly string[], change: AlignmentBulkChange): Promise<void>;
  undo(): Promise<void>;
  settle(clash: CellClash, whose: 'mine' | 'theirs'): void;
  /** Tries again what was refused. */
  retry(): void;
  giveUp(): void;
  /** Whether a cell stands as one left it oneself, or as one was told that somebody else has. */
  isKnown(stackItem: string, etag: string): boolean;
  /** Whether one has set this field oneself since the grid stands. */
  hasSet(stackItem: string, field: CellField): boolean;
}

/**
 * Changes to a company's grid: shown at once (`pending`), saved cell by cell in the order in which they were made, each
 * against the state that was seen. What somebody else has set meanwhile is never overwritten unasked (`clashes`), and what
 * the server does not take stays in sight (`refused`).
 */
export function cellChanges(server: CellServer, news: CellNews): CellChanges {
  let state: CellChangesState = { pending: [], clashes: [], canUndo: false };
  let nextId = 0;
  let saving = 0;
  let undoing: Promise<void> = Promise.resolve();
  const steps: UndoStep[] = [];
  const listeners = new Set<() => void>();
  const lastSave = new Map<string, Promise<void>>();
  const etags = ownEtags();
  const ownFields = new Set<string>();

  const set = (part: Partial<CellChangesState>) => {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  };
  const drop = (id: number) => set({ pending: state.pending.filter((one) => one.id !== id) });

  /** In the order in which the changes were made, whichever was saved first. */
  const remember = (step: UndoStep) => {
    steps.push(step);
    steps.sort((a, b) => a.id - b.id);
    if (steps.length > MOST_STEPS) steps.shift();
    set({ canUndo: true });
  };
  const markOwn = (cells: readonly CellStep[]) => {
    for (const { stackItem, after } of cells)
      for (const field of Object.keys(after)) ownFields.add(JSON.stringify([stackItem, field]));
  };

  /** After the saves of the same cell that were begun before. */
  const queue = (stackItem: string, save: () => Promise<void>): Promise<void> => {
    const before = lastSave.get(stackItem) ?? Promise.resolve();
    const after = before.then(async () => {
      saving++;
      await save();
      if (--saving === 0) news.saved();
    });
    lastSave.set(stackItem, after);
    return after;
  };

  async function send(one: PendingChange, etag: string, undoes: boolean): Promise<void> {
    const { id } = one.seen.stackItem;
    const before = server.known(id) ?? one.seen;
    try {
      const saved = await server.save(id, one.change, etag);
      etags.replaced(id, etag, saved.etag);
      await server.put(saved);
      const cells = [stepOf(before, saved, one.change)];
      markOwn(cells);
      if (!undoes) remember({ id: one.id, cells });
      drop(one.id);
    } catch (error) {
      const conflict = conflictOf<AlignmentSaved>(error);
      if (!conflict) return refuse(one, error);
      const { current, changed } = conflict;
      const isNews = !etags.isKnown(id, current.etag);
      etags.told(id, current.etag);
      await server.put(current);
      const fields = clashingFields(one, current);
      if (fields.length > 0) return clash({ current, changed, pending: one, fields });
      if (isNews) news.merged(one.seen, current, changed?.by?.name);
      await send(one, current.etag, undoes);
    }
  }

  const refuse = (one: PendingChange, error: unknown) =>
    set({
      pending: state.pending.map((other) => (other.id === one.id ? { ...other, refused: error } : other)),
    });

  /** A later change of the same fields takes the place of one that is still to be decided. */
  const clash = (found: CellClash) => {
    const replaced = state.clashes.filter(
      ({ pending, fields }) =>
        pending.seen.stackItem.id === found.pending.seen.stackItem.id &&
        fields.every((field) => found.fields.includes(field)),
    );
    for (const { pending } of replaced) drop(pending.id);
    set({ clashes: [...state.clashes.filter((other) => !replaced.includes(other)), found] });
  };

  const change = (seen: AlignmentRow, body: AlignmentChange, undoes: boolean): Promise<void> => {
    const { id } = seen.stackItem;
    const onItsWay = state.pending.find((other) => other.seen.stackItem.id === id);
    const base = onItsWay?.base ?? seen.etag;
    const one: PendingChange = { id: nextId++, seen, base, change: body, refused: null };
    set({ pending: [...state.pending.flatMap((other) => outdone(other, id, fieldsOf(body))), one] });
    return queue(id, () => send(one, etags.now(id, base), undoes));
  };

  const everythingSaved = () => Promise.all(lastSave.values());

  /** Later saves of these cells wait for it, as it waits for those before. */
  const changeMany = (stackItems: readonly string[], body: AlignmentBulkChange, undoes: boolean) => {
    const done = sendMany(nextId++, everythingSaved(), stackItems, body, undoes);
    const ended = done.catch(() => undefined);
    for (const item of stackItems) lastSave.set(item, ended);
    return done;
  };

  async function sendMany(
    id: number,
    earlier: Promise<unknown>,
    stackItems: readonly string[],
    body: AlignmentBulkChange,
    undoes: boolean,
  ): Promise<void> {
    await earlier;
    const before = new Map(stackItems.map((item) => [item, server.known(item)]));
    const grid = await server.saveMany(stackItems, body);
    const cells = grid.rows.flatMap((row) => {
      const seen = before.get(row.stackItem.id);
      if (!seen) return [];
      etags.replaced(row.stackItem.id, seen.etag, row.etag);
      return [stepOf(seen, row, body)];
    });
    await server.putGrid(grid);
    markOwn(cells);
    if (!undoes) remember({ id, cells });
    news.saved();
  }

  async function undoLast(): Promise<void> {
    await everythingSaved();
    const step = steps.pop();
    if (!step) return;
    set({ canUndo: steps.length > 0 });
    const back = step.cells.flatMap((cell) => unchangedSince(cell, server.known(cell.stackItem), news));
    try {
      const [only] = back;
      const row = only && server.known(only.stackItem);
      if (back.length === 1 && row) await change(row, only.before as AlignmentChange, true);
      else for (const [body, items] of alike(back)) await changeMany(items, body, true);
      if (back.length > 0) news.undone(back);
    } catch (error) {
      remember(step);
      news.undoFailed(error);
    }
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    save: (seen, body) => void change(seen, body, false),
    saveMany: (stackItems, body) => changeMany(stackItems, body, false),
    undo: () => {
      undoing = undoing.then(undoLast);
      return undoing;
    },
    settle: (found, whose) => {
      set({ clashes: state.clashes.filter((other) => other !== found) });
      const { pending: one, current } = found;
      const { id } = current.stackItem;
      if (whose === 'theirs') drop(one.id);
      else void queue(id, () => send(one, etags.now(id, current.etag), false));
    },
    retry: () => {
      const again = state.pending.filter((one) => one.refused !== null);
      set({ pending: state.pending.map((one) => ({ ...one, refused: null })) });
      for (const one of again) {
        const { id } = one.seen.stackItem;
        void queue(id, () => send({ ...one, refused: null }, etags.now(id, one.base), false));
      }
    },
    giveUp: () => set({ pending: state.pending.filter((one) => one.refused === null) }),
    isKnown: etags.isKnown,
    hasSet: (stackItem, field) => ownFields.has(JSON.stringify([stackItem, field])),
  };
}

/** What is left of a refused change of a cell once these fields of it are set anew. */
function outdone(one: PendingChange, stackItem: string, fields: readonly CellField[]): PendingChange[] {
  if (one.refused === null || one.seen.stackItem.id !== stackItem) return [one];
  const change = withoutFields(one.change, fields);
  return change ? [{ ...one, change }] : [];
}

/** The part of a step that nobody else has changed since; of the rest it is said. */
function unchangedSince(step: CellStep, row: AlignmentRow | undefined, news: CellNews): CellStep[] {
  if (!row) return [];
  const fields = Object.keys(step.before) as CellField[];
  const kept = fields.filter((field) => typedValue(row, field) === step.after[field]);
  if (kept.length < fields.length)
    news.notUndone(
      row,
      fields.filter((field) => !kept.includes(field)),
    );
  if (kept.length === 0) return [];
  const only = (values: CellStep['before']) =>
    Object.fromEntries(kept.map((field) => [field, values[field]]));
  return [{ stackItem: step.stackItem, before: only(step.before), after: only(step.after) }];
}

/** Cells that go back to the same values, together. */
function alike(steps: readonly CellStep[]): readonly (readonly [AlignmentBulkChange, string[]])[] {
  const groups = groupBy(steps, ({ before }) => JSON.stringify(before));
  return [...groups.values()].map((cells) => [
    cells[0]!.before as AlignmentBulkChange,
    cells.map(({ stackItem }) => stackItem),
  ]);
}

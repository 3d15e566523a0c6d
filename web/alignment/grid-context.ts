import { createContext, useContext } from 'react';
import type { AlignmentChange, AlignmentRow } from '../../contract/alignment.ts';
import type { Day } from '../../domain/portfolio/values.ts';
import type { Money } from '../ui/money.ts';
import type { AlignmentBands } from './alignment-bands.ts';
import type { Leaving } from './use-cursor.ts';

/** What every cell of a grid needs beside its row; one and the same object as long as the grid stands. */
export interface GridContext {
  readonly money: Money;
  readonly bands: AlignmentBands;
  readonly asOf: Day;
  readonly staleAfterDays: number;
  readonly mayEdit: boolean;
  save(seen: AlignmentRow, change: AlignmentChange): void;
  /** Ends the editing of a cell. */
  leave(how: Leaving): void;
  /** Takes a row into the selection or out of it; `range`: with all since the last one. */
  select(line: string, range: boolean): void;
  openNotes(stackItem: string): void;
  openLinks(stackItem: string): void;
}

const Context = createContext<GridContext | null>(null);

export const GridProvider = Context.Provider;

export function useGrid(): GridContext {
  const context = useContext(Context);
  if (!context) throw new Error('A cell of the grid stands outside of it.');
  return context;
}

import type { AlignmentChange, AlignmentRow } from '../../contract/alignment.ts';
import { Line } from '../../contract/values.ts';
import { centsTyped, moneyTyped } from './typed-money.ts';

/** The fields of a cell that are typed as text. */
export type TextField = 'alignment' | 'mrrOpportunity' | 'oneTimeOpportunity' | 'provider';

/** What was typed: a change to save, or what is wrong with it. */
export type Typed =
  | { readonly change: AlignmentChange; readonly problem?: never }
  | { readonly problem: string; readonly change?: never };

/** What stands in the text box of a field when a person begins to edit it. */
export function startText(row: AlignmentRow, field: TextField): string {
  switch (field) {
    case 'alignment':
      return String(row.alignment);
    case 'provider':
      return row.provider ?? '';
    default:
      return row[field].source === 'none' ? '' : moneyTyped(row[field].amount);
  }
}

/** Reads what was typed into a field; nothing gives it back to the rules (a provider: there is none). */
export function readTyped(field: TextField, text: string): Typed {
  switch (field) {
    case 'alignment':
      return readPercent(text);
    case 'provider':
      return readProvider(text);
    default:
      return readMoney(field, text);
  }
}

function readPercent(text: string): Typed {
  const bare = text.replace(/[\s%]/g, '').replace(',', '.');
  if (bare === '') return { change: { alignment: null } };
  const alignment = /^(\d{1,3}(\.\d{0,2})?|\.\d{1,2})$/.test(bare) ? Number(bare) : Number.NaN;
  return alignment <= 100
    ? { change: { alignment } }
    : { problem: `“${shortened(text)}” is no alignment: type a number from 0 to 100.` };
}

function readMoney(field: 'mrrOpportunity' | 'oneTimeOpportunity', text: string): Typed {
  const cents = centsTyped(text);
  if (cents !== undefined) return { change: { [field]: cents } };
  return {
    problem: `“${shortened(text)}” is no amount: type one such as 1,250.50, of at most 10,000,000,000,000.`,
  };
}

function readProvider(text: string): Typed {
  if (text.trim() === '') return { change: { provider: null } };
  const provider = Line.safeParse(text);
  return provider.success
    ? { change: { provider: provider.data } }
    : { problem: 'A provider is one line of at most 500 characters.' };
}

const shortened = (text: string): string => (text.length > 24 ? `${text.slice(0, 24)}…` : text);

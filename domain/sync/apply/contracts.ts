import { compareText } from '../../text/compare.ts';
import type { ContractRecord } from '../records.ts';
import { type Cells, dayCell, textCell } from './cells.ts';
import type { ChangedRows } from './changed-rows.ts';
import type { ApplyInput, Link } from './input.ts';
import type { LinkBook } from './link-book.ts';
import { NO_PERIOD, ONE_TIME, periodCells } from './period.ts';
import type { Warnings } from './warnings.ts';

export const CONTRACT_COLUMNS = [
  'key',
  'company',
  'name',
  'status',
  'start',
  'end',
  'cycle',
  'currency',
  'revenueFrom',
  'unmappedCycle',
];

/** A contract of the PSA, and ours that stands for it. */
export interface PlannedContract {
  readonly key: string;
  readonly fields: ContractRecord;
  /** False: whatever it bills, it bills once. */
  readonly recurring: boolean;
}

/** In sync_links, the contract that holds a company's lines of no contract goes by this. */
export const looseRecord = (company: string) => `lines of company ${company}`;

interface Companies {
  /** The company of ours that a record stands for; null: it is left out, undecided or unknown. */
  readonly keyOf: (record: string | null) => string | null;
  readonly isKnown: (record: string | null) => boolean;
}

/**
 * Brings contracts in step: they count by their lines, and what is gone is inactive. One without a company is kept back, and told.
 * Resolves to those that stand, by their record.
 */
export function planContracts(
  input: ApplyInput,
  { keyOf, isKnown }: Companies,
  links: LinkBook,
  rows: ChangedRows,
  warnings: Warnings,
): Map<string, PlannedContract> {
  const { mirror, rules } = input;
  const planned = new Map<string, PlannedContract>();
  for (const [record, fields] of [...mirror.contracts].sort(([a], [b]) => compareText(a, b))) {
    const company = keyOf(fields.company);
    const name = contractName(record, fields);
    if (!isKnown(fields.company)) warnings.add('no company', name);
    if (company === null) continue;
    const link = links.of(record) ?? links.make(record, { made: 'created' });
    links.change(link, { goneOn: null });
    const currency = currencyOf(input, fields);
    const period = fields.recurring ? periodCells(fields.period ?? NO_PERIOD, input.settings) : ONE_TIME;
    rows.put(link.key, { key: link.key, company, name, currency, ...standingCells(fields), ...period });
    planned.set(record, { key: link.key, fields, recurring: period.cycle !== ONE_TIME.cycle });
    if (currency !== '' && currency !== rules.workspace.currency && !rules.exchangeRates.has(currency))
      warnings.add('other currency', currency);
    if (endsEarly(fields))
      warnings.add('unsound', `Contract "${name}" ends before it starts, and is taken as inactive`);
    if (fields.notice !== null) warnings.add('notice', fields.notice);
  }
  return planned;
}

/** A contract that is not there any more, or of no company of ours any more, is inactive. */
export function retireContracts(
  { mirror, today }: ApplyInput,
  there: ReadonlySet<string>,
  links: LinkBook,
  rows: ChangedRows,
): void {
  if (!mirror.read.has('contracts')) return;
  for (const link of links.all) {
    if (there.has(link.record)) continue;
    retire(link, today, links);
    if (rows.row(link.key)) rows.put(link.key, { status: 'inactive' });
  }
}

export function retire(link: Link, today: string, links: LinkBook): void {
  if (link.goneOn === null) links.change(link, { goneOn: today });
}

/** The contract that holds what a company is billed for without one. */
export function looseContract(company: string, key: string): Cells {
  return {
    key,
    company,
    name: 'Billed without a contract',
    ...{
      status: 'active',
      start: '',
      end: '',
      cycle: '',
      unmappedCycle: '',
      currency: '',
      revenueFrom: 'lines',
    },
  };
}

function contractName(record: string, { name, number, type }: ContractRecord): string {
  return textCell(name) || textCell(number) || textCell(type) || `Contract ${record}`;
}

function standingCells(fields: ContractRecord): Cells {
  const sound = !endsEarly(fields);
  return {
    status: fields.active && sound ? 'active' : 'inactive',
    start: sound ? dayCell(fields.startOn) : '',
    end: dayCell(fields.endOn),
    revenueFrom: 'lines',
  };
}

function endsEarly({ startOn, endOn }: ContractRecord): boolean {
  const [start, end] = [dayCell(startOn), dayCell(endOn)];
  return start !== '' && end !== '' && end < start;
}

/** Its own, else its company's; empty: the workspace's. */
function currencyOf({ mirror }: ApplyInput, { company, currency }: ContractRecord): string {
  const told = (currency ?? mirror.companies.get(company ?? '')?.currency ?? '').trim().toUpperCase();
  return /^[A-Z]{3}$/.test(told) ? told : '';
}

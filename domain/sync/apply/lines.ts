import { compareText } from '../../text/compare.ts';
import type { ContractLineRecord } from '../records.ts';
import { type Cells, dayCell, exactly, moneyCell, textCell } from './cells.ts';
import type { ChangedRows } from './changed-rows.ts';
import type { PlannedContract } from './contracts.ts';
import { retire } from './contracts.ts';
import type { ApplyInput } from './input.ts';
import type { LinkBook } from './link-book.ts';
import { NO_PERIOD, ONE_TIME, periodCells } from './period.ts';
import { priceOf } from './price.ts';
import type { Warnings } from './warnings.ts';

export const LINE_COLUMNS = [
  'key',
  'contract',
  'description',
  'productCode',
  'vendor',
  'quantity',
  'unitPrice',
  'cycle',
  'start',
  'cancelledOn',
  'unmappedCycle',
];

/** Where the lines of the PSA go. */
export interface LineHomes {
  /** By the contract's record. */
  readonly contracts: ReadonlyMap<string, PlannedContract>;
  /** Whether the contract is listed, though its company may be left out, or was: what is gone takes its lines along. */
  readonly isKnown: (contract: string | null) => boolean;
  /** The key of the contract that holds a company's lines of no contract; null: none of our companies. */
  readonly looseOf: (company: string | null) => string | null;
  readonly isKnownCompany: (company: string | null) => boolean;
}

/** A flat amount goes by this in sync_links. */
const amountRecord = (contract: string) => `amount of ${contract}`;

/**
 * Brings contract lines in step. A contract's flat amount is a line of its own. A line whose contract the PSA does not list stands in
 * one of its company that holds such lines. What is gone is cancelled on the day that it was found gone.
 */
export function planLines(
  input: ApplyInput,
  homes: LineHomes,
  links: LinkBook,
  rows: ChangedRows,
  warnings: Warnings,
): void {
  const { mirror } = input;
  const there = new Set<string>();
  for (const [record, { key, fields, recurring }] of homes.contracts) {
    const amount = exactly(fields.amount);
    if (amount === null || amount.n === 0n) continue;
    const flat = { quantity: '1', unitPrice: fields.amount, billable: true, notice: null };
    putLine(input, { record: amountRecord(record), name: `${record}-amount` }, key, recurring, {
      ...{ ...EMPTY, ...flat, description: 'Flat amount' },
      // a one-time amount is of the day on which its contract starts
      startOn: recurring ? null : fields.startOn,
    });
  }
  for (const [record, line] of [...mirror.contractLines].sort(([a], [b]) => compareText(a, b))) {
    const contract = homes.contracts.get(line.contract ?? '');
    if (contract) putLine(input, { record }, contract.key, contract.recurring, dated(line, contract));
    else if (!homes.isKnown(line.contract)) {
      const loose = homes.looseOf(line.company);
      if (loose !== null)
        putLine(input, { record }, loose, true, { ...line, period: line.period ?? NO_PERIOD });
      else if (!homes.isKnownCompany(line.company)) warnings.add('no contract', nameOf(input, record, line));
    }
  }
  if (mirror.read.has('contractLines')) cancelGone(input, there, links, rows);

  function putLine(
    from: ApplyInput,
    { record, name }: { readonly record: string; readonly name?: string },
    contract: string,
    recurring: boolean,
    line: ContractLineRecord,
  ): void {
    const cells = lineCells(from, record, line, recurring);
    if (cells === null) {
      warnings.add(
        'unsound',
        `Line "${nameOf(from, record, line)}" is worth more than can be added up, and left out`,
      );
      return;
    }
    there.add(record);
    const link =
      links.of(record) ?? links.make(record, { made: 'created', ...(name === undefined ? {} : { name }) });
    links.change(link, { goneOn: null });
    rows.put(link.key, { key: link.key, contract, ...cells });
    if (line.notice !== null) warnings.add('notice', line.notice);
  }
}

const EMPTY: ContractLineRecord = {
  contract: null,
  company: null,
  product: null,
  sku: null,
  description: null,
  vendor: null,
  quantity: '1',
  unitPrice: null,
  period: null,
  oneTime: false,
  billable: true,
  startOn: null,
  cancelledOn: null,
  notice: null,
};

/** A one-time line without a day of its own is of the day on which its contract starts. */
function dated(line: ContractLineRecord, { fields, recurring }: PlannedContract): ContractLineRecord {
  const oneTime = line.oneTime || !recurring;
  return oneTime && line.startOn === null ? { ...line, startOn: fields.startOn } : line;
}

/** Null: its worth is out of bounds. */
function lineCells(
  { mirror, settings }: ApplyInput,
  record: string,
  line: ContractLineRecord,
  recurring: boolean,
): Cells | null {
  const price = priceOf(line);
  if (price === null) return null;
  const product = line.product === null ? undefined : mirror.products.get(line.product);
  const description = textCell(line.description) || textCell(product?.name ?? null);
  const period =
    line.oneTime || !recurring
      ? ONE_TIME
      : line.period === null
        ? { cycle: '', unmappedCycle: '' }
        : periodCells(line.period, settings);
  return {
    description: `${description || (price.note === '' ? '' : `Line ${record}`)}${price.note}`,
    productCode: textCell(line.sku) || textCell(product?.sku ?? null),
    vendor: textCell(line.vendor) || textCell(product?.vendor ?? null),
    quantity: price.quantity,
    unitPrice: price.unitPrice,
    ...period,
    ...runs(line),
  };
}

/** A line that was cancelled before it started never ran. */
function runs({ startOn, cancelledOn }: ContractLineRecord): Cells {
  const [start, cancelled] = [dayCell(startOn), dayCell(cancelledOn)];
  const never = start !== '' && cancelled !== '' && cancelled < start;
  return { start: never ? cancelled : start, cancelledOn: cancelled };
}

function cancelGone(
  { today }: ApplyInput,
  there: ReadonlySet<string>,
  links: LinkBook,
  rows: ChangedRows,
): void {
  for (const link of links.all) {
    if (there.has(link.record)) continue;
    retire(link, today, links);
    const row = rows.row(link.key);
    if (!row || (row.cancelledOn !== undefined && row.cancelledOn !== '' && row.cancelledOn <= today))
      continue;
    rows.put(link.key, { cancelledOn: row.start !== undefined && row.start > today ? row.start : today });
  }
}

function nameOf(
  { mirror }: ApplyInput,
  record: string,
  { description, product, unitPrice }: ContractLineRecord,
): string {
  const name = textCell(description) || textCell(mirror.products.get(product ?? '')?.name ?? null);
  return name || `${record}${unitPrice === null ? '' : `, ${moneyCell(exactly(unitPrice))}`}`;
}

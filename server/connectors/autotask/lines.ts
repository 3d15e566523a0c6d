import { addDays } from '../../../domain/calendar/day.ts';
import type { Day, Decimal } from '../../../domain/portfolio/values.ts';
import type { ContractLineRecord } from '../../../domain/sync/records.ts';
import type { Labels, Names } from './lookups.ts';
import { type Mapped, toPeriod } from './map.ts';

/** So long is a period that has ended still good while the next one is missing: a job of Autotask's writes them ahead. */
export const STALE_DAYS = 35;

/** A service, or a bundle of services, on a contract. A bundle is one line; its services are not counted again. */
export interface ServiceOnContract {
  readonly unitPrice: Decimal | null;
  readonly adjustedPrice: Decimal | null;
  readonly invoiceDescription: string | null;
}

export interface CatalogueItem {
  readonly name: string | null;
  readonly sku: string | null;
  readonly unitPrice: Decimal | null;
  readonly periodType: string | null;
  readonly vendorCompanyID?: string | null;
}

/** Units of a service in a billing period, or in a part of one after they changed on the way. */
export interface UnitRow {
  readonly units: Decimal | null;
  readonly startDate: Day | null;
  readonly endDate: Day | null;
  readonly vendorCompanyID?: string | null;
}

export interface LineParts {
  readonly contract: string;
  readonly company: string | null;
  /** Id of the product; null: it names none. */
  readonly product: string | null;
  readonly service: ServiceOnContract;
  /** Null: it is not in the catalogue (any more). */
  readonly item: CatalogueItem | null;
  /** Those that cover the day, ended in the 35 days before it, or begin after it. */
  readonly rows: readonly UnitRow[];
  /** False: there are rows of which nobody knows whose they are. */
  readonly allRows: boolean;
  /** The newest start, up to the day, of any period of the contract. */
  readonly newestStart: Day | null;
  readonly labels: Labels;
  readonly companies: Names;
}

/**
 * A line as of a day. Its quantity is that of the one unit row that covers the day, the latest one if several do: there is a row
 * for each billing period, so their sum would count a contract of three years 36 times. Its price is the contract's, and
 * the catalogue's only if that has none; its period is the service's, and otherwise the contract's.
 */
export function toLine(parts: LineParts, asOf: Day): Mapped<ContractLineRecord> {
  const { item, service, labels } = parts;
  const found = standing(parts, asOf);
  if (typeof found === 'string') return found;
  const { row, startOn, notice } = found;
  const period = item && toPeriod(item.periodType, labels('periodType', item.periodType));
  return {
    contract: parts.contract,
    company: parts.company,
    product: parts.product,
    sku: item?.sku ?? null,
    description: service.invoiceDescription ?? item?.name ?? null,
    vendor: parts.companies(row?.vendorCompanyID ?? item?.vendorCompanyID ?? null),
    quantity: row?.units ?? '0',
    unitPrice: service.adjustedPrice ?? service.unitPrice ?? item?.unitPrice ?? null,
    period,
    oneTime: period?.cycle === 'onetime',
    billable: true,
    startOn,
    cancelledOn: null,
    notice,
  };
}

interface Standing {
  readonly row: Readable | null;
  /** Null: since the contract began. */
  readonly startOn: Day | null;
  readonly notice: string | null;
}

function standing({ rows, allRows, newestStart }: LineParts, asOf: Day): Mapped<Standing> {
  const readable = rows.filter(isReadable).sort((a, b) => (a.startDate < b.startDate ? -1 : 1));
  const current = readable.findLast((row) => row.startDate <= asOf && row.endDate >= asOf);
  if (current) return { row: current, startOn: null, notice: null };
  if (!allRows || readable.length < rows.length)
    return 'units, startDate, endDate: nothing that could be read, expected the units of a billing period';
  const next = readable.find((row) => row.startDate > asOf);
  if (next) {
    const notice = `Future: its first billing period begins on ${next.startDate}.`;
    return { row: next, startOn: next.startDate, notice };
  }
  const ended = readable.at(-1);
  // Where the contract has newer periods, the job has been there and left this service out.
  if (ended && ended.endDate >= addDays(asOf, -STALE_DAYS) && (newestStart ?? '') <= ended.endDate) {
    const notice = `Stale: its last billing period ended on ${ended.endDate}, and Autotask has no newer one yet.`;
    return { row: ended, startOn: null, notice };
  }
  return { row: null, startOn: null, notice: 'Lapsed: no billing period covers today.' };
}

type Readable = UnitRow & { readonly units: Decimal; readonly startDate: Day; readonly endDate: Day };

function isReadable(row: UnitRow): row is Readable {
  return row.units !== null && row.startDate !== null && row.endDate !== null;
}

import { addDays } from '../../../domain/calendar/day.ts';
import type { Day } from '../../../domain/portfolio/values.ts';
import type { ContractLineRecord, ContractRecord, ProductRecord } from '../../../domain/sync/records.ts';
import { billingPeriod } from './billing-period.ts';
import { lineAmount } from './line-amount.ts';
import { isoCode } from './map.ts';
import type { ClientContract, InvoiceLine, RecurringInvoice } from './shapes.ts';

/** The id of the contract that a recurring invoice is by itself. */
export const ownContractId = (invoice: RecurringInvoice) => `recurring-${invoice.id}`;

/**
 * A contract with the recurring invoices that bill it. They say what it is worth, and while they bill, it runs, whatever its
 * own dates say; without one its own amount counts. `today` is needed for what has ended already.
 */
export function contract(
  row: ClientContract,
  invoices: readonly RecurringInvoice[],
  today: Day,
): ContractRecord {
  const stopped = row.active === false || /cancel|terminat|inactive|suspend/i.test(row.contract_status ?? '');
  const billed = invoices.some(({ enddate }) => enddate === null || enddate >= today);
  const endOn = row.rollingcontract === true ? null : row.end_date;
  const amount = Number(row.periodchargeamount) === 0 ? null : row.periodchargeamount;
  const fallback = invoices.length === 0 && amount !== null;
  const longer = billed && endOn !== null && endOn < today;
  const notices = [
    fallback && "This is the contract's own amount: HaloPSA has no recurring invoice for it.",
    billed &&
      stopped &&
      `HaloPSA calls it ${row.contract_status ?? 'inactive'}, but a recurring invoice still bills it.`,
    longer && `It ended on ${endOn}, but a recurring invoice still bills it.`,
  ];
  return {
    company: row.client_id,
    name: row.ref ?? row.refextra ?? `Contract ${row.id}`,
    number: null,
    type: row.contracttype_name,
    status: row.contract_status,
    active: billed || !stopped,
    startOn: row.start_date && invoices.map(({ startdate }) => startdate).reduce(earliest, row.start_date),
    endOn: longer ? invoices.map(({ enddate }) => enddate).reduce(later) : endOn,
    recurring: invoices.length > 0 || amount !== null || row.billingperiod !== null,
    amount: fallback ? amount : null,
    period: invoices[0]
      ? periodOf(invoices[0], null)
      : billingPeriod(row.billingperiod, row.billing_period_string),
    currency: invoices.map(currencyOf).find((code) => code !== null) ?? null,
    notice: notices.filter((notice) => notice !== false).join(' ') || null,
  };
}

/** Of a recurring invoice that belongs to no contract, or to one that HaloPSA does not list. */
export function ownContract(invoice: RecurringInvoice): ContractRecord {
  return {
    company: invoice.client_id,
    name: invoice.contract_ref ?? invoice.name ?? `Recurring invoice ${invoice.id}`,
    number: null,
    type: 'Recurring invoice',
    status: null,
    active: true,
    startOn: invoice.startdate,
    endOn: invoice.enddate,
    recurring: true,
    amount: null,
    period: periodOf(invoice, null),
    currency: currencyOf(invoice),
    notice: 'HaloPSA has a recurring invoice for this, and lists no contract.',
  };
}

/** `of` is the contract that the line belongs to; null: none, the line is a heading or switched off. */
export function contractLine(
  line: InvoiceLine,
  invoice: RecurringInvoice,
  of: { readonly id: string; readonly fields: ContractRecord },
  product: ProductRecord | null,
  suppliers: ReadonlyMap<string, string>,
): ContractLineRecord | null {
  if (line.isinactive === true || line.isgroupdesc === true) return null;
  const { quantity, unitPrice, notice } = lineAmount(line);
  const counted =
    line._is_calculated_line || line.calculate_price_from_assets || line.calculate_price_from_users;
  const calculated = counted === true || (line.recurring_invoice_quantity_type ?? 0) > 0;
  const notices = [
    notice,
    calculated ? 'HaloPSA counts the quantity itself; this is that of its last invoice.' : null,
  ];
  const last = earliest(line.enddate, invoice.enddate === of.fields.endOn ? null : invoice.enddate);
  return {
    contract: of.id,
    company: invoice.client_id ?? of.fields.company,
    product: line._itemid,
    sku: line.item_code ?? line.item_internal_reference ?? product?.sku ?? null,
    description: line.item_shortdescription ?? line.item_longdescription ?? product?.name ?? null,
    vendor:
      line.supplier_name ??
      (line.supplier === null ? undefined : suppliers.get(line.supplier)) ??
      product?.vendor ??
      null,
    quantity,
    unitPrice,
    period: periodOf(invoice, line.billingperiod),
    oneTime: line.onetimecharge === true,
    billable: true,
    startOn: latest(line.startdate, invoice.startdate),
    cancelledOn: last === null ? null : addDays(last, 1),
    notice: notices.filter((word) => word !== null).join('. ') || null,
  };
}

/** The label of an invoice's period is that of its lines of the same number, too. */
function periodOf(invoice: RecurringInvoice, ofLine: string | null) {
  const same = ofLine === null || ofLine === invoice.period;
  return billingPeriod(ofLine ?? invoice.period, same ? invoice.periodname : null);
}

function currencyOf(invoice: RecurringInvoice): string | null {
  return isoCode(invoice.currency_code_name) ?? isoCode(invoice.currency);
}

/** An end that is not given is later than any; the others take what is given. */
const later = (a: Day | null, b: Day | null) => (a === null || b === null ? null : a > b ? a : b);
const latest = (a: Day | null, b: Day | null) => (a === null ? b : b === null || a > b ? a : b);
const earliest = (a: Day | null, b: Day | null) => (a === null ? b : b === null || a < b ? a : b);

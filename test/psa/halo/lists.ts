import type { Tenant, TenantRecord } from '../tenant.ts';
import type { NumberedList, Numbers, Row } from './rows.ts';
import * as rows from './rows.ts';

/** What of HaloPSA's API is shown: the key of the envelope (null: a bare list), the schema of a row, and the rows. */
export interface List {
  readonly key: string | null;
  /** In the specification; null: it has none. */
  readonly schema: string | null;
  readonly rows: (query: URLSearchParams, tenant: Tenant, numbers: Numbers) => readonly Row[];
  /** HaloPSA's lists differ in what they do behind their end, and in whether they mind the page's size. */
  readonly pages?: { readonly repeatsLast?: true; readonly size?: number };
}

const yes = (query: URLSearchParams, name: string) => query.get(name) === 'true';

export const LISTS: Readonly<Record<string, List>> = {
  Client: {
    key: 'clients',
    schema: 'Area',
    pages: {},
    rows: (query, tenant, numbers) => {
      const mainSites = new Map(
        rows
          .all(tenant, 'sites')
          .flatMap(({ id, fields }) => (fields.primary ? [[fields.company, Number(id)]] : [])),
      );
      return changed(query, rows.all(tenant, 'companies'))
        .filter(({ fields }) => fields.active || yes(query, 'includeinactive'))
        .filter(({ fields }) => !fields.internal || !yes(query, 'exclude_internal'))
        .map((one) => rows.clientRow(one, numbers, mainSites.get(one.id) ?? null));
    },
  },
  Site: {
    key: 'sites',
    schema: 'Site_List',
    pages: { size: 50 },
    rows: (query, tenant) =>
      changed(query, rows.all(tenant, 'sites'))
        .filter(({ fields }) => fields.active || yes(query, 'includeinactive'))
        .map((one) => rows.siteRow(one, yes(query, 'includeaddress'))),
  },
  Users: {
    key: 'users',
    schema: 'Users_List',
    pages: { repeatsLast: true },
    rows: (query, tenant) => [
      ...changed(query, rows.all(tenant, 'contacts'))
        .filter(({ fields }) => fields.active || yes(query, 'includeinactive'))
        .map(rows.userRow),
      ...(yes(query, 'exclude_generaluser') ? [] : rows.all(tenant, 'sites').map(rows.generalUserRow)),
    ],
  },
  Item: {
    key: 'items',
    schema: 'Item',
    pages: {},
    rows: (query, tenant, numbers) =>
      rows
        .all(tenant, 'products')
        .filter(({ fields }) => fields.active || yes(query, 'includeinactive'))
        .map((one) => rows.itemRow(one, numbers)),
  },
  ClientContract: {
    key: 'contracts',
    schema: 'ContractHeader_List',
    pages: {},
    rows: (query, tenant) => {
      const billed = new Set(rows.all(tenant, 'contractLines').map(({ fields }) => fields.contract));
      return rows
        .all(tenant, 'contracts')
        .filter(({ fields }) => fields.active || yes(query, 'includeinactive'))
        .filter(rows.isListed)
        .map((one) => rows.contractRow(one, billed.has(one.id)));
    },
  },
  RecurringInvoice: {
    key: 'invoices',
    schema: 'InvoiceHeader',
    pages: {},
    rows: (query, tenant, numbers) =>
      recurringInvoices(tenant, numbers).map((row) => ({
        ...row,
        lines: yes(query, 'includelines') ? row.lines : [],
      })),
  },
  Tickets: {
    key: 'tickets',
    schema: 'Faults_List',
    pages: { repeatsLast: true },
    rows: (query, tenant, numbers) => {
      const hours = hoursByTicket(tenant);
      return [
        ...occurred(query, changed(query, rows.all(tenant, 'tickets')), ({ fields }) => fields.createdAt).map(
          (one) => rows.ticketRow(one, numbers, hours.get(one.id) ?? 0),
        ),
        ...occurred(
          query,
          changed(query, rows.all(tenant, 'opportunities')),
          ({ updatedAt }) => updatedAt,
        ).map((one) => rows.opportunityRow(one, numbers)),
      ];
    },
  },
  Opportunities: {
    key: 'tickets',
    schema: 'Faults_List',
    pages: {},
    rows: (query, tenant, numbers) =>
      changed(query, rows.all(tenant, 'opportunities')).map((one) => rows.opportunityRow(one, numbers)),
  },
  TimesheetEvent: {
    key: null,
    schema: 'TimesheetEvent',
    rows: (query, tenant, numbers) => {
      const [start, end] = [query.get('start_date') ?? '', query.get('end_date') ?? ''];
      const day = start.slice(0, 10);
      const lunch = {
        id: 70_000_000 + Number(day.replaceAll('-', '')),
        break_type: 1,
        start_date: start,
        timetaken: 1,
      };
      const found = rows
        .all(tenant, 'timeEntries')
        .filter(({ fields: { workedOn } }) => `${workedOn}T09` >= start && `${workedOn}T09` < end);
      return found.length === 0 ? [] : [lunch, ...found.map((one) => rows.timesheetRow(one, numbers))];
    },
  },
  Actions: {
    key: 'actions',
    schema: 'Actions',
    rows: (query, tenant, numbers) => [
      { id: 60_000_000, datetime: '2026-01-01T00:00:00Z', timetaken: 0, note: 'An e-mail came in' },
      ...rows
        .all(tenant, 'timeEntries')
        .filter(({ fields }) => fields.ticket === query.get('ticket_id'))
        .map((one) => rows.actionRow(one, numbers)),
    ],
  },
  Feedback: {
    key: null,
    schema: 'Feedback',
    rows: (_, tenant) => rows.all(tenant, 'surveys').map(rows.feedbackRow),
  },
  TicketType: { key: null, schema: null, rows: () => rows.TICKET_TYPES },
  Status: { key: null, schema: null, rows: named('statuses') },
  Agent: { key: 'results', schema: null, rows: named('agents') },
  Supplier: {
    key: 'suppliers',
    schema: 'Supplier',
    rows: named('suppliers'),
  },
  Lookup: {
    key: null,
    schema: 'Lookup',
    rows: (query, tenant, numbers) =>
      query.get('lookupid') === '33' ? named('customerTypes')(query, tenant, numbers) : [],
  },
  Currency: {
    key: null,
    schema: 'Currency',
    rows: (...asked) =>
      named('currencies')(...asked).map(({ id, name }) => ({ id, name: `${name} (local)`, code: name })),
  },
  // Each SLA has entries of its own for the same priorities; tickets refer to the priority.
  Priority: {
    key: null,
    schema: null,
    rows: (...asked) =>
      [1000, 2000].flatMap((sla) =>
        named('priorities')(...asked).map(({ id, name }) => ({
          id: sla + Number(id),
          slaid: sla,
          priorityid: id,
          name,
        })),
      ),
  },
};

export function recurringInvoices(tenant: Tenant, numbers: Numbers): readonly Row[] {
  const lines = new Map<string | null, TenantRecord<'contractLines'>[]>();
  for (const line of rows.all(tenant, 'contractLines')) {
    const { contract } = line.fields;
    lines.set(contract, [...(lines.get(contract) ?? []), line]);
  }
  return rows
    .all(tenant, 'contracts')
    .flatMap((one) => (lines.has(one.id) ? rows.invoiceRows(one, lines.get(one.id)!, numbers) : []));
}

function changed<T extends { readonly updatedAt: string }>(
  query: URLSearchParams,
  records: readonly T[],
): readonly T[] {
  const from = query.get('lastupdatefromdate') ?? '';
  const to = query.get('lastupdatetodate') ?? '9';
  return records.filter(({ updatedAt }) => updatedAt >= from && updatedAt <= to);
}

function occurred<T>(query: URLSearchParams, records: readonly T[], at: (record: T) => string): readonly T[] {
  if (query.get('datesearch') !== 'dateoccurred') return records;
  const from = query.get('startdate') ?? '';
  const to = query.get('enddate') ?? '9';
  return records.filter((record) => at(record) >= from && at(record) <= to);
}

const hoursOf = new WeakMap<
  Tenant,
  { readonly entries: number; readonly hours: ReadonlyMap<string | null, number> }
>();

function hoursByTicket(tenant: Tenant): ReadonlyMap<string | null, number> {
  const known = hoursOf.get(tenant);
  if (known?.entries === tenant.timeEntries.size) return known.hours;
  const hours = new Map<string | null, number>();
  for (const { fields } of tenant.timeEntries.values())
    hours.set(fields.ticket, (hours.get(fields.ticket) ?? 0) + Number(fields.hours));
  hoursOf.set(tenant, { entries: tenant.timeEntries.size, hours });
  return hours;
}

/** A list of names is whole, whatever has been asked for so far. */
function named(list: NumberedList): List['rows'] {
  return (_, tenant, numbers) => {
    for (const name of rows.namesOf(list, tenant)) numbers.of(list, name);
    return numbers.entries(list);
  };
}

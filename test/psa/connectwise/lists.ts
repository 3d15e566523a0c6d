import type { RecordKind } from '../../../domain/sync/records.ts';
import { TENANT_PERIODS, type TenantRecord } from '../tenant.ts';
import type { Row } from './condition.ts';
import {
  BOARDS,
  billingCycle,
  boardId,
  COMPANY_STATUSES,
  OPPORTUNITY_STATES,
  type Rendering,
  renderAddition,
  renderAgreement,
  renderCompany,
  renderContact,
  renderForecast,
  renderOpportunity,
  renderProduct,
  renderSite,
  renderSurvey,
  renderTicket,
  renderTimeEntry,
  statusId,
  TICKET_STATUSES,
} from './render.ts';

/** Rows by their ids, which rise. A row is made when it is asked for. */
export interface RowList {
  readonly ids: readonly number[];
  row(id: number): Row;
}

/** What a path shows: a list, one thing, or null: there is no such thing. */
export type Shown = { readonly list: RowList } | { readonly one: unknown } | null;

/** By what it is below: an agreement's additions, an opportunity's forecast. */
type Place = readonly [pattern: RegExp, show: (id: string, rendering: Rendering) => Shown];

const PLACES: readonly Place[] = [
  [/^\/company\/companies$/, all('companies', renderCompany)],
  [/^\/company\/companies\/statuses$/, () => fixed(COMPANY_STATUSES.map(companyStatus))],
  [/^\/company\/companies\/(\d+)\/sites$/, below('sites', 'companies', 'company', renderSite)],
  [/^\/company\/contacts$/, all('contacts', renderContact)],
  [/^\/procurement\/catalog$/, all('products', renderProduct)],
  [/^\/finance\/agreements$/, all('contracts', renderAgreement)],
  [
    /^\/finance\/agreements\/(\d+)\/additions$/,
    below('contractLines', 'contracts', 'contract', renderAddition),
  ],
  [/^\/finance\/billingCycles$/, () => fixed(TENANT_PERIODS.map(cycle))],
  [/^\/service\/tickets$/, all('tickets', renderTicket)],
  [/^\/service\/boards\/(\d+)\/statuses$/, (board) => boardStatuses(Number(board))],
  [/^\/time\/entries$/, all('timeEntries', renderTimeEntry)],
  [/^\/sales\/opportunities$/, all('opportunities', renderOpportunity)],
  [/^\/sales\/opportunities\/statuses$/, () => fixed(OPPORTUNITY_STATES.map(opportunityStatus))],
  [/^\/sales\/opportunities\/(\d+)\/forecast$/, forecast],
  [/^\/service\/surveys$/, () => fixed([{ id: 1, name: 'After a ticket' }])],
  [/^\/service\/surveys\/1\/questions$/, () => fixed(QUESTIONS)],
  [/^\/service\/surveys\/1\/results$/, all('surveys', renderSurvey)],
  [
    /^\/system\/info$/,
    () => ({
      one: {
        version: 'v2026.1.1234',
        isCloud: true,
        serverTimeZone: 'Eastern Standard Time',
        cloudRegion: 'NA',
      },
    }),
  ],
];

export function shownAt(path: string, rendering: Rendering): Shown {
  for (const [pattern, show] of PLACES) {
    const match = pattern.exec(path);
    if (match) return show(match[1] ?? '', rendering);
  }
  return null;
}

const sorted = new WeakMap<
  object,
  { readonly size: number; readonly last: string; readonly ids: number[] }
>();

/** Ids in order; sorted anew when records have come or gone. */
function idsOf(records: ReadonlyMap<string, unknown>): readonly number[] {
  const keys = [...records.keys()];
  const known = sorted.get(records);
  const last = keys.at(-1) ?? '';
  if (known?.size === keys.length && known.last === last) return known.ids;
  const ids = keys.map(Number).sort((a, b) => a - b);
  sorted.set(records, { size: keys.length, last, ids });
  return ids;
}

type Render<K extends RecordKind> = (record: TenantRecord<K>, rendering: Rendering) => Row;

function all<K extends RecordKind>(kind: K, render: Render<K>): Place[1] {
  return (_, rendering) => {
    const records = rendering.tenant[kind] as ReadonlyMap<string, TenantRecord<K>>;
    return { list: { ids: idsOf(records), row: (id) => render(records.get(String(id))!, rendering) } };
  };
}

/** Only by one parent at a time, and of one that is there. */
function below<K extends 'sites' | 'contractLines'>(
  kind: K,
  parents: RecordKind,
  field: keyof TenantRecord<K>['fields'],
  render: Render<K>,
): Place[1] {
  return (parent, rendering) => {
    if (!rendering.tenant[parents].has(parent)) return null;
    const records = rendering.tenant[kind] as unknown as ReadonlyMap<string, TenantRecord<K>>;
    const own = [...records.values()].filter(
      ({ fields }) => (fields as TenantRecord<K>['fields'])[field] === parent,
    );
    return fixed(own.map((record) => render(record, rendering)).sort((a, b) => Number(a.id) - Number(b.id)));
  };
}

function fixed(rows: readonly Row[]): Shown {
  const byId = new Map(rows.map((row) => [Number(row.id), row]));
  return { list: { ids: [...byId.keys()], row: (id) => byId.get(id)! } };
}

function forecast(id: string, { tenant }: Rendering): Shown {
  const opportunity = tenant.opportunities.get(id);
  return opportunity ? { one: [renderForecast(opportunity)] } : null;
}

const companyStatus = (name: string, at: number): Row => ({
  id: at + 1,
  name,
  inactiveFlag: name === 'Inactive',
});

/** Of a period that nobody knows, ConnectWise says nothing. */
function cycle({ label, cycle: meaning }: (typeof TENANT_PERIODS)[number]): Row {
  const options: Readonly<Record<string, string>> = { semiannual: 'SemiAnnual', annual: 'Yearly' };
  const { id, name } = billingCycle(label) as { id: number; name: string };
  return {
    id,
    identifier: label,
    name,
    billingOptions: meaning === null ? null : (options[meaning] ?? label),
  };
}

function boardStatuses(board: number): Shown {
  const name = BOARDS.find((each) => boardId(each) === board);
  if (name === undefined) return null;
  return fixed(
    TICKET_STATUSES.map((status) => ({
      id: statusId(name, status),
      name: status,
      closedStatus: status === 'Closed',
    })),
  );
}

const opportunityStatus = (state: string, at: number): Row => ({
  id: at + 1,
  name: state,
  wonFlag: state === 'won',
  lostFlag: state === 'lost',
  closedFlag: state !== 'open',
});

const QUESTIONS: readonly Row[] = [
  {
    id: 1,
    type: 'Selection',
    question: 'How did we do?',
    includeFlag: true,
    options: [1, 3, 5].map((points) => ({ includeFlag: true, caption: `${points} of 5`, points })),
  },
  { id: 2, type: 'OpenEnded', question: 'Anything else?', includeFlag: true, options: [] },
];

import { cycleAmount } from '../../../domain/contracts/cycle.ts';
import { fraction, multiply, parseDecimal, roundHalfUp } from '../../../domain/money/fraction.ts';
import type { Decimal } from '../../../domain/portfolio/values.ts';
import type {
  OpportunityRecord,
  SurveyRecord,
  TicketRecord,
  TimeEntryRecord,
} from '../../../domain/sync/records.ts';
import { type BillingOptions, decimalOf, periodOf } from './billing.ts';
import type { Forecast, Opportunity, Question, SurveyResult, Ticket, TimeEntry } from './shapes.ts';

const KINDS: Readonly<Record<string, TicketRecord['kind']>> = {
  serviceticket: 'service',
  projectticket: 'project',
  projectissue: 'project',
};
const kindOf = (type: string | null) => KINDS[type?.toLowerCase() ?? ''] ?? 'other';

/** `closedStatuses`: ids of board statuses that close a ticket, whether or not its own flag says so. */
export function toTicket(
  row: Ticket,
  id: string,
  closedStatuses: ReadonlySet<string>,
): TicketRecord | string {
  const createdAt = row._info?.dateEntered ?? row.dateEntered ?? row._info?.lastUpdated ?? null;
  if (createdAt === null) return '_info/dateEntered: nothing, expected a date and time.';
  const status = row.status?.id ?? null;
  const closed = row.closedFlag === true || (status !== null && closedStatuses.has(status));
  return {
    company: row.company?.id ?? null,
    number: id,
    title: row.summary ?? `Ticket ${id}`,
    // Only service tickets are listed by ConnectWise's older versions, which do not say so.
    kind: row.recordType === null ? 'service' : kindOf(row.recordType),
    board: row.board?.name ?? null,
    type: row.type?.name ?? null,
    priority: row.priority?.name ?? null,
    status: row.status?.name ?? null,
    closed,
    createdAt,
    closedAt: closed ? (row.closedDate ?? row.dateResolved) : null,
  };
}

export function toTimeEntry(row: TimeEntry): TimeEntryRecord | string {
  if (row.timeStart === null) return 'timeStart: nothing, expected a date.';
  if (row.actualHours === null) return 'actualHours: nothing, expected a number.';
  const kind = kindOf(row.chargeToType);
  return {
    company: row.company?.id ?? null,
    ticket: kind === 'other' ? null : (row.chargeToId ?? row.ticket?.id ?? null),
    kind,
    workedOn: row.timeStart,
    hours: row.actualHours,
    billable: row.billableOption?.toLowerCase() === 'billable',
    resource: row.member?.name ?? row.member?.identifier ?? null,
  };
}

/** What an opportunity's status means, by its id. */
export type OpportunityStates = ReadonlyMap<string, OpportunityRecord['state']>;

/** `forecast` null: it was not asked for, or there is none. */
export function toOpportunity(
  row: Opportunity,
  id: string,
  states: OpportunityStates,
  forecast: Forecast | null,
  options: BillingOptions,
): OpportunityRecord {
  const state = states.get(row.status?.id ?? '') ?? 'open';
  const probability = row.probability?.name?.replace(/\s*%$/, '') ?? '';
  return {
    company: row.company?.id ?? null,
    name: row.name ?? `Opportunity ${id}`,
    stage: row.stage?.name ?? null,
    state,
    probability: /^\d{1,3}(\.\d+)?$/.test(probability) ? probability : null,
    closeOn: state === 'open' ? row.expectedCloseDate : (row.closedDate ?? row.expectedCloseDate),
    oneTime: oneTimeOf(forecast),
    monthly: monthlyOf(forecast, options),
    owner: row.primarySalesRep?.name ?? row.primarySalesRep?.identifier ?? null,
  };
}

function oneTimeOf(forecast: Forecast | null): Decimal | null {
  const items = included(forecast).filter(({ recurringFlag }) => recurringFlag !== true);
  const amounts = items.flatMap(({ revenue }) => (revenue === null ? [] : [centsOf(revenue)]));
  return amounts.length === 0 ? null : amountOf(amounts);
}

/** Items of a billing cycle that nobody knows are left out: it is not known what they are worth a month. */
function monthlyOf(forecast: Forecast | null, options: BillingOptions): Decimal | null {
  const amounts = included(forecast).flatMap(({ recurringFlag, recurringRevenue, billCycle }) => {
    const cycle = periodOf(billCycle, options)?.cycle ?? null;
    if (recurringFlag !== true || recurringRevenue === null || cycle === null || cycle === 'onetime')
      return [];
    return [cycleAmount(centsOf(recurringRevenue), '1', cycle)];
  });
  return amounts.length === 0 ? null : amountOf(amounts);
}

const included = (forecast: Forecast | null) =>
  (forecast?.forecastItems ?? []).filter(({ includeFlag }) => includeFlag !== false);

const centsOf = (amount: Decimal) => Number(roundHalfUp(multiply(parseDecimal(amount), fraction(100))));

const amountOf = (cents: readonly number[]) =>
  decimalOf(
    cents.reduce((sum, each) => sum + BigInt(each), 0n),
    100n,
  );

/** The most points that a survey gives; 0: its questions give none. */
export function mostPoints(questions: readonly Question[]): number {
  return questions
    .filter(({ includeFlag }) => includeFlag !== false)
    .map(({ options }) => Math.max(0, ...(options ?? []).map(({ points }) => points ?? 0)))
    .reduce((a, b) => a + b, 0);
}

/**
 * ConnectWise knows points alone, so a share of them is read as it is on a scale of five: four fifths and more are positive, two
 * fifths and less negative.
 */
export function toSurvey(row: SurveyResult, most: number): SurveyRecord | string {
  const answeredAt = row._info?.dateEntered ?? row._info?.lastUpdated ?? null;
  if (answeredAt === null) return '_info/dateEntered: nothing, expected a date and time.';
  const points = row.totalPoints;
  return {
    company: row.company?.id ?? null,
    ticket: row.ticketId,
    email: row.emailAddress,
    rating:
      points === null || most <= 0
        ? null
        : points * 5 >= most * 4
          ? 'positive'
          : points * 5 <= most * 2
            ? 'negative'
            : 'neutral',
    score: points === null ? null : String(points),
    comment: row.footerResponse,
    answeredAt,
  };
}

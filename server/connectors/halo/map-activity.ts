import type {
  OpportunityRecord,
  SurveyRecord,
  TicketRecord,
  TimeEntryRecord,
} from '../../../domain/sync/records.ts';
import type { TicketType } from './lookups.ts';
import { nameOf } from './map.ts';
import type { Action, Feedback, Ticket, TimesheetEvent } from './shapes.ts';
import { type SurveyScale, surveyRating } from './survey-scale.ts';

type Names = ReadonlyMap<string, string>;

export interface TicketNames {
  readonly statuses: Names;
  readonly priorities: Names;
  readonly types: ReadonlyMap<string, TicketType>;
}

const CLOSED = /clos|resolv|complet|cancel/i;

/** Null: an opportunity, which is a ticket of another type. A text: what is missing. */
export function ticket(row: Ticket, names: TicketNames): TicketRecord | string | null {
  const type = row.tickettype_id === null ? undefined : names.types.get(row.tickettype_id);
  if (type?.kind === null) return null;
  if (row.dateoccurred === null) return 'dateoccurred: not a date and time';
  const status = nameOf(row.status_id, names.statuses);
  return {
    company: row.client_id,
    number: row.id ?? '',
    title: row.summary ?? '',
    kind: type?.kind ?? 'service',
    board: row.team,
    type: type?.name ?? null,
    priority: row.priority_name ?? nameOf(row.priority_id, names.priorities),
    status,
    closed: row.hasbeenclosed === true || row.dateclosed !== null || CLOSED.test(status ?? ''),
    createdAt: row.dateoccurred,
    closedAt: row.dateclosed,
  };
}

/** Null: no work, such as a break or a holiday. A text: what is missing. */
export function timesheetEvent(
  row: TimesheetEvent,
  names: { readonly types: ReadonlyMap<string, TicketType>; readonly agents: Names },
): TimeEntryRecord | string | null {
  if (row.break_type !== null || row.holiday_id !== null) return null;
  if (row.timetaken === null || Number(row.timetaken) <= 0) return null;
  if (row.start_date === null) return 'start_date: not a date and time';
  const type = row.tickettype_id === null ? undefined : names.types.get(row.tickettype_id);
  return {
    company: row.client_id,
    ticket: row.ticket_id,
    kind: row.ticket_id === null ? 'other' : type ? (type.kind ?? 'other') : 'service',
    workedOn: row.start_date.slice(0, 10),
    hours: row.timetaken,
    // Rate 0 is "no charge".
    billable: row.charge_rate !== null,
    resource: nameOf(row.agent_id, names.agents),
  };
}

/** The hours of an action of `of`; null: it took none. A text: what is missing. */
export function action(
  row: Action,
  of: { readonly id: string; readonly kind: TicketRecord['kind'] },
  agents: Names,
): TimeEntryRecord | string | null {
  if (row.timetaken === null || Number(row.timetaken) <= 0) return null;
  if (row.datetime === null) return 'datetime: not a date and time';
  return {
    company: null,
    ticket: of.id,
    kind: of.kind,
    workedOn: row.datetime.slice(0, 10),
    hours: row.timetaken,
    billable: Number(row.actionchargehours) + Number(row.actionprepayhours) > 0,
    resource: nameOf(row.actionby_agent_id, agents) ?? row.who,
  };
}

/** All hours of a ticket as one entry, on the day when it was closed or last worked on; null: none, or no ticket of ours. */
export function hoursOfTicket(row: Ticket, names: TicketNames): TimeEntryRecord | null {
  const of = ticket(row, names);
  if (of === null || typeof of === 'string') return null;
  if (row.timetaken === null || Number(row.timetaken) <= 0) return null;
  return {
    company: of.company,
    ticket: row.id,
    kind: of.kind,
    workedOn: (of.closedAt ?? row.lastactiondate ?? of.createdAt).slice(0, 10),
    hours: row.timetaken,
    billable: false,
    resource: null,
  };
}

const WON = /\bwon\b|converted|accepted/i;
const LOST = /\blost\b|declin|reject|cancel/i;

export function opportunity(
  row: Ticket,
  names: { readonly statuses: Names; readonly agents: Names },
): OpportunityRecord {
  const stage = nameOf(row.status_id, names.statuses);
  const won = row.oppconverteddate !== null || WON.test(stage ?? '');
  const lost = row.dateclosed !== null || row.hasbeenclosed === true || LOST.test(stage ?? '');
  return {
    company: row.client_id,
    name: row.summary ?? `Opportunity ${row.id}`,
    stage,
    state: won ? 'won' : lost ? 'lost' : 'open',
    probability: row.oppconversionprobability,
    closeOn: row.targetdate,
    oneTime: row.oppvalue,
    monthly: null,
    owner: nameOf(row.agent_id, names.agents),
  };
}

/** A text: what is missing. */
export function survey(row: Feedback, scale: SurveyScale | null): SurveyRecord | string {
  if (row.date === null) return 'date: not a date and time';
  return {
    company: null,
    ticket: row.ticket_id,
    email: null,
    rating: surveyRating(row, scale),
    score: row.score ?? (scale?.by === 'band' ? row.score_band : null),
    comment: row.comment,
    answeredAt: row.date,
  };
}

import { sql } from 'kysely';
import { may } from '../../domain/access/abilities.ts';
import type { NameKind } from '../../domain/activity/vocabulary.ts';
import { isKnown } from '../../domain/dashboard/known-values.ts';
import { MEETING_KIND_NAMES, type MeetingKind, meetingName } from '../../domain/engagement/meeting-kinds.ts';
import type { Day } from '../../domain/portfolio/values.ts';
import { seesCompany, type Viewer } from '../access/viewer.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { type AuditEvent, deletionsOf } from './queries.ts';
import { recordedList, recordedMeeting, recordedText } from './recorded.ts';

/** What things are called now, or were called when they were deleted; undefined: never named. */
export interface Names {
  of(
    kind:
      | NameKind
      | 'metric'
      | 'contract line'
      | 'action item'
      | 'cadence'
      | 'assessment'
      | 'assessment template'
      | 'onboarding task',
    id: string,
  ): string | undefined;
  /** What a subject was called when it was deleted. */
  ofDeleted(subject: string): string | undefined;
  /** The currency of a contract, given by its own id or by that of one of its lines; undefined: the workspace's. */
  currencyOf(contractOrLine: string): string | undefined;
}

interface Row {
  readonly kind:
    | 'contract'
    | 'contract line'
    | 'contact'
    | 'recommendation'
    | 'meeting'
    | 'action item'
    | 'escalation'
    | 'goal'
    | 'assessment'
    | 'assessment template'
    | 'onboarding task';
  readonly key: string;
  readonly name: string | null;
  readonly currency: string | null;
}

/** The names of everything that these events may speak of, as far as the viewer may know them. */
export async function namesFor(tx: Tx, viewer: Viewer, events: readonly AuditEvent[]): Promise<Names> {
  const { definitions, grants, portfolio } = viewer.loaded;
  const deletions = await deletionsOf(tx, events);
  const rows = await namedRows(tx, idsIn([...events, ...deletions.values()]));
  const metrics = [...definitions.healthMetrics, ...definitions.effortMetrics];
  const products = definitions.stackItems.flatMap((item) => item.products);
  const named = (list: readonly { id: string; name: string }[], id: string) =>
    list.find((entry) => entry.id === id)?.name;
  // one that is gone may be named to whoever sees all
  const unseenCompany = viewer.scope.all ? undefined : 'another company';
  const currencyOf = (id: string) => rows.find((row) => row.key === id && row.currency !== null)?.currency;
  return {
    of(kind, id) {
      switch (kind) {
        case 'user':
          return named(grants.users, id);
        case 'security group':
          return named(grants.securityGroups, id);
        case 'company':
          return seesCompany(viewer, id) ? portfolio.names[portfolio.slots.get(id)!] : unseenCompany;
        case 'account group':
          return may(viewer.user.role, 'manage_users') ||
            isKnown.accountGroup(portfolio, { grants, scope: viewer.scope }, id)
            ? named(grants.accountGroups, id)
            : 'another group';
        case 'stack item':
          return named(definitions.stackItems, id);
        case 'product':
          return named(products, id);
        case 'cadence':
          return MEETING_KIND_NAMES[id as MeetingKind]?.toLowerCase();
        case 'metric':
          return named(metrics, id);
        default:
          return rows.find((row) => row.kind === kind && row.key === id)?.name ?? undefined;
      }
    },
    ofDeleted: (subject) => {
      const before = deletions.get(subject)?.before;
      return recordedText(before, ['name', 'title', 'description']) ?? recordedMeeting(before);
    },
    currencyOf(id) {
      const deleted = deletions.get(id)?.before;
      const contract = recordedText(deleted, ['contract']);
      return (
        currencyOf(id) ??
        recordedText(deleted, ['currency']) ??
        (contract === undefined ? undefined : currencyOf(contract)) ??
        undefined
      );
    },
  };
}

/** Ids that an event may name a row by: its subject, and what its fields refer to. */
function idsIn(events: readonly AuditEvent[]): string[] {
  const ids = events.flatMap(({ subject, before, after }) => [
    subject,
    ...[before, after].flatMap((fields) =>
      ['contract', 'recommendation', 'primaryContact', 'contact', 'meeting', 'escalation'].map((name) =>
        recordedText(fields, [name]),
      ),
    ),
    ...[before, after].flatMap((fields) =>
      ['clientAttendees', 'recommendations', 'meetings', 'goals'].flatMap((name) =>
        recordedList(fields, name),
      ),
    ),
  ]);
  return [...new Set(ids.filter((id) => typeof id === 'string'))];
}

async function namedRows(tx: Tx, ids: readonly string[]): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select 'contract' as kind, key, name, currency from contracts
      where workspace_id = (select current_workspace()) and key = any(${ids})
    union all select 'contract line', l.key, l.description, c.currency from contract_lines l
      join contracts c on c.workspace_id = l.workspace_id and c.key = l.contract
      where l.workspace_id = (select current_workspace()) and l.key = any(${ids})
    union all select 'contact', key, name, null from contacts
      where workspace_id = (select current_workspace()) and key = any(${ids})
    union all select 'recommendation', key, title, null from recommendations
      where workspace_id = (select current_workspace()) and key = any(${ids})
    union all select 'action item', key, title, null from action_items
      where workspace_id = (select current_workspace()) and key = any(${ids})
    union all select 'escalation', key, title, null from escalations
      where workspace_id = (select current_workspace()) and key = any(${ids})
    union all select 'goal', key, title, null from goals
      where workspace_id = (select current_workspace()) and key = any(${ids})
    union all select 'assessment', key, template || ' of ' || taken_on, null from assessments
      where workspace_id = (select current_workspace()) and key = any(${ids})
    union all select 'assessment template', key, name, null from assessment_templates
      where workspace_id = (select current_workspace()) and key = any(${ids})
    union all select 'onboarding task', key, title, null from onboarding_tasks
      where workspace_id = (select current_workspace()) and key = any(${ids})`.execute(tx);
  return [...rows, ...(await meetingNames(tx, ids))];
}

async function meetingNames(tx: Tx, ids: readonly string[]): Promise<readonly Row[]> {
  const { rows } = await sql<{
    key: string;
    kind: MeetingKind;
    date: Day;
  }>`select key, kind, date from meetings
    where workspace_id = (select current_workspace()) and key = any(${ids})`.execute(tx);
  return rows.map(({ key, kind, date }) => ({
    kind: 'meeting',
    key,
    name: meetingName(kind, date),
    currency: null,
  }));
}

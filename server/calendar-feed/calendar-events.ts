import { sql } from 'kysely';
import { addMonths } from '../../domain/calendar/day.ts';
import { instantInZone } from '../../domain/calendar/time-zone.ts';
import type { CalendarEvent } from '../../domain/engagement/calendar-file.ts';
import { MEETING_KIND_NAMES, type MeetingKind } from '../../domain/engagement/meeting-kinds.ts';
import type { Day } from '../../domain/portfolio/values.ts';
import type { Tx } from '../platform/database/transaction.ts';

interface Row {
  readonly id: string;
  readonly company: string;
  readonly kind: MeetingKind;
  readonly date: Day;
  readonly startTime: string | null;
  readonly durationMinutes: number | null;
  readonly location: string | null;
  readonly agenda: string | null;
  readonly status: string | null;
}

interface Feed {
  readonly workspace: string;
  readonly user: string;
  readonly which: 'mine' | 'all';
  readonly timeZone: string;
  readonly asOf: Day;
}

/** Minutes, of a meeting that has a time but no length. */
const USUAL_LENGTH = 60;

/** A user's meetings from half a year ago on, of the companies that the transaction sees. Notes are not among them. */
export async function calendarEvents(
  tx: Tx,
  { workspace, user, which, timeZone, asOf }: Feed,
): Promise<CalendarEvent[]> {
  const own = sql`(c.owner = ${user} or exists (select from meeting_users p
    where p.workspace_id = m.workspace_id and p.meeting = m.key and p."user" = ${user}))`;
  const { rows } = await sql<Row>`
    select m.key as id, c.name as company, m.kind, m.date, m.start_time as "startTime",
      m.duration_minutes as "durationMinutes", m.location, m.agenda, m.status
    from meetings m join companies c on c.workspace_id = m.workspace_id and c.key = m.company
    where m.workspace_id = (select current_workspace()) and m.date >= ${addMonths(asOf, -6)}
      and ${which === 'all' ? sql`true` : own}
    order by m.date, m.key collate "C"`.execute(tx);
  return rows.map(({ id, company, kind, date, startTime, durationMinutes, location, agenda, status }) => {
    const cancelled = status === 'cancelled';
    return {
      uid: `${id}@${workspace}.quarterdeck`,
      summary: `${cancelled ? 'Cancelled: ' : ''}${MEETING_KIND_NAMES[kind]}: ${company}`,
      description: agenda,
      location,
      when: startTime === null ? { day: date } : span(date, startTime, durationMinutes, timeZone),
      status: cancelled ? 'cancelled' : 'confirmed',
    };
  });
}

function span(date: Day, startTime: string, minutes: number | null, timeZone: string) {
  const start = instantInZone(date, startTime, timeZone);
  return { start, end: new Date(start.getTime() + (minutes ?? USUAL_LENGTH) * 60_000) };
}

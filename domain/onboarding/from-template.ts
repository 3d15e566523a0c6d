import { addDays } from '../calendar/day.ts';
import type { Day } from '../portfolio/values.ts';
import { OWNER_ROLE_NAMES, type OwnerRole, type Side } from './sides.ts';

/**
 * What a company is to do when its onboarding starts: each task of the template that it does not have yet, due so many days
 * after the start. A task of the vCIO goes to the company's, one of the primary contact to theirs; where the company has none
 * yet, the task waits under that name until somebody takes it.
 */

/** A task of the template, as far as it is copied. At most one of the three owners is named. */
export interface TemplateTask {
  readonly id: string;
  readonly title: string;
  readonly description: string | null;
  readonly side: Side;
  readonly ownerRole: OwnerRole | null;
  /** User id. */
  readonly owner: string | null;
  /** Somebody else, by role or name: "Project team". */
  readonly ownerName: string | null;
  /** Days after the start; null: no day. */
  readonly dueDays: number | null;
  readonly required: boolean;
}

/** Whom the company's tasks go to. */
export interface CompanyPeople {
  /** User id of the vCIO. */
  readonly vcio: string | null;
  /** Contact id. */
  readonly primaryContact: string | null;
}

/** A task as it is to be added to the company. */
export interface CopiedTask {
  readonly templateTask: string;
  readonly title: string;
  readonly description: string | null;
  readonly side: Side;
  readonly owner: string | null;
  readonly contact: string | null;
  readonly ownerName: string | null;
  readonly dueDate: Day | null;
  readonly required: boolean;
}

/** The last day that can be written down. */
const LAST_DAY: Day = '9999-12-31';

/** In the order of the template; `copied`: the tasks of the template that the company has, done or not. */
export function tasksToCopy(
  template: readonly TemplateTask[],
  copied: ReadonlySet<string>,
  people: CompanyPeople,
  start: Day,
): CopiedTask[] {
  return template
    .filter(({ id }) => !copied.has(id))
    .map(({ id, title, description, side, dueDays, required, ...task }) => ({
      templateTask: id,
      title,
      description,
      side,
      ...ownerOf(task, people),
      dueDate: dueDays === null ? null : dayAfter(start, dueDays),
      required,
    }));
}

function ownerOf(
  { ownerRole, owner, ownerName }: Pick<TemplateTask, 'ownerRole' | 'owner' | 'ownerName'>,
  { vcio, primaryContact }: CompanyPeople,
): Pick<CopiedTask, 'owner' | 'contact' | 'ownerName'> {
  if (owner !== null) return { owner, contact: null, ownerName: null };
  if (ownerRole === null) return { owner: null, contact: null, ownerName };
  const [user, contact] = ownerRole === 'vcio' ? [vcio, null] : [null, primaryContact];
  const known = user !== null || contact !== null;
  return { owner: user, contact, ownerName: known ? null : OWNER_ROLE_NAMES[ownerRole] };
}

function dayAfter(start: Day, days: number): Day {
  const day = addDays(start, days);
  return day.length > LAST_DAY.length || day > LAST_DAY ? LAST_DAY : day;
}

import { addDays } from '../../domain/calendar/day.ts';
import { tasksToCopy } from '../../domain/onboarding/from-template.ts';
import { STARTER_TASKS } from '../../domain/onboarding/starter-tasks.ts';
import { slug } from '../../domain/text/slug.ts';
import type { DemoClient } from './clients.ts';
import type { PortfolioRow, PortfolioRows } from './rows.ts';

const TEMPLATE = STARTER_TASKS.map((task) => ({ ...task, id: slug(task.title)!, owner: null }));

/** On which day each client's onboarding started, in the order of the portfolio, and up to which day all is done. */
const STARTS: readonly (readonly [start: string, doneUpTo: string])[] = [
  ['2026-11-16', '2026-11-18'],
  ['2026-10-27', '2026-11-14'],
];

/** The day on which the onboarding of the client at this place among those who are being onboarded started. */
export const onboardingStart = (place: number): string => STARTS[place % STARTS.length]![0];

/** The template, and the clients who are being onboarded: one at the beginning, one half-way with a task that hangs. */
export function onboarding(clients: readonly DemoClient[]): PortfolioRows {
  const begun = clients.filter(({ stage }) => stage === 'onboarding');
  return {
    onboarding_template: TEMPLATE.map((task, i) => ({
      key: task.id,
      title: task.title,
      description: task.description ?? '',
      side: task.side,
      ownerRole: task.ownerRole ?? '',
      ownerName: task.ownerName ?? '',
      dueDays: String(task.dueDays),
      required: task.required ? 'true' : '',
      order: String(i + 1),
    })),
    onboarding_tasks: begun.flatMap((client, i) => tasksOf(client, ...STARTS[i % STARTS.length]!)),
  };
}

function tasksOf(client: DemoClient, start: string, doneUpTo: string): PortfolioRow[] {
  const primaryContact = client.blank ? null : `${client.key}-contact-1`;
  const tasks = tasksToCopy(TEMPLATE, new Set(), { vcio: client.owner, primaryContact }, start);
  return tasks.map((task, i): PortfolioRow => {
    const due = task.dueDate!;
    const hangs = task.templateTask === 'list-vendors-and-line-of-business-applications';
    const late = hangs && due <= doneUpTo;
    const done = due <= doneUpTo && !hangs;
    return {
      key: `${client.key}-onboarding-${String(i + 1).padStart(3, '0')}`,
      company: client.key,
      title: task.title,
      description: task.description ?? '',
      side: task.side,
      owner: task.owner ?? '',
      contact: task.contact ?? '',
      ownerName: task.ownerName ?? '',
      dueDate: due,
      required: task.required ? 'true' : '',
      doneAt: done ? `${addDays(due, i % 3 === 0 ? 0 : -1)}T${15 + (i % 3)}:20:00Z` : '',
      doneBy: done ? client.owner : '',
      note: late ? 'Asked twice; their controller is looking for the contracts.' : '',
      templateTask: task.templateTask,
    };
  });
}

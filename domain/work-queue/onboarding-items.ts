import { isOverdue } from '../onboarding/progress.ts';
import type { Day } from '../portfolio/values.ts';
import { compareText } from '../text/compare.ts';
import { ownerOf } from './owner.ts';
import type { Situation } from './situation.ts';
import type { WorkItem } from './work-item.ts';

/** An onboarding goes by its tasks: while any is late, of ours or of the client's, somebody goes through them. */
export function onboardingItems(company: Situation, asOf: Day): WorkItem[] {
  if (company.stage !== 'onboarding') return [];
  const late = company.onboardingTasks
    .filter(({ dueDate }) => isOverdue({ done: false, dueDate }, asOf))
    .sort((a, b) => compareText(a.dueDate, b.dueDate) || compareText(a.id, b.id));
  const [oldest] = late;
  if (!oldest) return [];
  const whose = oldest.side === 'client' ? 'the client’s ' : '';
  return [
    {
      id: 'onboarding',
      kind: 'onboarding',
      company: company.id,
      thing: null,
      title: late.length === 1 ? '1 onboarding task is late' : `${late.length} onboarding tasks are late`,
      why: `${late.length === 1 ? 'It is' : 'The oldest is'} ${whose}“${oldest.title}”, due on ${oldest.dueDate}`,
      due: oldest.dueDate,
      cause: late.map(({ id }) => id).join(', '),
      owner: ownerOf(null, company),
      mrr: null,
    },
  ];
}

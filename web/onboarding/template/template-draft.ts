import type { OnboardingTemplate, OnboardingTemplateChange } from '../../../contract/onboarding-template.ts';
import { STARTER_TASKS } from '../../../domain/onboarding/starter-tasks.ts';
import { templateProblems } from '../../../domain/onboarding/template-problems.ts';

/** A task while it is edited; `key` tells it apart before it has an id. */
export type DraftTask = Readonly<OnboardingTemplateChange['tasks'][number]> & { readonly key: string };

export type TemplateDraft = readonly DraftTask[];

let made = 0;
const newKey = () => {
  made += 1;
  return `new ${made}`;
};

export const newTask = (): DraftTask => ({
  key: newKey(),
  id: null,
  title: '',
  description: null,
  side: 'us',
  ownerRole: null,
  owner: null,
  ownerName: null,
  dueDays: null,
  required: false,
});

/** A copy of a task, to be changed. */
export const copyOf = (task: DraftTask): DraftTask => ({
  ...task,
  key: newKey(),
  id: null,
  title: `${task.title} (copy)`,
});

export const starterDraft = (): TemplateDraft =>
  STARTER_TASKS.map((task) => ({ ...task, key: newKey(), id: null, owner: null }));

export const draftOf = ({ tasks }: OnboardingTemplate): TemplateDraft =>
  tasks.map(({ owner, ...task }) => ({ ...task, key: task.id, owner: owner?.id ?? null }));

export const changeOf = (draft: TemplateDraft): OnboardingTemplateChange => ({
  tasks: draft.map(({ key: _, ...task }) => ({
    ...task,
    title: task.title.trim(),
    description: task.description?.trim() || null,
    ownerName: task.ownerName?.trim() || null,
  })),
});

/** Everything that is still to be completed, each a sentence. */
export function problemsOf(draft: TemplateDraft): string[] {
  const { tasks } = changeOf(draft);
  return [
    ...(tasks.some(({ title }) => title === '') ? ['A task needs its words.'] : []),
    ...(tasks.some(({ title }) => title.length > 500)
      ? ['The words of a task are too long; details have more room.']
      : []),
    ...templateProblems(tasks),
  ];
}

/** What saving does, in a few words; null: nothing was changed. */
export function changesInWords(stored: OnboardingTemplate, draft: TemplateDraft): string | null {
  const before = changeOf(draftOf(stored)).tasks;
  const { tasks } = changeOf(draft);
  if (JSON.stringify(before) === JSON.stringify(tasks)) return null;
  const old = new Map(before.map((task) => [task.id, JSON.stringify(task)]));
  const kept = tasks.filter(({ id }) => id !== null && old.has(id));
  const counts: [count: number, word: string][] = [
    [tasks.length - kept.length, 'added'],
    [kept.filter((task) => JSON.stringify(task) !== old.get(task.id)).length, 'changed'],
    [before.length - kept.length, 'removed'],
  ];
  const words = counts.flatMap(([count, word]) => (count > 0 ? [`${count} ${word}`] : []));
  return words.length > 0 ? `Tasks: ${words.join(', ')}` : 'Tasks in another order';
}

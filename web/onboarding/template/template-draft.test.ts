import { describe, expect, it } from 'vitest';
import type { OnboardingTemplate } from '../../../contract/onboarding-template.ts';
import {
  changeOf,
  changesInWords,
  copyOf,
  draftOf,
  newTask,
  problemsOf,
  starterDraft,
} from './template-draft.ts';

const stored: OnboardingTemplate = {
  etag: '"1"',
  tasks: ['a', 'b'].map((id) => ({
    id,
    title: `Task ${id}`,
    description: null,
    side: 'us',
    ownerRole: null,
    owner: { id: 'dana', name: 'Dana Reyes' },
    ownerName: null,
    dueDays: 7,
    required: true,
  })),
};

describe('a draft of the onboarding template', () => {
  it('is sent as it was read, and without spaces around what was typed', () => {
    const draft = draftOf(stored);
    expect(changeOf(draft).tasks).toEqual(stored.tasks.map((task) => ({ ...task, owner: 'dana' })));
    const typed = { ...newTask(), title: ' Sign ', description: '  ', ownerName: ' Desk ' };
    expect(changeOf([typed]).tasks[0]).toMatchObject({ title: 'Sign', description: null, ownerName: 'Desk' });
  });

  it('begins with tasks that can be saved as they are', () => {
    expect(problemsOf(starterDraft())).toEqual([]);
  });

  it.each([
    ['A task needs its words.', [newTask()]],
    ['The words of a task are too long; details have more room.', [{ ...newTask(), title: 'x'.repeat(501) }]],
    [
      '"Sign" has 2 owners; expected one.',
      [{ ...newTask(), title: 'Sign', ownerRole: 'vcio' as const, ownerName: 'Kim' }],
    ],
  ])('says what is to be completed: %s', (problem, draft) => {
    expect(problemsOf(draft)).toEqual([problem]);
  });

  it('says what saving does', () => {
    const [a, b] = draftOf(stored) as [ReturnType<typeof newTask>, ReturnType<typeof newTask>];
    expect(changesInWords(stored, [a, b])).toBe(null);
    expect(changesInWords(stored, [b, a])).toBe('Tasks in another order');
    expect(changesInWords(stored, [{ ...a, dueDays: 8 }, copyOf(a)])).toBe(
      'Tasks: 1 added, 1 changed, 1 removed',
    );
  });
});

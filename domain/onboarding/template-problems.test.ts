import { expect, it } from 'vitest';
import { STARTER_TASKS } from './starter-tasks.ts';
import { templateProblems } from './template-problems.ts';

const task = {
  title: 'Sign off',
  side: 'us' as const,
  ownerRole: null,
  owner: null,
  ownerName: null,
};

it.each([
  [{}, []],
  [{ ownerRole: 'vcio' as const }, []],
  [{ side: 'client' as const, ownerRole: 'primary_contact' as const }, []],
  [{ side: 'client' as const, ownerName: 'Office manager' }, []],
  [{ ownerRole: 'vcio' as const, ownerName: 'Kim' }, ['"Sign off" has 2 owners; expected one.']],
  [
    { ownerRole: 'primary_contact' as const },
    ['"Sign off" is ours; its owner cannot be the Primary contact.'],
  ],
  [
    { side: 'client' as const, ownerRole: 'vcio' as const },
    ['"Sign off" is the client\'s; its owner cannot be the vCIO.'],
  ],
  [{ side: 'client' as const, owner: 'dana' }, ['"Sign off" is the client\'s; its owner cannot be a user.']],
])('%j', (part, problems) => {
  expect(templateProblems([{ ...task, ...part }])).toEqual(problems);
});

it('finds nothing wrong with the tasks to begin with, which both sides have', () => {
  expect(templateProblems(STARTER_TASKS.map((one) => ({ ...one, owner: null })))).toEqual([]);
  for (const side of ['us', 'client'])
    expect(STARTER_TASKS.some((one) => one.side === side && one.required)).toBe(true);
  expect(new Set(STARTER_TASKS.map(({ title }) => title)).size).toBe(STARTER_TASKS.length);
});

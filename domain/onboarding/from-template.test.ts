import { expect, it } from 'vitest';
import { type CompanyPeople, type TemplateTask, tasksToCopy } from './from-template.ts';

const plain: TemplateTask = {
  id: 't1',
  title: 'Collect access',
  description: 'Every administrator account.',
  side: 'us',
  ownerRole: null,
  owner: null,
  ownerName: null,
  dueDays: 10,
  required: true,
};
const none: CompanyPeople = { vcio: null, primaryContact: null };
const both: CompanyPeople = { vcio: 'dana', primaryContact: 'mia' };
const copy = (task: Partial<TemplateTask>, people = both, start = '2026-11-23') =>
  tasksToCopy([{ ...plain, ...task }], new Set(), people, start)[0]!;

it('takes over everything, with its day counted from the start', () => {
  expect(copy({})).toEqual({
    templateTask: 't1',
    title: 'Collect access',
    description: 'Every administrator account.',
    side: 'us',
    owner: null,
    contact: null,
    ownerName: null,
    dueDate: '2026-12-03',
    required: true,
  });
});

it.each<[string, number | null, string, string | null]>([
  ['on the day itself', 0, '2026-11-23', '2026-11-23'],
  ['over the end of a year', 60, '2026-11-23', '2027-01-22'],
  ['over a leap day', 30, '2028-02-01', '2028-03-02'],
  ['no day', null, '2026-11-23', null],
  ['no later than days can be written', 3650, '9999-06-01', '9999-12-31'],
])('due %s', (_, dueDays, start, dueDate) => {
  expect(copy({ dueDays }, both, start).dueDate).toBe(dueDate);
});

it.each<[string, Partial<TemplateTask>, CompanyPeople, [string | null, string | null, string | null]]>([
  ['the vCIO', { ownerRole: 'vcio' }, both, ['dana', null, null]],
  ['the vCIO of a company that has none', { ownerRole: 'vcio' }, none, [null, null, 'vCIO']],
  ['the primary contact', { side: 'client', ownerRole: 'primary_contact' }, both, [null, 'mia', null]],
  [
    'the primary contact where there is none',
    { side: 'client', ownerRole: 'primary_contact' },
    none,
    [null, null, 'Primary contact'],
  ],
  ['a user', { owner: 'kim' }, both, ['kim', null, null]],
  ['a role', { ownerName: 'Project team' }, both, [null, null, 'Project team']],
  ['nobody', {}, both, [null, null, null]],
])('goes to %s', (_, task, people, expected) => {
  const { owner, contact, ownerName } = copy(task, people);
  expect([owner, contact, ownerName]).toEqual(expected);
});

it('adds only what the company does not have yet, in the order of the template', () => {
  const template = ['c', 'a', 'b'].map((id) => ({ ...plain, id }));
  const added = tasksToCopy(template, new Set(['a', 'gone']), both, '2026-11-23');
  expect(added.map(({ templateTask }) => templateTask)).toEqual(['c', 'b']);
});

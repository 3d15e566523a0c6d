import { describe, expect, it, test } from 'vitest';
import type { AssessmentTemplate } from '../../../contract/assessment-templates.ts';
import { DEFAULT_ANSWERS } from '../../../domain/assessments/answer-scale.ts';
import { SECURITY_POSTURE } from '../../../domain/assessments/security-posture.ts';
import {
  changeOf,
  changeOfStarter,
  draftOf,
  newCategory,
  problemsOf,
  type TemplateDraft,
} from './template-draft.ts';

const item = (id: string, category: string) => ({
  id,
  category,
  question: `Question ${id}`,
  guidance: null,
  weight: '1',
  stackItem: { id: 'mfa', name: 'MFA' },
  answers: null,
  notApplicable: true,
});

const template: AssessmentTemplate = {
  id: 't',
  name: 'Baseline',
  description: null,
  answers: [...DEFAULT_ANSWERS],
  retired: false,
  items: [item('a', 'Access'), item('b', 'Backup'), item('c', 'Access')],
  taken: 0,
  etag: '"1"',
};

describe('a draft of a template', () => {
  it('keeps the questions of a category together', () => {
    const { items } = changeOf(draftOf(template));
    expect(items.map(({ id, category }) => [id, category])).toEqual([
      ['a', 'Access'],
      ['c', 'Access'],
      ['b', 'Backup'],
    ]);
    expect(items[0]!.stackItem).toBe('mfa');
  });

  it('made of a starter can be saved', () => {
    expect(
      changeOfStarter(SECURITY_POSTURE).items.every(({ id, question }) => id === null && question !== ''),
    ).toBe(true);
  });

  const draft = draftOf(template);
  test.each<[problem: string, draft: TemplateDraft]>([
    ['The template needs a name.', { ...draft, name: ' ' }],
    ['A question needs its words.', { ...draft, categories: [newCategory('New')] }],
    ['A category needs a name.', { ...draft, categories: [newCategory()] }],
    [
      'Two categories have the same name.',
      { ...draft, categories: [...draft.categories, newCategory('Access')] },
    ],
    [
      'An answer needs a label and points.',
      { ...draft, answers: [{ label: '', points: '1', color: 'green' }] },
    ],
    ['The answers are too few; expected at least two.', { ...draft, answers: draft.answers.slice(0, 1) }],
  ])('says what is to be completed: %s', (problem, wrong) => {
    expect(problemsOf(wrong)).toContain(problem);
  });

  it('that is whole has nothing to be completed', () => {
    expect(problemsOf(draft)).toEqual([]);
  });
});

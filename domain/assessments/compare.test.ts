import { describe, expect, it, test } from 'vitest';
import { type ComparedAnswer, compareAssessments } from './compare.ts';

function answer(item: string, given: string | null, more: Partial<ComparedAnswer> = {}): ComparedAnswer {
  const points = { Yes: '1', Partly: '0.5', No: '0', Sure: '1' }[given ?? ''] ?? null;
  return {
    item,
    category: 'Backup',
    question: `Question ${item}`,
    answer: given === 'N/A' ? null : given,
    points,
    possible: '1',
    applicable: given !== 'N/A',
    ...more,
  };
}

describe('from one assessment to the next, a question', () => {
  test.each([
    ['No', 'Yes', 'better'],
    ['No', 'Partly', 'better'],
    ['Yes', 'Partly', 'worse'],
    ['Yes', 'Yes', 'same'],
    ['Yes', 'Sure', 'changed'],
    ['Yes', null, 'changed'],
    [null, 'No', 'changed'],
    ['No', 'N/A', 'changed'],
    ['N/A', 'N/A', 'same'],
    [null, null, 'same'],
  ])('%s → %s: %s', (before, after, movement) => {
    const [compared] = compareAssessments([answer('a', before)], [answer('a', after)]);
    expect(compared!.movement).toBe(movement);
  });

  it('is compared by its share of what was possible, where its points have changed', () => {
    const before = answer('a', 'Some', { points: '2', possible: '4' });
    const after = answer('a', 'Some', { points: '2', possible: '5' });
    expect(compareAssessments([before], [after])[0]!.movement).toBe('worse');
  });
});

describe('questions', () => {
  it('that are new or no longer asked are said, in the order of the later assessment', () => {
    const before = [answer('gone', 'Yes'), answer('kept', 'No')];
    const after = [answer('new', 'No'), answer('kept', 'Yes')];
    const compared = compareAssessments(before, after).map((it) => [
      it.movement,
      (it.after ?? it.before)!.item,
    ]);
    expect(compared).toEqual([
      ['new', 'new'],
      ['better', 'kept'],
      ['gone', 'gone'],
    ]);
  });

  it('from an import are known again by their words', () => {
    const before = [answer('row-1', 'No', { question: 'Are backups tested?' })];
    const after = [answer('backup-tests', 'Yes', { question: 'Are backups tested?' })];
    expect(compareAssessments(before, after).map(({ movement }) => movement)).toEqual(['better']);
  });
});

import { expect, test } from 'vitest';
import { DEFAULT_ANSWERS } from './answer-scale.ts';
import { SECURITY_POSTURE } from './security-posture.ts';
import { TECHNOLOGY_STANDARDS } from './technology-standards.ts';
import { templateProblems } from './template-problems.ts';

test.each([SECURITY_POSTURE, TECHNOLOGY_STANDARDS])(
  '$name can be taken, and takes less than an hour',
  ({ categories }) => {
    const items = categories.flatMap(([category, questions]) =>
      questions.map(([question]) => ({ category, question, answers: null })),
    );
    expect(templateProblems({ answers: DEFAULT_ANSWERS, items })).toEqual([]);
    expect(items.length).toBeGreaterThanOrEqual(25);
    expect(items.length).toBeLessThanOrEqual(40);
  },
);

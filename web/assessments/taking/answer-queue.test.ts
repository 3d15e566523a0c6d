import { describe, expect, it, test } from 'vitest';
import type { AnswerChange, Assessment, AssessmentAnswer } from '../../../contract/assessments.ts';
import { onTop, type Queue, queued, withWaiting } from './answer-queue.ts';

const stored: AssessmentAnswer = {
  item: 'mfa',
  category: 'Access',
  question: 'MFA everywhere?',
  guidance: null,
  weight: '1',
  stackItem: null,
  answers: [
    { label: 'Yes', points: '1', color: 'green' },
    { label: 'No', points: '0', color: 'red' },
  ],
  notApplicable: true,
  answer: null,
  points: null,
  possible: '1',
  applicable: true,
  note: null,
  answeredBy: null,
  answeredAt: null,
  etag: '"1"',
};

const shown = (...changes: AnswerChange[]) => {
  const queue = changes.reduce<Queue>((all, change) => queued(all, stored, change), {});
  return withWaiting({ answers: [stored] } as unknown as Assessment, queue).answers[0]!;
};

describe('what was answered here is seen at once', () => {
  test.each<[what: string, changes: AnswerChange[], seen: Partial<AssessmentAnswer>]>([
    ['an answer', [{ answer: 'Yes' }], { answer: 'Yes', points: '1', applicable: true }],
    ['the last of several', [{ answer: 'Yes' }, { answer: 'No' }], { answer: 'No', points: '0' }],
    [
      'that it does not apply',
      [{ answer: 'Yes' }, { applicable: false }],
      { answer: null, points: null, applicable: false },
    ],
    [
      'that it does apply after all',
      [{ applicable: false }, { answer: 'No' }],
      { answer: 'No', applicable: true },
    ],
    [
      'a note beside an answer',
      [{ answer: 'Yes' }, { note: 'Since May' }],
      { answer: 'Yes', note: 'Since May' },
    ],
    ['nothing any more', [{ answer: 'Yes' }, { answer: null }], { answer: null, points: null }],
  ])('%s', (_, changes, seen) => {
    expect(shown(...changes)).toMatchObject(seen);
  });
});

describe('when somebody else was faster', () => {
  const waiting = (change: AnswerChange) => queued({}, stored, change).mfa!;
  const theirs = (more: Partial<AssessmentAnswer>): AssessmentAnswer => ({ ...stored, etag: '"2"', ...more });

  test.each<[what: string, mine: AnswerChange, current: Partial<AssessmentAnswer>, goesOn: boolean]>([
    ['they noted something beside my answer', { answer: 'Yes' }, { note: 'Ask Kim' }, true],
    ['they answered, I noted something', { note: 'Ask Kim' }, { answer: 'No', points: '0' }, true],
    ['they gave the same answer', { answer: 'Yes' }, { answer: 'Yes', points: '1' }, true],
    ['both of us say that it does not apply', { applicable: false }, { applicable: false }, true],
    ['they gave another answer', { answer: 'Yes' }, { answer: 'No', points: '0' }, false],
    ['they say that it does not apply', { answer: 'Yes' }, { applicable: false }, false],
    ['we both wrote a note', { note: 'Mine' }, { note: 'Theirs' }, false],
  ])('%s', (_, mine, current, goesOn) => {
    const next = onTop(waiting(mine), theirs(current));
    expect(next !== null).toBe(goesOn);
    if (next) expect(next).toMatchObject({ change: mine, base: { etag: '"2"' } });
  });

  it('a change keeps what it was made to, however often it is changed before it is saved', () => {
    const queue = queued(queued({}, stored, { answer: 'Yes' }), theirs({ answer: 'No' }), { answer: 'No' });
    expect(queue.mfa!.base.etag).toBe('"1"');
  });
});

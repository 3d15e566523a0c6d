import { expect, test } from 'vitest';
import { meetingName } from './meeting-kinds.ts';

test('a meeting goes by its kind and its day', () => {
  expect(meetingName('kickoff', '2026-12-03')).toBe('Onboarding kick-off of 2026-12-03');
});

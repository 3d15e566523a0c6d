import fc from 'fast-check';
import { expect, test } from 'vitest';
import { QUADRANTS } from '../portfolio/definitions.ts';
import { CADENCE_INTERVALS } from './cadence-due.ts';
import { MEETING_METHODS } from './meeting-kinds.ts';
import { type CadenceFactors, proposedCadence } from './proposed-cadence.ts';

type Factors = Omit<CadenceFactors, 'kind'>;

const happy: Factors = {
  temperature: { status: 'Satisfactory', band: 2, bands: 3 },
  growth: { since: '2026-05-22', mrr: 0.04, employees: 0 },
  segment: { quadrant: 'high_value_low_effort', name: 'Most profitable' },
  preferred: { method: null, every: null },
};
const warm = { status: 'Needs attention', band: 1, bands: 3 };
const cold = { status: 'At risk', band: 0, bands: 3 };
const grown = { since: '2026-05-22', mrr: 0.02, employees: 0.25 };
const still = { since: '2026-05-22', mrr: 0, employees: 0 };
const segment = (quadrant: (typeof QUADRANTS)[number]) => ({ quadrant, name: quadrant });
const prefers = (every: (typeof CADENCE_INTERVALS)[number]) => ({ method: null, every });

test.each<[string, Partial<Factors>, string, string]>([
  ['a content client', {}, 'monthly', 'quarterly'],
  ['one that needs attention', { temperature: warm }, 'biweekly', 'quarterly'],
  ['one at risk', { temperature: cold }, 'weekly', 'monthly'],
  ['without a score', { temperature: null }, 'monthly', 'quarterly'],
  ['a quarter more employees', { growth: grown }, 'biweekly', 'monthly'],
  ['a tenth of MRR lost is change too', { growth: { ...still, mrr: -0.1 } }, 'biweekly', 'monthly'],
  ['nothing changes, and they are content', { growth: still }, 'monthly', 'semiannual'],
  ['nothing changes, but they need attention', { growth: still, temperature: warm }, 'biweekly', 'quarterly'],
  ['no earlier figures', { growth: null }, 'monthly', 'quarterly'],
  ['meet most often', { segment: segment('high_value_high_effort') }, 'biweekly', 'monthly'],
  ['risk of silent churn', { segment: segment('low_value_low_effort') }, 'monthly', 'semiannual'],
  ['reprice or reduce effort', { segment: segment('low_value_high_effort') }, 'quarterly', 'semiannual'],
  [
    'small, calm and content',
    { segment: segment('low_value_low_effort'), growth: still },
    'monthly',
    'annual',
  ],
  [
    'at risk, growing, meet most often: never more than weekly',
    { temperature: cold, growth: grown, segment: segment('high_value_high_effort') },
    'weekly',
    'monthly',
  ],
  ['what the client wants goes first', { preferred: prefers('semiannual') }, 'semiannual', 'semiannual'],
  ['even oftener', { preferred: prefers('weekly') }, 'weekly', 'weekly'],
  [
    'but not rarer while at risk',
    { temperature: cold, preferred: prefers('quarterly') },
    'weekly',
    'monthly',
  ],
])('%s', (_, factors, pulse, vcio) => {
  const every = (kind: 'pulse' | 'vcio') => proposedCadence({ kind, ...happy, ...factors }).every;
  expect([every('pulse'), every('vcio')]).toEqual([pulse, vcio]);
});

test.each<[Partial<Factors>, string, string]>([
  [{}, 'phone', 'in_person'],
  [{ segment: null }, 'phone', 'video'],
  [{ preferred: { method: 'video', every: null } }, 'video', 'video'],
])('method by %j', (factors, pulse, vcio) => {
  const method = (kind: 'pulse' | 'vcio') => proposedCadence({ kind, ...happy, ...factors }).method;
  expect([method('pulse'), method('vcio')]).toEqual([pulse, vcio]);
});

test('every factor has its sentence', () => {
  const preferred = { method: 'video', every: 'monthly' } as const;
  expect(
    proposedCadence({ kind: 'vcio', ...happy, temperature: cold, growth: grown, preferred }).why,
  ).toEqual([
    'vCIO meetings are quarterly to begin with.',
    'Client temperature: health is “At risk”, so meet much more often until it is better.',
    'Growth: the number of employees grew by 25 % since 2026-05-22: a company that changes is met more often.',
    'Segment: “Most profitable”: high value and little effort: keep what works.',
    'Preference: the client wants to meet monthly, which goes first.',
    'Method: video, as the client prefers.',
  ]);
});

test('a colder client is never met less often', () => {
  const factors = fc.record({
    kind: fc.constantFrom('pulse' as const, 'vcio' as const),
    growth: fc.option(
      fc.record({
        since: fc.constant('2026-05-22'),
        mrr: fc.double({ min: -1, max: 3, noNaN: true }),
        employees: fc.constant(null),
      }),
    ),
    segment: fc.option(fc.constantFrom(...QUADRANTS).map(segment)),
    preferred: fc.record({
      method: fc.option(fc.constantFrom(...MEETING_METHODS)),
      every: fc.option(fc.constantFrom(...CADENCE_INTERVALS)),
    }),
  });
  fc.assert(
    fc.property(factors, (rest) => {
      const places = [cold, warm, { status: 'Satisfactory', band: 2, bands: 3 }].map((temperature) =>
        CADENCE_INTERVALS.indexOf(proposedCadence({ ...rest, temperature }).every),
      );
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }),
  );
});

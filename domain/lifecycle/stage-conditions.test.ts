import fc from 'fast-check';
import { expect, it } from 'vitest';
import { STAGES, type Stage } from '../portfolio/facts.ts';
import { conditionsOf, directionOf, lackingFor, nextStage, type StageFacts } from './stage-conditions.ts';

const nothing: StageFacts = {
  owner: false,
  iceHeld: false,
  agreement: false,
  kickoff: 'none',
  requiredTasks: 0,
  openRequiredTasks: 0,
};
const withVcio: StageFacts = { ...nothing, owner: true };
const met: StageFacts = { ...withVcio, iceHeld: true };
const signed: StageFacts = { ...met, agreement: true };
const planned: StageFacts = { ...signed, kickoff: 'planned' };
const held: StageFacts = { ...signed, kickoff: 'held' };
const silent = { note: null, offboardedOn: null };

it.each<[string, Stage, Stage, StageFacts, string[]]>([
  ['a prospect without a vCIO', 'prospect', 'sales', nothing, ['Assign a vCIO']],
  ['a prospect with one', 'prospect', 'sales', withVcio, []],
  ['before the ICE meeting', 'sales', 'ice', withVcio, ['Hold the ICE meeting']],
  ['after it', 'sales', 'ice', met, []],
  ['without a contract', 'ice', 'agreement', met, ['Add the signed contract']],
  ['with one', 'ice', 'agreement', signed, []],
  ['without a date for the kick-off', 'agreement', 'onboarding', signed, ['Plan the kick-off meeting']],
  ['with the kick-off planned', 'agreement', 'onboarding', planned, []],
  [
    'with a contract that has ended meanwhile',
    'agreement',
    'onboarding',
    { ...planned, agreement: false },
    ['Add the signed contract'],
  ],
  ['before the kick-off', 'onboarding', 'active', planned, ['Hold the kick-off meeting']],
  ['after it', 'onboarding', 'active', held, []],
  [
    'after it, with tasks that are required and not done',
    'onboarding',
    'active',
    { ...held, requiredTasks: 11, openRequiredTasks: 4 },
    ['Finish 4 of 11 required onboarding tasks'],
  ],
  [
    'after it, with the one required task not done',
    'onboarding',
    'active',
    { ...held, requiredTasks: 1, openRequiredTasks: 1 },
    ['Finish the required onboarding task'],
  ],
  ['with all of it done', 'onboarding', 'active', { ...held, requiredTasks: 11, openRequiredTasks: 0 }, []],
  [
    'to onboarding, whatever its tasks',
    'agreement',
    'onboarding',
    { ...planned, requiredTasks: 11, openRequiredTasks: 11 },
    [],
  ],
  [
    'all the way at once',
    'prospect',
    'active',
    nothing,
    [
      'Assign a vCIO',
      'Hold the ICE meeting',
      'Add the signed contract',
      'Plan the kick-off meeting',
      'Hold the kick-off meeting',
    ],
  ],
  ['all the way with everything done', 'prospect', 'active', held, []],
  ['back without a word', 'active', 'onboarding', held, ['Give a note']],
  ['back from offboarded', 'offboarded', 'active', held, ['Give a note']],
  [
    'out without a word',
    'active',
    'offboarded',
    held,
    ['Give a reason', 'Say on which day the business ended'],
  ],
  ['to where it is', 'ice', 'ice', nothing, []],
])('%s: %s → %s', (_, from, to, facts, lacking) => {
  expect(lackingFor(from, to, facts, silent)).toEqual(lacking);
});

it('lets go back and out with words', () => {
  expect(lackingFor('active', 'sales', nothing, { note: 'Lost the signature', offboardedOn: null })).toEqual(
    [],
  );
  expect(lackingFor('active', 'offboarded', nothing, { note: 'Sold', offboardedOn: '2026-11-30' })).toEqual(
    [],
  );
  expect(lackingFor('active', 'offboarded', nothing, { note: 'Sold', offboardedOn: null })).toHaveLength(1);
});

it('names the stage that comes next', () => {
  expect(STAGES.map(nextStage)).toEqual(['sales', 'ice', 'agreement', 'onboarding', 'active', null, null]);
});

it('says what there is when it is there, and asks for no tasks where none is required', () => {
  const words = (requiredTasks: number) =>
    conditionsOf('active', { ...held, requiredTasks }).map((condition) => condition.words);
  expect(words(0)).toEqual(['The kick-off meeting was held']);
  expect(words(1)).toEqual(['The required onboarding task is done', 'The kick-off meeting was held']);
  expect(words(2)[0]).toBe('All 2 required onboarding tasks are done');
});

const facts = fc.record({
  owner: fc.boolean(),
  iceHeld: fc.boolean(),
  agreement: fc.boolean(),
  kickoff: fc.constantFrom('none' as const, 'planned' as const, 'held' as const),
  requiredTasks: fc.constantFrom(2, 5),
  openRequiredTasks: fc.nat(2),
});

it('never makes a longer way need less', () => {
  fc.assert(
    fc.property(facts, fc.nat(5), fc.nat(5), fc.nat(5), (known, ...places) => {
      const [from, between, to] = places.sort((a, b) => a - b).map((place) => STAGES[place]!);
      const short = lackingFor(from!, between!, known, silent);
      expect(lackingFor(from!, to!, known, silent)).toEqual(expect.arrayContaining(short));
    }),
  );
});

it('asks for nothing on the way to a stage whose conditions, and those before it, are met', () => {
  fc.assert(
    fc.property(facts, fc.constantFrom(...STAGES), fc.constantFrom(...STAGES), (known, from, to) => {
      if (directionOf(from, to) !== 'forward') return;
      const all = STAGES.slice(0, STAGES.indexOf(to) + 1).flatMap((stage) => conditionsOf(stage, known));
      if (all.every((condition) => condition.met)) expect(lackingFor(from, to, known, silent)).toEqual([]);
    }),
  );
});

import { expect, test } from 'vitest';
import { type EditedStatus, editedStatuses, type ReplacedStatus, statusMoves } from './edited-statuses.ts';

const present = [
  { name: 'Idea', state: 'not_started' },
  { name: 'Planned', state: 'not_started' },
  { name: 'Won', state: 'completed' },
] as const;
const used = new Set(['Planned']);
const status = (name: string, was: string | null = name): EditedStatus => ({
  name,
  was,
  state: name === 'Won' ? 'completed' : 'not_started',
});
const [idea, planned, won] = [status('Idea'), status('Planned'), status('Won')];

function edited(wanted: EditedStatus[], replacements: ReplacedStatus[] = []) {
  return editedStatuses(present, wanted, replacements, used);
}

test.each<[string, EditedStatus[], ReplacedStatus[], [string, string][], [string, string][]]>([
  ['as they are', [idea, planned, won], [], [], []],
  ['in another order, with a new one', [won, status('Later', null), planned, idea], [], [], []],
  ['renamed', [idea, status('Agreed', 'Planned'), won], [], [['Planned', 'Agreed']], []],
  [
    'two that swap names',
    [status('Planned', 'Idea'), status('Idea', 'Planned'), won],
    [],
    [
      ['Idea', 'Planned'],
      ['Planned', 'Idea'],
    ],
    [],
  ],
  ['an unused one goes', [planned, won], [], [], []],
  [
    'a used one goes, another takes its place',
    [idea, won],
    [{ status: 'Planned', by: 'Idea' }],
    [],
    [['Planned', 'Idea']],
  ],
  [
    'a new one takes the name of one that goes',
    [idea, status('Planned', null), won],
    [{ status: 'Planned', by: 'Planned' }],
    [],
    [['Planned', 'Planned']],
  ],
])('%s', (_, wanted, replacements, renamed, replaced) => {
  expect(edited(wanted, replacements)).toMatchObject({
    renamed: new Map(renamed),
    replaced: new Map(replaced),
  });
});

test.each<[string, EditedStatus[], ReplacedStatus[]]>([
  ['Two statuses are called "Idea".', [idea, planned, status('Idea', 'Won')], []],
  ['There is no status "Ghost".', [idea, planned, status('Won', 'Ghost')], []],
  ['The status "Idea" cannot become two.', [idea, planned, won, status('Idea 2', 'Idea')], []],
  [
    'There must be a status that is not started: it is what a new recommendation has.',
    [won],
    [{ status: 'Planned', by: 'Won' }],
  ],
  ['The status "Planned" is in use; say which one takes its place.', [idea, won], []],
  [
    'The status "Planned" is replaced twice.',
    [idea, won],
    [
      { status: 'Planned', by: 'Won' },
      { status: 'Planned', by: 'Idea' },
    ],
  ],
  [
    'The status "Idea" does not go away, so it needs no replacement.',
    [idea, planned, won],
    [{ status: 'Idea', by: 'Won' }],
  ],
  ['There is no status "Gone" to replace "Planned".', [idea, won], [{ status: 'Planned', by: 'Gone' }]],
])('%s', (problem, wanted, replacements) => {
  expect(edited(wanted, replacements)).toEqual({ problem });
});

test.each<[string, EditedStatus[], ReplacedStatus[], [string | null, string][]]>([
  ['keep the first of those not started without being told', [idea, planned, won], [], []],
  ['follow its new name', [status('Thought', 'Idea'), planned, won], [], [['Idea', 'Thought']]],
  ['stay with it when another comes first', [planned, idea, won], [], [[null, 'Idea']]],
  [
    'get what replaces it',
    [planned, won],
    [{ status: 'Idea', by: 'Won' }],
    [
      ['Idea', 'Won'],
      [null, 'Won'],
    ],
  ],
  ['get the next one when it goes without a replacement', [planned, won], [], []],
])('recommendations without a status %s', (_, wanted, replacements, moves) => {
  const names = edited(wanted, replacements);
  expect('problem' in names ? names.problem : [...statusMoves(names)]).toEqual(moves);
});

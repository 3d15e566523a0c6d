import { expect, test } from 'vitest';
import { planApply } from '../plan-apply.ts';
import type { CompanyRecord } from '../records.ts';
import { applyInput, company, mirror } from '../testing/some-records.ts';
import type { ApplyInput, Link } from './input.ts';

const link = (record: string, key: string, own: Partial<Link> = {}): Link => ({
  ...{ kind: 'companies', record, key, made: 'matched', stageBefore: null, goneOn: null, owner: null },
  ...own,
});

interface World {
  /** Of the PSA, by record. */
  readonly theirs: Readonly<Record<string, Partial<CompanyRecord>>>;
  /** Names of ours by key; with a stage where that is another than active. */
  readonly ours?: Readonly<Record<string, string | readonly [name: string, stage: string]>>;
  readonly links?: readonly Link[];
  readonly takenElsewhere?: readonly string[];
}

function decisions({ theirs, ours = {}, links = [], takenElsewhere = [] }: World): string[] {
  const base = applyInput();
  const rows = Object.entries(ours).map(([key, own]) => {
    const [name, stage] = typeof own === 'string' ? [own, ''] : own;
    return [key, { key, name: name!, stage: stage! }] as const;
  });
  const input: ApplyInput = {
    ...base,
    mirror: mirror({
      companies: Object.fromEntries(Object.entries(theirs).map(([id, fields]) => [id, company(fields)])),
    }),
    present: { ...base.present, companies: new Map(rows) },
    links,
    takenElsewhere: new Set(takenElsewhere),
  };
  return planApply(input).companies.map(({ record, key, reason }) => `${record} → ${key}: ${reason}`);
}

test.each<[string, World, string[]]>([
  [
    'a new client is created',
    { theirs: { '250': {} } },
    ['250 → connectwise-250: Created: none of ours has its name'],
  ],
  [
    'one of ours with its name is the same, whatever the case',
    { theirs: { '250': {} }, ours: { acme: ' ACME dental' } },
    ['250 → acme: Matched to the existing " ACME dental" by name'],
  ],
  [
    'no part of a name is enough',
    { theirs: { '250': {} }, ours: { acme: 'Acme' } },
    ['250 → connectwise-250: Created: none of ours has its name'],
  ],
  [
    'several of ours with its name: somebody is asked',
    { theirs: { '250': {} }, ours: { a: 'Acme Dental', b: 'Acme Dental' } },
    ['250 → null: 2 of ours are called "Acme Dental": say which one it is'],
  ],
  [
    'several of theirs with one name of ours: somebody is asked',
    { theirs: { '250': {}, '251': {} }, ours: { acme: 'Acme Dental' } },
    [
      '250 → null: 2 companies of ConnectWise PSA are called "Acme Dental", and one of ours is: say which is which',
      '251 → null: 2 companies of ConnectWise PSA are called "Acme Dental", and one of ours is: say which is which',
    ],
  ],
  [
    'several of theirs with a name that none of ours has are created each',
    { theirs: { '250': {}, '251': {} } },
    [
      '250 → connectwise-250: Created: none of ours has its name',
      '251 → connectwise-251: Created: none of ours has its name',
    ],
  ],
  [
    'one that is linked already, here or from another system, is matched with no other',
    {
      theirs: { '250': {}, '251': {}, '252': { name: 'Baker' } },
      ours: { acme: 'Acme Dental', baker: 'Baker' },
      links: [link('250', 'acme')],
      takenElsewhere: ['baker'],
    },
    [
      '250 → acme: Linked with ConnectWise PSA',
      '251 → connectwise-251: Created: none of ours has its name',
      '252 → connectwise-252: Created: none of ours has its name',
    ],
  ],
  [
    'a key that is taken, as by another connection of the same vendor, gets a number',
    { theirs: { '250': {} }, ours: { 'connectwise-250': 'Somebody else' } },
    ['250 → connectwise-250-2: Created: none of ours has its name'],
  ],
  [
    'what is no client is left out, and told why',
    { theirs: { '2': { name: 'Cables', types: ['Vendor'] } }, ours: { cables: 'Cables' } },
    ['2 → null: Left out because its type is "Vendor"'],
  ],
  [
    'a client that becomes something else is deactivated',
    { theirs: { '250': { types: ['Former'] } }, ours: { acme: 'Acme Dental' }, links: [link('250', 'acme')] },
    ['250 → acme: Deactivated because its type is "Former"'],
  ],
  [
    'a prospect of ours may be none of their clients yet',
    {
      theirs: { '250': { types: ['Prospect'] } },
      ours: { acme: ['Acme Dental', 'prospect'] },
      links: [link('250', 'acme')],
    },
    ['250 → acme: Linked with ConnectWise PSA'],
  ],
  [
    'what somebody chose stays whatever its type, until it is inactive or gone',
    {
      theirs: { '250': { types: ['Partner'] }, '251': { name: 'Baker', active: false } },
      ours: { acme: 'Acme Dental', baker: 'Baker', cook: 'Cook' },
      links: [
        link('250', 'acme', { made: 'chosen' }),
        link('251', 'baker', { made: 'chosen' }),
        link('252', 'cook', { made: 'chosen' }),
      ],
    },
    [
      '250 → acme: Linked with ConnectWise PSA',
      '251 → baker: Deactivated because it is inactive in ConnectWise PSA',
      '252 → cook: Deactivated because it is no longer in ConnectWise PSA',
    ],
  ],
  [
    'one that was gone before stays so',
    { theirs: {}, ours: { acme: 'Acme Dental' }, links: [link('250', 'acme', { goneOn: '2026-11-01' })] },
    ['250 → acme: Deactivated on 2026-11-01, and still so: it is no longer in ConnectWise PSA'],
  ],
  [
    'one that was deleted here comes anew',
    { theirs: { '250': {} }, links: [link('250', 'acme')] },
    ['250 → acme: Created: it is linked with none that is there'],
  ],
])('%s', (_, world, expected) => {
  expect(decisions(world).sort()).toEqual(expected);
});

import { expect, test } from 'vitest';
import { nameBook } from './name-book.ts';
import { planRows, type SheetPlan, type StoredRow } from './plan-rows.ts';
import { type SheetKindName, sheetKind } from './sheet-kinds.ts';

const names = nameBook({
  companies: [
    { id: 'acme', name: 'Acme Dental' },
    { id: 'zen-1', name: 'Zenith' },
    { id: 'zen-2', name: 'Zenith' },
  ],
  users: [{ id: 'dana', name: 'Dana Reyes', also: 'dana@northwind.example' }],
  stackItems: [
    { id: 'mfa', name: 'MFA', products: [{ id: 'duo', name: 'Duo' }] },
    { id: 'edr', name: 'EDR', products: [{ id: 'falcon', name: 'Falcon' }] },
  ],
  healthMetrics: [{ id: 'mood', name: 'Mood' }],
  effortMetrics: [],
});
const stamp = { setOn: '2026-11-22', setBy: 'Dana Reyes' };

function plan(
  kind: SheetKindName,
  mapping: readonly (string | null)[],
  rows: readonly (readonly string[])[],
  stored: readonly StoredRow[] = [],
): SheetPlan {
  const headings = mapping.map((name) => name ?? 'Other');
  const style = { dates: 'month_first', decimals: 'point' } as const;
  return planRows({ kind: sheetKind(kind), headings, mapping, rows, ...style }, { stored, names, stamp });
}
const said = ({ rows }: SheetPlan) => rows.map(({ row, action, name }) => [row, action, name]);
const acme = { key: 'acme', name: 'Acme Dental', employeesSynced: '25', industry: 'Health' };

test('known companies are matched by name, whatever its case, new ones get a key of their own', () => {
  const made = plan(
    'companies',
    ['name', 'employeesSynced'],
    [
      ['ACME dental', '30'],
      ['', ''],
      ['Acme Dental East', '7'],
      ['Acme', ''],
    ],
    [acme],
  );
  expect(said(made)).toEqual([
    [2, 'update', 'Acme Dental'],
    [4, 'create', 'Acme Dental East'],
    [5, 'create', 'Acme'],
  ]);
  expect(made.rows[0]?.changes).toContainEqual({ field: 'employeesSynced', before: '25', after: '30' });
  expect(made.rows.map(({ cells }) => cells.key)).toEqual(['acme', 'acme-dental-east', 'acme-2']);
});

test('an empty cell leaves what stands, and a row that says nothing new does nothing', () => {
  const { rows } = plan(
    'companies',
    ['name', 'employeesSynced', 'industry'],
    [['Acme Dental', '25', '']],
    [acme],
  );
  expect(rows).toMatchObject([{ action: 'none', changes: [], cells: { industry: 'Health' } }]);
});

test.each([
  ['a name that two have', 'companies', ['name'], [['Zenith']], 'have the same name'],
  ['a company that is unknown', 'contacts', ['company', 'name'], [['Nobody', 'Mia']], 'which is unknown'],
  ['a company by a name that two have', 'contacts', ['company', 'name'], [['Zenith', 'Mia']], 'zen-1, zen-2'],
  [
    'a new row without its name',
    'contacts',
    ['company', 'email'],
    [['acme', 'mia@acme.example']],
    'has no Name',
  ],
  [
    'a date in the wrong order',
    'companies',
    ['name', 'dateAcquired'],
    [['New', '30/11/2026']],
    'expected a date',
  ],
  [
    'a product of another item',
    'alignments',
    ['company', 'currentProduct', 'stackItem'],
    [['acme', 'Duo', 'EDR']],
    'a product of EDR',
  ],
  [
    'a score without points',
    'health_scores',
    ['company', 'metric', 'points'],
    [['acme', 'Mood', '']],
    'has no Points',
  ],
] as const)('%s is a problem, with its row', (_, kind, mapping, rows, message) => {
  const stored =
    kind === 'companies'
      ? [
          { key: 'a', name: 'Zenith' },
          { key: 'b', name: 'zenith' },
        ]
      : [];
  const made = plan(kind, mapping, rows, stored);
  expect(made.rows).toEqual([]);
  expect(made.problems).toEqual([
    expect.objectContaining({ row: 2, message: expect.stringContaining(message) }),
  ]);
});

test('the same company twice is a problem of the second row', () => {
  const made = plan('companies', ['name'], [['Acme Dental'], ['acme dental ']], [acme]);
  expect(made.problems).toEqual([{ row: 3, column: null, message: 'the same as row 2; expected each once' }]);
});

test('a contact is found by e-mail first, then by name, always within its company', () => {
  const stored = [
    { key: 'mia', company: 'acme', name: 'Mia Chen', email: 'mia@acme.example' },
    { key: 'other', company: 'zen-1', name: 'Mia Chen', email: '' },
  ];
  const made = plan(
    'contacts',
    ['company', 'name', 'email'],
    [
      ['Acme Dental', 'Mia Chen-Ortiz', 'MIA@acme.example'],
      ['zen-1', 'mia chen', 'mia@zenith.example'],
      ['zen-2', 'Mia Chen', ''],
    ],
    stored,
  );
  expect(made.rows.map(({ action, cells }) => [action, cells.key])).toEqual([
    ['update', 'mia'],
    ['update', 'other'],
    ['create', 'zen-2-mia-chen'],
  ]);
});

test('cells of the alignment say who set them and when, unless a column does', () => {
  const row = ['Acme Dental', 'MFA', 'duo', '80 %'];
  const mapping = ['company', 'stackItem', 'currentProduct', 'alignment'];
  expect(plan('alignments', mapping, [row]).rows[0]?.cells).toEqual({
    company: 'acme',
    stackItem: 'mfa',
    currentProduct: 'duo',
    alignment: '80',
    setOn: '2026-11-22',
    setBy: 'Dana Reyes',
  });
  const dated = plan('alignments', [...mapping, 'setOn'], [[...row, '1/31/2026']]);
  expect(dated.rows[0]?.cells).toMatchObject({ setOn: '2026-01-31', setBy: 'Dana Reyes' });
});

test('an owner goes by name, key or e-mail address', () => {
  const owners = ['dana', 'Dana REYES', 'dana@northwind.example'].map((owner, i) => [`Client ${i}`, owner]);
  const { rows } = plan('companies', ['name', 'owner'], owners);
  expect(rows.map(({ cells }) => cells.owner)).toEqual(['dana', 'dana', 'dana']);
});

import { type CellType, referenceTarget } from '../../../contract/bundle/cell-types.ts';
import { BUNDLE_FILES, type Column, type FileFormat, fileFormat } from '../../../contract/bundle/format.ts';
import { COMPUTED_FACTS } from '../../../domain/portfolio/definitions.ts';
import { compareText } from '../../../domain/text/compare.ts';
import { type Random, random } from '../../demo/random.ts';
import { REFERENCE_ORDER } from '../order.ts';
import { CONTENT } from './bundles.ts';

/** A cell as somebody might write it, and as an export writes it. */
export interface GeneratedCell {
  readonly written: string;
  readonly canonical: string;
}
export type GeneratedRow = Readonly<Record<string, GeneratedCell>>;
export type GeneratedBundle = ReadonlyMap<string, readonly GeneratedRow[]>;

/** A legal bundle of all files that dwells on the edges of the format; the same seed gives the same one. */
export function generateBundle(seed: number): GeneratedBundle {
  const r = random(seed);
  const bundle = new Map<string, GeneratedRow[]>();
  for (const format of REFERENCE_ORDER) bundle.set(format.name, rowsOf(r, format, bundle));
  return bundle;
}

function rowsOf(r: Random, format: FileFormat, bundle: GeneratedBundle): GeneratedRow[] {
  const most =
    format.identity.length === 0 ? r.int(2) : format.name === 'companies' ? 1 + r.int(5) : r.int(6);
  const rows: GeneratedRow[] = [];
  const seen = new Set<string>();
  for (let i = 0; i < most; i++) {
    const row = rowOf(r, format, bundle, i);
    const identity =
      row && (format.name === 'health_overrides' ? [row.company!.canonical] : identityOf(format, row));
    if (!identity || (seen.has(JSON.stringify(identity)) && seen.size > 0)) continue;
    seen.add(JSON.stringify(identity));
    rows.push(row);
  }
  return rows;
}

function rowOf(r: Random, format: FileFormat, bundle: GeneratedBundle, i: number): GeneratedRow | undefined {
  const row: Record<string, GeneratedCell> = {};
  for (const column of format.columns) {
    const cell = cellOf(r, column, row.company ? ofCompany(row.company, bundle) : bundle, i);
    if (column.required && cell.canonical === '') return undefined;
    row[column.name] = cell;
  }
  for (const [from, to] of format.periods)
    if (row[from]!.canonical && row[to]!.canonical && row[from]!.canonical > row[to]!.canonical)
      [row[from], row[to]] = [row[to]!, row[from]!];
  return { ...row, ...ruled(r, format, row, bundle, i) };
}

/** What a row of a company may name: of rows that are a company's, its own. */
function ofCompany({ canonical }: GeneratedCell, bundle: GeneratedBundle): GeneratedBundle {
  const own = (rows: readonly GeneratedRow[]) =>
    rows.filter(({ company }) => company === undefined || company.canonical === canonical);
  return new Map([...bundle].map(([name, rows]) => [name, own(rows)]));
}

/** What the rules of a file ask of its cells beyond their types. */
function ruled(
  r: Random,
  { name }: FileFormat,
  row: GeneratedRow,
  bundle: GeneratedBundle,
  i: number,
): GeneratedRow {
  if (name.endsWith('_bands')) return { from: as(i === 0 ? '0' : `${i}${r.pick(['', '.5', '0'])}`) };
  if (name.endsWith('_groups') && r.chance(0.3)) return { key: as('all') };
  // one contact of all, so that no company has two
  if (name === 'contacts' && i > 0) return { primaryContact: as(r.pick(['', 'false'])) };
  if (name === 'users') return { email: as(`${r.pick(['A', 'b.c+d', 'ÿ'])}${i}@Example.com`) };
  // without a status an assessment has a score
  if (name === 'assessments' && row.status!.canonical !== 'finished')
    return { score: as(row.status!.canonical === '' ? '62.5' : '') };
  // a task is owned by somebody of its own side
  if (name === 'onboarding_tasks') return { [row.side!.canonical === 'us' ? 'contact' : 'owner']: as('') };
  if (name === 'onboarding_template')
    return row.side!.canonical === 'us'
      ? { ownerRole: as('vcio') }
      : { ownerRole: as('primary_contact'), owner: as('') };
  const [pdf, csv] = [...CONTENT.keys()] as [string, string];
  if (name === 'files')
    return r.chance(0.5)
      ? { name: as('Plan 😀.pdf'), media: as('application/pdf'), sha256: as(pdf) }
      : { name: as('a, b.CSV'), media: as('text/csv'), sha256: as(csv) };
  if (name === 'records') return linkOrFile(r, row, bundle);
  if (name === 'record_requirements')
    return {
      records: as(r.pick(['', 'assessment', 'assessment|slide_deck'])),
      assessmentDays: as(r.pick(['', '30'])),
    };
  if (name === 'assessment_answers') return row.points!.canonical === '' ? {} : { points: row.possible! };
  if (name.endsWith('_scores')) {
    const metric = bundle
      .get(name.replace('scores', 'metrics'))!
      .find(({ key }) => key!.canonical === row.metric!.canonical)!;
    return { points: r.chance(0.5) ? metric.maxScore! : as('0') };
  }
  if (!name.endsWith('_metrics')) return {};
  const max = row.maxScore!.canonical;
  const bands = as(`-1.5:0|10:${max}|:${max}`);
  const computed = { kind: as('computed'), fact: as(r.pick(COMPUTED_FACTS)), bands };
  const choices = r.chance(0.5) ? as(`${max}:a\\|b|0:c\\:d\\\\|${max}:😀`) : as('');
  return {
    choices,
    bands: as(''),
    kind: as(r.pick(['custom', 'assessment', 'csat'])),
    ...(r.chance(0.5) ? computed : {}),
  };
}

/** A file of the meeting's company where there is one, or a link. */
function linkOrFile(r: Random, row: GeneratedRow, bundle: GeneratedBundle): GeneratedRow {
  const find = (file: string) => bundle.get(file)!.filter(({ company }) => company !== undefined);
  const meeting = find('meetings').find(({ key }) => key!.canonical === row.meeting!.canonical)!;
  const own = find('files').filter(({ company }) => company!.canonical === meeting.company!.canonical);
  if (own.length === 0 || r.chance(0.3)) return { link: as('https://files.example/a?b=,c'), file: as('') };
  return { link: as(''), file: r.pick(own).key! };
}

const as = (text: string): GeneratedCell => ({ written: text, canonical: text });

function cellOf(r: Random, { type, required }: Column, bundle: GeneratedBundle, i: number): GeneratedCell {
  if (!required && r.chance(0.3)) return as('');
  switch (type.kind) {
    case 'text':
      return as(nasty(r));
    case 'identifier':
      return as(`${nasty(r)}·${i}`);
    case 'money':
      return money(r, type.negative);
    case 'decimal':
      return decimal(r, type);
    case 'integer':
      return r.pick([as('0'), as('7'), as(String(type.most)), { written: '007', canonical: '7' }]);
    case 'date':
      return as(r.pick(['0001-01-01', '2024-02-29', '2026-11-22', '2026-11-23', '9999-12-31']));
    case 'time':
      return r.pick([
        as('2026-11-22T10:00:00Z'),
        as('0001-01-01T00:00:00.000001Z'),
        { written: '2026-11-22T10:00:00.500+02:00', canonical: '2026-11-22T08:00:00.5Z' },
        { written: '9999-12-31t23:59:59.9999999z', canonical: '9999-12-31T23:59:59.999999Z' },
      ]);
    case 'timeZone':
      return as(r.pick(['UTC', 'Europe/Berlin', 'Pacific/Apia']));
    case 'boolean':
      return as(r.pick(['true', 'false']));
    case 'oneOf':
      return as(r.pick(type.values));
    case 'pattern':
      return as(['EUR', '2026-Q4', '14:30', 'a'.repeat(64)].find((text) => type.pattern.test(text))!);
    case 'list':
      return listCell(
        r,
        [...Array(1 + r.int(4))].map(() => r.pick(['Standard', '😀', 'ﬀ', 'a|b', 'c:d', 'e\\', nasty(r)])),
      );
    case 'reference':
      return as(r.pick([...keysOf(type.to, bundle), ...(type.or ? [type.or] : []), '']));
    case 'references': {
      const keys = keysOf(type.to, bundle).filter(() => r.chance(0.6));
      return keys.length > 0 ? listCell(r, [...keys, r.pick(keys)]) : as('');
    }
    case 'pointsBands':
    case 'choices':
      return as('');
    case 'answers':
      return r.pick([
        as('1:green:Yes|0.5:yellow:a\\|b\\:c|0:red:😀'),
        { written: '02.50:blue:a:b|0:gray:No', canonical: '2.5:blue:a\\:b|0:gray:No' },
      ]);
    case 'factValue':
      return r.pick([as('true'), as('false'), as('-12.5'), { written: '012.50', canonical: '12.5' }]);
  }
}

function keysOf(name: string, bundle: GeneratedBundle): string[] {
  const target = fileFormat(name)!;
  const keys = bundle.get(name)!.map((row) => row[target.identity[0]!]!.canonical);
  return keys.length > 0 ? keys : [...target.defaults];
}

function money(r: Random, negative: boolean): GeneratedCell {
  const amount = r.pick([
    { written: '0', canonical: '0.00' },
    { written: '1234.5', canonical: '1234.50' },
    as('0.01'),
    { written: '10000000000000', canonical: '10000000000000.00' },
  ]);
  const minus = negative && amount.written !== '0' && r.chance(0.5) ? '-' : '';
  return { written: minus + amount.written, canonical: minus + amount.canonical };
}

function decimal(r: Random, { least, most }: Extract<CellType, { kind: 'decimal' }>): GeneratedCell {
  const cells = [as('1'), { written: '02.50', canonical: '2.5' }, as('0.00000000000000000001')];
  if (least !== 'above 0') cells.push({ written: '0.0', canonical: '0' });
  if (!most) cells.push(as(`${'9'.repeat(20)}.5`));
  if (!least) cells.push({ written: '-3.10', canonical: '-3.1' });
  return r.pick(cells);
}

function listCell(r: Random, entries: readonly string[]): GeneratedCell {
  const escaped = (text: string, what: RegExp) => text.replace(what, '\\$&');
  const shuffled = entries.toSorted(() => r.next() - 0.5);
  const sorted = [...new Set(entries)].sort(compareText);
  return {
    // a colon may stand without its backslash
    written: shuffled.map((entry) => escaped(entry, r.chance(0.5) ? /[|:\\]/g : /[|\\]/g)).join('|'),
    canonical: sorted.map((entry) => escaped(entry, /[|:\\]/g)).join('|'),
  };
}

const UNITS = [
  'a',
  'Z',
  ',',
  '"',
  '\r\n',
  '\n',
  '\r',
  '|',
  ':',
  '\\',
  ' ',
  "'",
  '=',
  '\t',
  'é',
  '😀',
  'ﬀ',
  '\ufeff',
  '\u202e',
  '{',
  '}',
  'NULL',
];

function nasty(r: Random): string {
  return r.chance(0.02) ? '😀'.repeat(280) : [...Array(1 + r.int(6))].map(() => r.pick(UNITS)).join('');
}

function identityOf(format: FileFormat, row: GeneratedRow): string[] {
  return format.identity.map((name) => row[name]!.canonical);
}

/** The bundle as somebody might write it: rows, columns, line ends, quotes and a byte order mark as it comes. */
export function writtenTexts(bundle: GeneratedBundle, seed: number): Record<string, string> {
  const r = random(seed);
  const texts: Record<string, string> = {};
  for (const [name, rows] of bundle) {
    if (rows.length === 0 && name !== 'companies' && r.chance(0.8)) continue;
    const columns = fileFormat(name)!
      .columns.filter(
        (column) => column.required || rows.some((row) => row[column.name]!.written !== '') || r.chance(0.5),
      )
      .toSorted(() => r.next() - 0.5);
    const lineEnd = r.pick(['\n', '\r\n']);
    const cell = (text: string) =>
      /[",\r\n]/.test(text) || r.chance(0.1) ? `"${text.replaceAll('"', '""')}"` : text;
    const lines = [columns.map((column) => column.name)];
    for (const row of rows.toSorted(() => r.next() - 0.5))
      lines.push(columns.map((column) => row[column.name]!.written));
    texts[name] =
      (r.chance(0.3) ? '\ufeff' : '') +
      lines.map((line) => line.map(cell).join(',')).join(lineEnd) +
      r.pick(['', lineEnd, lineEnd + lineEnd]);
  }
  return texts;
}

/** What the export of a workspace is that holds this bundle and nothing else. */
export function canonicalTexts(bundle: GeneratedBundle): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const format of BUNDLE_FILES) {
    const rows = bundle.get(format.name)!.filter((row) => !isIdleBuiltIn(format, row));
    if (format.name === 'workspace' && rows.length === 0)
      rows.push(
        Object.fromEntries(format.columns.map(({ name }) => [name, as(name === 'name' ? 'Workspace' : '')])),
      );
    if (rows.length === 0 && format.name !== 'companies') continue;
    const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    const lines = rows
      .toSorted((a, b) => compareTuples(identityOf(format, a), identityOf(format, b)))
      .map((row) => format.columns.map(({ name }) => row[name]!.canonical));
    texts[format.name] = [format.columns.map(({ name }) => name), ...lines]
      .map((line) => `${line.map(cell).join(',')}\r\n`)
      .join('');
  }
  return texts;
}

function isIdleBuiltIn(format: FileFormat, row: GeneratedRow): boolean {
  if (row.key?.canonical !== 'all' || !format.name.endsWith('_groups')) return false;
  return format.columns.every(
    ({ name, type }) => referenceTarget(type) !== 'users' || row[name]!.canonical === '',
  );
}

function compareTuples(a: readonly string[], b: readonly string[]): number {
  return a.map((part, i) => compareText(part, b[i]!)).find((order) => order !== 0) ?? 0;
}

import { type Client, clients, type DemoClient } from './clients.ts';
import { engagement } from './engagement.ts';
import { formerClientRows, formerClients } from './former-clients.ts';
import { lifecycle } from './lifecycle.ts';
import { preferredCommunication } from './meetings.ts';
import { onboarding } from './onboarding.ts';
import { projects } from './projects.ts';
import { type Random, random } from './random.ts';
import { revenue } from './revenue.ts';
import type { PortfolioRow, PortfolioRows } from './rows.ts';
import { productKey, STACK } from './stack.ts';
import { groups, USERS } from './team.ts';

/** The day on which the demo's "today" rests, so that its figures never change. */
export const DEMO_DAY = '2026-11-22';

/** The demo portfolio of one MSP, Harborlight IT: the same rows each time. */
export function demoPortfolio(companies = 150): PortfolioRows {
  const r = random(20261122);
  const all = clients(r, companies).map((client, i) => character(r, client, i));
  const rows = all.map((client) => companyRow(r, client));
  const acquired = new Map(rows.map(({ key, dateAcquired }) => [key!, dateAcquired!]));
  const sold = revenue(r, all);
  const said = engagement(r, all);
  return together(
    {
      workspace: [{ name: 'Harborlight IT (demo)', currency: 'USD', asOf: DEMO_DAY, minimumCoverage: '20' }],
      companies: [...rows, ...formerClientRows],
      users: USERS,
      ...groups([...all, ...formerClients]),
      ...stackFiles(),
      ...sold,
      ...said,
      meetings: (said.meetings ?? []).map((meeting) => ({
        ...meeting,
        recommendations: spokenOf(meeting, sold),
      })),
      goals: (said.goals ?? []).map((goal) => ({ ...goal, recommendations: serving(goal, sold) })),
      ...onboarding(all),
    },
    together(lifecycle(all, acquired), projects(all)),
  );
}

/** The rows of both, file by file. */
function together(one: PortfolioRows, other: PortfolioRows): PortfolioRows {
  const files = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return Object.fromEntries(files.map((file) => [file, [...(one[file] ?? []), ...(other[file] ?? [])]]));
}

/** A vCIO meeting that was held spoke of the first recommendations of its client. */
const spokenOf = (meeting: PortfolioRow, sold: PortfolioRows): string =>
  meeting.kind === 'vcio' && meeting.status === 'held' ? serving(meeting, sold) : '';

/** The first recommendations of a client serve its goal. */
const serving = ({ company: client }: PortfolioRow, { recommendations = [] }: PortfolioRows): string =>
  recommendations
    .filter(({ company }) => company === client)
    .map(({ key }) => key)
    .slice(0, 2)
    .join('|');

/** Who became a client in the last two years, by place among all. */
const ACQUIRED: Readonly<Record<number, string>> = {
  3: '2025-01-15',
  10: '2025-03-01',
  17: '2025-03-17',
  28: '2025-05-01',
  36: '2025-07-01',
  45: '2025-08-11',
  50: '2025-10-01',
  59: '2025-11-03',
  66: '2026-01-12',
  73: '2026-02-01',
  81: '2026-03-16',
  88: '2026-05-01',
  96: '2026-06-01',
  111: '2026-08-03',
  126: '2026-09-01',
};

function character(r: Random, client: Client, i: number): DemoClient {
  const stages: Record<number, string> = {
    5: 'prospect',
    12: 'onboarding',
    31: 'sales',
    52: 'ice',
    77: 'agreement',
    90: 'onboarding',
    118: 'onboarding',
    133: 'onboarding',
    140: 'offboarded',
  };
  const maturity = Math.min(1, Math.max(0, 0.15 + r.next() * 0.5 + r.next() * 0.4));
  const tags = [r.chance(0.62) ? 'Standard' : 'Premium'];
  if (client.compliance && r.chance(0.8)) tags.push('Compliance');
  if (r.chance(0.35)) tags.push('Cloud');
  if (client.employees > 90) tags[0] = 'Co-managed';
  const blank = [12, 90, 133].includes(i % 150);
  if (blank) tags.length = 0;
  return {
    ...client,
    stage: stages[i % 150] ?? '',
    acquired: ACQUIRED[i] ?? '',
    tags,
    blank,
    owner: r.pick(['riley', 'morgan', 'jordan', 'casey']),
    maturity,
    mood: Math.min(1, Math.max(0, 0.2 + maturity * 0.45 + (r.next() - 0.35) * 0.75)),
    noise: Math.min(1, Math.max(0, 0.65 - maturity * 0.5 + (r.next() - 0.4) * 0.7)),
  };
}

function companyRow(r: Random, client: DemoClient): PortfolioRow {
  const acquired = 2009 + r.int(17);
  return {
    key: client.key,
    name: client.name,
    stage: client.stage,
    executiveSummary: summary(r, client),
    industry: client.industry,
    // Two clients are billed outside the PSA, so their MRR is typed; one head count is corrected by hand.
    mrrOverride: client.key.length % 61 === 0 ? '4250.00' : '',
    employeesSynced: r.maybe(client.blank ? 1 : 0.05, () => String(client.employees)),
    employeesOverride: client.key.length % 29 === 0 && !client.blank ? String(client.employees + 2) : '',
    locations: client.blank ? '' : String(client.locations),
    tags: client.tags.join('|'),
    dateAcquired: since(client.stage, acquiredOn(r, client, acquired)),
    yearlyRevenue: r.maybe(0.3, () => `${client.employees * (90 + r.int(160))}000.00`),
    yearEstablished: String(acquired - 2 - r.int(50)),
    owner: client.owner,
    offboardedOn: client.stage === 'offboarded' ? '2026-08-31' : '',
    ...preferredCommunication(client),
  };
}

/** Not acquired yet, or just now. */
function since(stage: string, acquired: string): string {
  if (['prospect', 'sales', 'ice', 'agreement'].includes(stage)) return '';
  return stage === 'onboarding' ? '2026-10-20' : acquired;
}

/** The same draws whether or not the day is known, so that everything else stays as it is. */
function acquiredOn(r: Random, { acquired }: DemoClient, year: number): string {
  const day = `${Math.min(year, 2023)}-${two(1 + r.int(12))}-${two(1 + r.int(28))}`;
  return acquired || day;
}

function summary(r: Random, client: DemoClient): string {
  const size = `${client.industry} with ${client.employees} people at ${client.locations === 1 ? 'one location' : `${client.locations} locations`}.`;
  const focus = r.pick([
    'Owners plan to open another site next year.',
    'Cyber insurance renewal asks for MFA and endpoint detection everywhere.',
    'New operations manager wants fewer vendors and one bill.',
    'Growing by acquisition; two systems to merge.',
    'Cost-conscious; decides in the fourth quarter for the year ahead.',
    'Moving the line-of-business application to the cloud.',
  ]);
  return `${size} ${focus}`;
}

function stackFiles(): PortfolioRows {
  return {
    stack_items: STACK.map((item, i) => ({
      key: item.key,
      name: item.name,
      definition: item.definition,
      category: item.category,
      order: String(i + 1),
      tags: item.tags.join('|'),
      weight: item.weight,
      agreementInclusionDefault: item.inclusionDefault ? 'true' : '',
      anyOneOf: item.anyOneOf ?? '',
      retired: item.retired ? 'true' : '',
    })),
    products: STACK.flatMap((item) =>
      item.products.map((product, i) => ({
        key: productKey(item.key, i),
        stackItem: item.key,
        name: product.name,
        standing: product.standing,
        productCodes: product.code ?? '',
        mrrPerCompany: price(product.company),
        mrrPerSeat: price(product.seat),
        mrrPerLocation: price(product.location),
        oneTimePerCompany: price(product.setUpCompany),
        oneTimePerSeat: price(product.setUpSeat),
        oneTimePerLocation: '',
      })),
    ),
  };
}

const two = (n: number): string => String(n).padStart(2, '0');
const price = (units: number | undefined): string => (units === undefined ? '' : units.toFixed(2));

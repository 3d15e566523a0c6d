import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  RECOMMENDATION_SORTS,
  type Recommendation,
  type RecommendationChoices,
  type RecommendationSort,
  type RecommendationTotals,
} from '../../contract/recommendations.ts';
import { priorityRank } from '../../domain/recommendations/priority.ts';
import { compareText } from '../../domain/text/compare.ts';
import { onBothEngines } from '../../test/harness/engines.ts';
import {
  addWorkspace,
  type Client,
  giveKey,
  openTestServer,
  type TestServer,
} from '../testing/test-server.ts';
import { COMPANIES, twoRegions } from '../testing/two-regions.ts';

const kestrel = COMPANIES.own.id;
const marmot = COMPANIES.other.id;

const STATUSES = ['Proposed', 'Planned', 'In Progress', 'On Hold', 'Completed', 'Declined'];

/** Rows with every kind of gap: no status, one that is unknown, no owner, no quarter, other priorities, odd percentages. */
const recommendations = [
  ['r1', kestrel, 'Move to MFA', 'Planned', 'High', 'Security', 'manager', '2026-Q4', '33.33'],
  ['r2', kestrel, 'Renew the firewall', null, 'low', 'Network', null, null, null],
  ['r3', kestrel, 'Back up the cloud', 'Completed', null, null, 'admin', '2026-Q3', '0'],
  ['r4', kestrel, 'Back up the cloud', 'Declined', 'P1', 'Backup', 'manager', '2027-Q1', '100'],
  ['r5', marmot, 'Hidden mail filter', 'In Progress', 'Critical', 'Security', 'both', '2027-Q1', '12.5'],
  ['r6', marmot, 'Äußere Firewall', 'On Hold', 'Medium', 'Network', null, '2026-Q4', '50'],
].map(
  ([key, company, title, status, priority, category, owner, target_quarter, win_probability]) =>
    ({
      key,
      company,
      title,
      status,
      priority,
      category,
      owner,
      target_quarter,
      win_probability,
    }) as Record<string, unknown>,
);

const lines = [
  ['r1', 101, 1001],
  ['r1', 3, null],
  ['r2', 999, 5],
  ['r3', 7, 7],
  ['r4', null, 12345],
  ['r5', 20, 4],
  ['r5', 20, 4],
].map(([recommendation, mrr, one_time], i) => ({
  key: `line-${i}`,
  recommendation,
  company: ['r5', 'r6'].includes(String(recommendation)) ? marmot : kestrel,
  mrr,
  one_time,
}));

onBothEngines('the recommendations of the portfolio', (engine) => {
  let server: TestServer;
  let admin: Client;
  let manager: Client;

  beforeAll(async () => {
    const workspace = await addWorkspace(engine.database, 'Northwind IT', {
      ...twoRegions,
      recommendations,
      recommendation_lines: lines,
    });
    server = await openTestServer(engine.database, { now: () => new Date('2026-11-22T12:00:00Z') });
    const client = async (user: string) => server.withKey(await giveKey(engine.database, workspace, user));
    [admin, manager] = [await client('admin'), await client('manager')];
  });
  afterAll(() => server.close());

  const list = async (query: string, by: Client = admin): Promise<Recommendation[]> => {
    const answer = await by.get(`/recommendations?${query}`);
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json().items;
  };
  const ids = (items: readonly Recommendation[]) => items.map(({ id }) => id).sort();

  it.each<[string, string[]]>([
    ['', ['r1', 'r2', 'r3', 'r4', 'r5', 'r6']],
    [`company=${kestrel}`, ['r1', 'r2', 'r3', 'r4']],
    ['open=true', ['r1', 'r2', 'r5', 'r6']],
    ['open=false', ['r3', 'r4']],
    ['status=Proposed', ['r2']],
    ['status=Planned&status=On+Hold', ['r1', 'r6']],
    ['status=Ghost', []],
    ['owner=manager&owner=both', ['r1', 'r4', 'r5']],
    ['priority=High&priority=P1', ['r1', 'r4']],
    ['category=Security&quarter=2027-Q1', ['r5']],
    ['search=marm', ['r5', 'r6']],
    ['search=FIREWALL', ['r2', 'r6']],
    ['search=100%25', []],
  ])('are narrowed by %s', async (query, expected) => {
    expect(ids(await list(query))).toEqual(expected);
  });

  it('stand in every order on pages that make the whole', async () => {
    const all = await list('limit=500');
    for (const sort of RECOMMENDATION_SORTS) {
      for (const order of ['asc', 'desc'] as const) {
        const seen: string[] = [];
        let cursor = '';
        do {
          const answer = await admin.get(
            `/recommendations?sort=${sort}&order=${order}&limit=2${cursor ? `&cursor=${cursor}` : ''}`,
          );
          expect(answer.statusCode, answer.body).toBe(200);
          seen.push(...answer.json().items.map(({ id }: Recommendation) => id));
          cursor = answer.json().next ?? '';
        } while (cursor);
        expect([sort, order, seen]).toEqual([sort, order, inOrder(all, sort, order)]);
      }
    }
  });

  it('add up by status to what their lines come to, gross and weighted', async () => {
    for (const query of ['', 'open=true', 'search=marm', `company=${kestrel}&status=Planned`]) {
      const items = await list(query);
      const { statuses, whole } = (
        await admin.get(`/recommendation-totals?${query}`)
      ).json() as RecommendationTotals;
      expect(statuses).toEqual(
        STATUSES.map((status) => ({ status, ...sumOf(items.filter((item) => item.status === status)) })),
      );
      expect(whole).toEqual(sumOf(items));
    }
  });

  it('are, with their sums, choices and file, those of the companies that one sees', async () => {
    expect(ids(await list('', manager))).toEqual(['r1', 'r2', 'r3', 'r4']);
    expect(await list('search=marm', manager)).toEqual([]);
    const totals = (await manager.get('/recommendation-totals')).json() as RecommendationTotals;
    expect(totals.whole.recommendations).toBe(4);
    expect((await manager.get('/recommendation-choices')).json()).toMatchObject({
      categories: ['Backup', 'Network', 'Security'],
      priorities: ['Critical', 'High', 'Medium', 'Low', 'low', 'P1'],
      quarters: ['2026-Q3', '2026-Q4', '2027-Q1'],
    });
    const choices = (await admin.get('/recommendation-choices')).json() as RecommendationChoices;
    expect(choices.statuses.map(({ name }) => name)).toEqual(STATUSES);
    expect((await manager.get('/recommendations.csv')).body).not.toContain('Marmot');
    for (const path of ['recommendations', 'recommendations.csv', 'recommendation-totals'])
      expect((await manager.get(`/${path}?company=${marmot}`)).statusCode).toBe(404);
    expect((await manager.get(`/companies/${marmot}/recommendations`)).statusCode).toBe(404);
  });

  it('come as a file for spreadsheets', async () => {
    const { body, headers } = await admin.get('/recommendations.csv?status=Planned');
    expect(headers['content-disposition']).toContain('quarterdeck-recommendations.csv');
    expect(body.trimEnd().split('\r\n')[1]).toBe(
      `r1,Move to MFA,${kestrel},Kestrel Anvils,Planned,true,Security,High,User manager,2026-Q4,33.33,1.04,10.01,0.35,3.34,,`,
    );
  });

  it.each(['sort=luck', 'open=yes', 'quarter=2026', 'cursor=bm8', 'colour=red'])(
    'refuse %s',
    async (query) => {
      expect((await admin.get(`/recommendations?${query}`)).statusCode).toBe(400);
    },
  );
});

const VALUES: Record<RecommendationSort, (row: Recommendation) => string | number | null> = {
  title: ({ title }) => title,
  company: ({ company }) => company.name,
  status: ({ status }) => (status === null ? null : STATUSES.indexOf(status)),
  category: ({ category }) => category,
  priority: ({ priority }) => (priority === null ? null : priorityRank(priority)),
  owner: ({ owner }) => owner?.name ?? null,
  quarter: ({ targetQuarter }) => targetQuarter,
  winProbability: ({ winProbability }) => winProbability,
  mrr: ({ mrr }) => mrr,
  oneTime: ({ oneTime }) => oneTime,
  weightedMrr: ({ weightedMrr }) => weightedMrr,
  weightedOneTime: ({ weightedOneTime }) => weightedOneTime,
};

/** The same order, said by comparing whole recommendations. */
function inOrder(
  all: readonly Recommendation[],
  sort: RecommendationSort,
  order: 'asc' | 'desc',
): readonly string[] {
  const direction = order === 'asc' ? 1 : -1;
  const compare = (a: string | number, b: string | number) =>
    typeof a === 'string' ? compareText(a, String(b)) : a - Number(b);
  return [...all]
    .sort((a, b) => {
      const [left, right] = [VALUES[sort](a), VALUES[sort](b)];
      const ties = compareText(a.title, b.title) || compareText(a.id, b.id);
      if (left === null || right === null) return Number(left === null) - Number(right === null) || ties;
      return direction * compare(left, right) || ties;
    })
    .map(({ id }) => id);
}

const sumOf = (items: readonly Recommendation[]) => ({
  recommendations: items.length,
  mrr: items.reduce((sum, { mrr }) => sum + mrr, 0),
  oneTime: items.reduce((sum, { oneTime }) => sum + oneTime, 0),
  weightedMrr: items.reduce((sum, { weightedMrr }) => sum + weightedMrr, 0),
  weightedOneTime: items.reduce((sum, { weightedOneTime }) => sum + weightedOneTime, 0),
});

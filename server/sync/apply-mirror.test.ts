import { expect, it } from 'vitest';
import { employeesOf } from '../../domain/companies/employees.ts';
import { companyRevenue } from '../../domain/contracts/company-revenue.ts';
import { onBothEngines } from '../../test/harness/engines.ts';
import { emptyTenant, generateTenant, putRecord, TENANT_SIZES, type Tenant } from '../../test/psa/tenant.ts';
import { trueMrr } from '../../test/psa/truth.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { loadCompanyFacts } from '../portfolio/company-facts.ts';
import { openPortfolios } from '../portfolio/portfolios.ts';
import { addWorkspace } from '../testing/test-server.ts';
import { applyMirror } from './apply-mirror.ts';
import { matchCompany } from './match-company.ts';
import { previewMirror } from './preview-mirror.ts';
import type { ApplyCall } from './sync-context.ts';
import { fillMirror } from './testing/fill-mirror.ts';

const NOW = new Date('2026-11-30T12:00:00Z');
const TODAY = '2026-11-30';
const tenant = () => generateTenant({ size: TENANT_SIZES.XS, now: NOW, flatAmounts: true });

onBothEngines('applyMirror', (engine) => {
  async function world(own: Parameters<typeof addWorkspace>[2] = {}) {
    const connection = (key: string, vendor: string, name: string) => ({
      ...{ key, vendor, name, credentials: Buffer.of(1), state: 'on', created_at: NOW, created_by: 'admin' },
    });
    const { database } = engine;
    const workspace = await addWorkspace(database, 'Northwind IT', {
      users: [{ key: 'admin', name: 'Admin', email: `${crypto.randomUUID()}@msp.example`, role: 'admin' }],
      connections: [
        connection('psa', 'connectwise', 'ConnectWise PSA'),
        connection('smiles', 'smileback', 'SmileBack'),
      ],
      ...own,
    });
    const context = { database, portfolios: openPortfolios(database) };
    const inTx = <Result>(work: Parameters<typeof inWorkspace<Result>>[2]) =>
      inWorkspace(database, { workspace, companies: 'all' }, work);
    const call = (more: Partial<ApplyCall> = {}): ApplyCall => ({
      ...{ workspace, connection: 'psa', run: 1, now: NOW, unread: [], requireRun: async () => undefined },
      ...more,
    });
    const query = async (text: string) => (await database.pool.query(text, [workspace])).rows;
    return {
      workspace,
      context,
      inTx,
      query,
      fill: (holds: Tenant, connection = 'psa') => fillMirror(database, { workspace, connection }, holds),
      apply: (more?: Partial<ApplyCall>) => applyMirror(context, call(more)),
      preview: () => previewMirror(context, { workspace, connection: 'psa' }, NOW),
      /** Our companies, by the record that they are linked with. */
      async companies() {
        const links = await query(
          `select record, key from sync_links where workspace_id = $1 and kind = 'companies' and connection = 'psa'`,
        );
        const facts = await inTx((tx) =>
          loadCompanyFacts(
            tx,
            links.map(({ key }) => key),
            'UTC',
          ),
        );
        return new Map(
          links.map(({ record, key }) => [record as string, facts.find(({ id }) => id === key)!]),
        );
      },
      revision: async () =>
        (await query('select revision from workspaces where id = $1'))[0].revision as number,
    };
  }

  async function mrrOf(portfolio: Awaited<ReturnType<typeof world>>) {
    const { definitions } = await portfolio.context.portfolios.portfolioOf(portfolio.workspace, NOW);
    const companies = await portfolio.companies();
    return new Map([...companies].map(([id, facts]) => [id, companyRevenue(facts, definitions, TODAY).mrr]));
  }

  it('brings in what a PSA holds, equal to its truth to the cent, as the preview says, and once', async () => {
    const portfolio = await world();
    const holds = tenant();
    await portfolio.fill(holds);
    const untouched = await portfolio.revision();
    const preview = await portfolio.preview();
    expect(await portfolio.revision()).toBe(untouched);
    expect(await portfolio.apply()).toMatch(/^New: \d+ companies, \d+ contacts, \d+ contracts, \d+ lines/);

    const truth = trueMrr(holds, TODAY);
    const mrr = await mrrOf(portfolio);
    expect(mrr.size).toBeGreaterThan(3);
    for (const [record, cents] of mrr) expect([record, cents]).toEqual([record, truth.get(record) ?? 0]);
    const ours = preview.companies.filter(({ company }) => company !== null);
    expect(new Map(ours.map(({ record, mrr }) => [record, mrr]))).toEqual(mrr);
    expect(preview.mrr.after).toBe([...mrr.values()].reduce((sum, cents) => sum + cents, 0));
    expect(preview.companies).toContainEqual(
      expect.objectContaining({
        record: '3',
        action: 'leave out',
        reason: 'Left out because its type is "Vendor"',
      }),
    );

    const revision = await portfolio.revision();
    expect(await portfolio.apply()).toBe('The portfolio is in step already.');
    expect(await portfolio.revision()).toBe(revision);
    expect(
      await portfolio.query(
        `select actor, subject from audit_events where workspace_id = $1 and action = 'import synced data'`,
      ),
    ).toEqual([{ actor: null, subject: 'ConnectWise PSA' }]);
  });

  it('counts people, tickets and hours as the PSA’s records say', async () => {
    const portfolio = await world();
    const holds = tenant();
    await portfolio.fill(holds);
    await portfolio.apply();
    const since = '2026-09-02';
    for (const [record, facts] of await portfolio.companies()) {
      const people = [...holds.contacts.values()].filter(
        ({ fields }) => fields.company === record && fields.active && !/^info@/.test(fields.email ?? ''),
      );
      expect(employeesOf(facts)).toMatchObject({ number: people.length, source: 'synced' });
      const tickets = [...holds.tickets.values()].filter(
        ({ fields }) =>
          fields.company === record && fields.kind === 'service' && fields.createdAt.slice(0, 10) >= since,
      );
      const hours = [...holds.timeEntries.values()]
        .filter(
          ({ fields }) =>
            fields.kind === 'service' &&
            fields.workedOn >= since &&
            (fields.company ?? holds.tickets.get(fields.ticket ?? '')?.fields.company) === record,
        )
        .reduce((sum, { fields }) => sum + Number(fields.hours), 0);
      const said = new Map(facts.facts.map(({ fact, value }) => [fact, Number(value)]));
      expect(said.get('tickets_per_month')).toBeCloseTo(tickets.length / 3, 2);
      expect(said.get('support_hours_per_month')).toBeCloseTo(hours / 3, 2);
      const answers = [...holds.surveys.values()].filter(
        ({ fields }) => fields.company === record && fields.rating,
      );
      expect(facts.csat).toHaveLength(answers.length);
    }
  });

  it('deactivates what is gone and brings it back as it was, on the record', async () => {
    const portfolio = await world();
    const holds = tenant();
    await portfolio.fill(holds);
    await portfolio.apply();
    const before = await mrrOf(portfolio);
    await portfolio.fill(emptyTenant());
    await portfolio.apply();
    const gone = [...(await portfolio.companies()).values()];
    expect(new Set(gone.map(({ stage }) => stage))).toEqual(new Set(['offboarded']));
    expect(new Set((await mrrOf(portfolio)).values())).toEqual(new Set([0]));
    expect(gone.every(({ contacts }) => contacts.active === 0)).toBe(true);
    await portfolio.fill(holds);
    await portfolio.apply();
    expect(await mrrOf(portfolio)).toEqual(before);
    const [company] = (await portfolio.companies()).values();
    const moves = await portfolio.query(
      `select from_stage, to_stage, changed_by, note, company from stage_changes where workspace_id = $1 order by changed_at`,
    );
    expect(moves.filter((move) => move.company === company!.id)).toMatchObject([
      { from_stage: 'active', to_stage: 'offboarded', changed_by: 'ConnectWise PSA' },
      { from_stage: 'offboarded', to_stage: 'active', note: 'Back in ConnectWise PSA' },
    ]);
  });

  it('writes nothing where its run is taken away, and plans again where somebody changes the portfolio meanwhile', async () => {
    const portfolio = await world();
    await portfolio.fill(tenant());
    const untouched = await portfolio.revision();
    const cancelled = portfolio.apply({ requireRun: async () => Promise.reject(new Error('cancelled')) });
    await expect(cancelled).rejects.toThrow('cancelled');
    expect(await portfolio.revision()).toBe(untouched);
    expect(await portfolio.query('select from sync_links where workspace_id = $1')).toEqual([]);

    let disturbed = 0;
    const { database, portfolios } = portfolio.context;
    const meanwhile: typeof portfolios = {
      async portfolioOf(...asked) {
        const read = await portfolios.portfolioOf(...asked);
        if (disturbed++ < 2)
          await portfolio.query(
            `insert into companies (workspace_id, key, name) values ($1, 'late-${disturbed}', 'Late')`,
          );
        return read;
      },
    };
    const call = { workspace: portfolio.workspace, connection: 'psa', run: 1, now: NOW, unread: [] };
    await applyMirror({ database, portfolios: meanwhile }, { ...call, requireRun: async () => undefined });
    expect(disturbed).toBe(3);
    expect((await portfolio.companies()).size).toBeGreaterThan(3);
  });

  it('reads a survey tool’s answers by the companies and tickets of the PSA', async () => {
    const portfolio = await world();
    const holds = tenant();
    holds.surveys.clear();
    await portfolio.fill(holds);
    await portfolio.apply();
    const [record] = [...(await portfolio.companies()).keys()] as [string];
    const ticket = [...holds.tickets.values()].find(({ fields }) => fields.company === record)!.id;
    const answer = { email: null, rating: 'positive', score: '1', comment: null } as const;
    const answeredAt = '2026-11-20T08:30:00Z';
    const smiles = emptyTenant();
    putRecord(smiles, 'surveys', 'a', { ...answer, answeredAt, company: record, ticket: null }, NOW);
    putRecord(smiles, 'surveys', 'b', { ...answer, answeredAt, company: null, ticket }, NOW);
    putRecord(smiles, 'surveys', 'c', { ...answer, answeredAt, company: '999', ticket: null }, NOW);
    await portfolio.fill(smiles, 'smiles');
    expect(await portfolio.apply({ connection: 'smiles' })).toBe('New: 2 CSAT responses.');
    expect((await portfolio.companies()).get(record)!.csat).toMatchObject([
      { id: 'smileback-a', rating: 'positive' },
      { id: 'smileback-b', rating: 'positive' },
    ]);
  });

  it('counts a survey no more while it is gone, or deleted in the tool', async () => {
    const portfolio = await world();
    const holds = tenant();
    holds.surveys.clear();
    await portfolio.fill(holds);
    await portfolio.apply();
    const [record] = [...(await portfolio.companies()).keys()] as [string];
    const answer = { email: null, score: null, comment: 'Quick!', answeredAt: '2026-11-20T08:30:00Z' };
    const given = { ...answer, rating: 'positive', company: record, ticket: null } as const;
    const smiles = emptyTenant();
    putRecord(smiles, 'surveys', 'swept', given, NOW);
    putRecord(smiles, 'surveys', 'deleted', given, NOW);
    const sync = async (read: Tenant) => {
      await portfolio.fill(read, 'smiles');
      await portfolio.apply({ connection: 'smiles' });
      return (await portfolio.companies()).get(record)!.csat.map(({ id }) => id);
    };
    const both = ['smileback-deleted', 'smileback-swept'];
    expect(await sync(smiles)).toEqual(both);
    const changed = emptyTenant();
    putRecord(changed, 'surveys', 'deleted', { ...given, rating: null, comment: null }, NOW);
    expect(await sync(changed)).toEqual([]);
    const kept = await portfolio.query(
      'select key, rating, comment from csat where workspace_id = $1 and withdrawn order by key collate "C"',
    );
    expect(kept).toEqual(both.map((key) => ({ key, rating: 'positive', comment: 'Quick!' })));
    expect(await sync(smiles)).toEqual(both);
  });

  it('follows what somebody says of which company is which', async () => {
    const portfolio = await world({ companies: [{ key: 'ours', name: 'Quite another name' }] });
    const holds = tenant();
    await portfolio.fill(holds);
    await portfolio.apply();
    const before = await mrrOf(portfolio);
    const [first] = await portfolio.companies();
    const [record, made] = first!;
    const match = (company: string | null) =>
      portfolio.inTx((tx) =>
        matchCompany(tx, {
          workspace: portfolio.workspace,
          connection: 'psa',
          record,
          company,
          by: 'admin',
          today: TODAY,
        }),
      );
    await match('ours');
    await portfolio.apply();
    expect((await portfolio.companies()).get(record)).toMatchObject({ id: 'ours', stage: 'active' });
    expect(await mrrOf(portfolio)).toEqual(before);
    const stages = await portfolio.query(
      `select stage from companies where workspace_id = $1 and key = '${made.id}'`,
    );
    expect(stages).toEqual([{ stage: 'offboarded' }]);

    await match(null);
    await portfolio.apply();
    const anew = (await portfolio.companies()).get(record)!;
    expect(['ours', made.id]).not.toContain(anew.id);
    expect(await mrrOf(portfolio)).toEqual(before);

    const other = [...(await portfolio.companies())].find(([id]) => id !== record)![1];
    await expect(match(other.id)).rejects.toThrow(/is linked with ConnectWise PSA already/);
    await expect(match('nobody')).rejects.toThrow(/company/);
  });
});

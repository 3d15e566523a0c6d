import { beforeAll, expect, it } from 'vitest';
import { known } from '../../domain/portfolio/column-arrays.ts';
import { onBothEngines } from '../../test/harness/engines.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { explanationOf } from './explanation.ts';
import type { LoadedPortfolio } from './loaded-portfolio.ts';
import { openPortfolios } from './portfolios.ts';
import { createTestWorld } from './test-world.ts';

onBothEngines('the explanation of a company', (engine) => {
  let loaded: LoadedPortfolio;
  beforeAll(async () => {
    const { id } = await createTestWorld(engine.database);
    loaded = await openPortfolios(engine.database).portfolioOf(id, new Date('2026-11-22T12:00:00Z'));
  });
  const explain = (company: string, companies: 'all' | string[]) =>
    inWorkspace(engine.database, { workspace: loaded.workspace, companies }, (tx) =>
      explanationOf(tx, loaded, company),
    );

  it.each(['acme', 'birch', 'cedar'])('of %s arrives at the figures in memory', async (company) => {
    const { mrr, employees, health, effort } = (await explain(company, [company]))!;
    const slot = loaded.portfolio.slots.get(company)!;
    const columns = loaded.portfolio.company;
    expect({
      mrr: mrr.amount,
      employees: employees.number,
      health: health.score,
      effort: effort.score,
    }).toEqual({
      mrr: columns.mrr[slot],
      employees: known(columns.employees, slot),
      health: known(columns.health, slot),
      effort: known(columns.effort, slot),
    });
  });

  it('is there only for whoever sees the company', async () => {
    expect(await explain('acme', ['birch', 'cedar'])).toBeUndefined();
    expect(await explain('acme', [])).toBeUndefined();
    expect(await explain('nobody', 'all')).toBeUndefined();
    expect(await explain('acme', 'all')).toEqual(await explain('acme', ['acme']));
  });
});

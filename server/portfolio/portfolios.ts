import { today } from '../../domain/calendar/day.ts';
import { putCompany, removeCompany } from '../../domain/portfolio/columns.ts';
import type { Database } from '../platform/database/database.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { type Changes, changesSince, KEPT_REVISIONS, pruneChanges, revisionOf } from './changes.ts';
import { readCompanyFacts } from './company-facts.ts';
import { loadGrants } from './grants.ts';
import { figuresOf, loadPortfolio } from './load.ts';
import type { LoadedPortfolio } from './loaded-portfolio.ts';

export interface Portfolios {
  /**
   * The workspace's portfolio at a revision no older than the one committed when this is called, on the day that `now`
   * falls on. A caller that has just read the revision (in the query that authenticates, say: `workspaces.revision`)
   * passes it as `seen` and saves the check. Rejects when it cannot be loaded, or the workspace does not exist; the next
   * call tries again.
   */
  portfolioOf(workspace: string, now: Date, seen?: number): Promise<LoadedPortfolio>;
}

/** Keeps the portfolios of a database's workspaces in memory; one for the whole process. */
export function openPortfolios(database: Database): Portfolios {
  const held = new Map<string, LoadedPortfolio>();
  const loading = new Map<string, Promise<void>>();
  /** By workspace: at which multiple of KEPT_REVISIONS its log was last pruned. */
  const pruned = new Map<string, number>();

  return {
    async portfolioOf(workspace, now, seen) {
      const needed = seen ?? (await revisionOf(database, workspace));
      if (needed === null) {
        held.delete(workspace);
        throw new Error(`There is no workspace ${workspace}.`);
      }
      // A load that was under way before this call may have read an older state; one that begins from here on has not.
      for (;;) {
        const model = held.get(workspace);
        if (model && model.revision >= needed && isOfToday(model, now)) return model;
        await (loading.get(workspace) ?? bringUpToDate(workspace, now));
      }
    },
  };

  /** One at a time for a workspace, whoever asks. When it fails, the model stays as it was. */
  function bringUpToDate(workspace: string, now: Date): Promise<void> {
    const load = next(workspace, held.get(workspace), now)
      .then(async (model) => {
        held.set(workspace, model);
        await pruneAtTimes(model);
      })
      .finally(() => loading.delete(workspace));
    loading.set(workspace, load);
    return load;
  }

  /** Housekeeping for which nobody is refused an answer: if it fails, the next time makes up for it. */
  async function pruneAtTimes({ workspace, revision }: LoadedPortfolio): Promise<void> {
    const due = Math.floor(revision / KEPT_REVISIONS);
    if (pruned.get(workspace) === due) return;
    pruned.set(workspace, due);
    await pruneChanges(database, workspace, revision).catch(() => undefined);
  }

  async function next(
    workspace: string,
    model: LoadedPortfolio | undefined,
    now: Date,
  ): Promise<LoadedPortfolio> {
    if (!model || !isOfToday(model, now)) return loadPortfolio(database, workspace, now);
    const { changes, grants } = await inWorkspace(database, { workspace, companies: 'all' }, async (tx) => {
      const changes = await changesSince(tx, model.revision);
      return { changes, grants: changes.access ? await loadGrants(tx) : model.grants };
    });
    if (changes.everything) return loadPortfolio(database, workspace, now);
    applyToPortfolio(model, changes, () => held.delete(workspace));
    return { ...model, revision: changes.revision, grants };
  }
}

function isOfToday(model: LoadedPortfolio, now: Date): boolean {
  return model.asOf === today(model.definitions.workspace, now);
}

/** All of the changes or, if a company's figures cannot be computed, none; calls `torn` should it fail in between. */
function applyToPortfolio(
  { definitions, portfolio, asOf }: LoadedPortfolio,
  changes: Changes,
  torn: () => void,
): void {
  const figures = changes.facts.map((row) =>
    figuresOf(definitions, readCompanyFacts(row, definitions.workspace.timeZone), asOf),
  );
  const present = new Set(figures.map((company) => company.id));
  try {
    for (const company of figures) putCompany(portfolio, company);
    for (const id of changes.companies) if (!present.has(id)) removeCompany(portfolio, id);
  } catch (error) {
    torn();
    throw error;
  }
}

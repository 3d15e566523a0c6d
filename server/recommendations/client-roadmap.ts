import { type ClientRoadmap, RoadmapStep } from '../../contract/client-roadmap.ts';
import type { Recommendation } from '../../contract/recommendations.ts';
import { Budget } from '../../contract/roadmap.ts';
import type { Named } from '../../contract/values.ts';
import { budget } from '../../domain/recommendations/budget.ts';
import { byUrgency } from '../../domain/recommendations/by-urgency.ts';
import { clientRoadmap } from '../../domain/recommendations/client-roadmap.ts';
import { keepingOf } from '../companies/queries.ts';
import type { Tx } from '../platform/database/transaction.ts';
import type { LoadedPortfolio } from '../portfolio/loaded-portfolio.ts';
import { readRecommendations } from './read-recommendations.ts';

/** A company's roadmap and budget as its people may see them. */
export async function readClientRoadmap(
  tx: Tx,
  { definitions, grants, asOf }: LoadedPortfolio,
  company: Named,
): Promise<ClientRoadmap> {
  const all = (await readRecommendations(tx, definitions, company.id)).sort(byUrgency);
  const owner = (await keepingOf(tx, [company.id])).get(company.id)?.owner ?? null;
  const { columns, completed } = clientRoadmap(all, asOf);
  return {
    company,
    provider: definitions.workspace.name,
    vcio: grants.users.find(({ id }) => id === owner)?.name ?? null,
    asOf,
    columns: columns.map(({ kind, quarter, recommendations }) => ({
      kind,
      quarter,
      steps: recommendations.map(asStep),
    })),
    completed: completed.map(asStep),
    budget: Budget.parse(budget(all, asOf)),
  };
}

/** Only what a client may see: the shape leaves out the rest. */
const asStep = (recommendation: Recommendation): RoadmapStep => RoadmapStep.parse(recommendation);

import type { Definitions, WorkspaceSettings } from '../portfolio/definitions.ts';
import type { CompanyFacts } from '../portfolio/facts.ts';
import type { Day } from '../portfolio/values.ts';
import { retagged } from '../tags/retagged.ts';
import { type Merge, mergeOf } from './merge.ts';

/** An edit of what holds for all companies, not saved yet. What is left out stays as it is. */
export interface Draft {
  /** The parts that are edited, each as a whole. */
  readonly definitions?: Partial<Definitions>;
  /** Those of the workspace's settings that are edited. */
  readonly settings?: Partial<WorkspaceSettings>;
  /** By id of a contract: whether it is excluded, on its own account. */
  readonly excludedContracts?: ReadonlyMap<string, boolean>;
  /** The day that “today” rests on. */
  readonly asOf?: Day;
  /** By the status that a recommendation names now (null: none), the one that takes its place. */
  readonly recommendationStatuses?: ReadonlyMap<string | null, string>;
  /** By a tag of companies: what it will be called; null: it goes away. */
  readonly tags?: ReadonlyMap<string, string | null>;
  /** Health bands that get another name, by their present one: overrides go with them. */
  readonly renamedStatuses?: ReadonlyMap<string, string>;
  /** Health bands that go away, each with the one whose name its overrides get. */
  readonly replacedStatuses?: ReadonlyMap<string, string>;
  /** Two stack items or products, as they are stored, that become one. */
  readonly merge?: Merge;
}

/** What holds for all companies, as it is to be. */
export function draftedDefinitions(
  stored: Definitions,
  { definitions, settings, merge }: Draft,
): Definitions {
  const edited = { ...stored, ...definitions };
  const drafted = merge ? { ...edited, stackItems: mergeOf(edited.stackItems, merge).stackItems } : edited;
  return settings ? { ...drafted, workspace: { ...drafted.workspace, ...settings } } : drafted;
}

/** Gives a company's facts as they are to be; the same object where the draft touches none of them. */
export function factsDrafter(stored: Definitions, draft: Draft): (facts: CompanyFacts) => CompanyFacts {
  const merged = draft.merge
    ? mergeOf(draft.definitions?.stackItems ?? stored.stackItems, draft.merge)
    : null;
  return (facts) => {
    const edited = draftedFacts(facts, draft);
    return merged ? merged.facts(edited) : edited;
  };
}

function draftedFacts(facts: CompanyFacts, draft: Draft): CompanyFacts {
  const contracts = withExclusions(facts.contracts, draft.excludedContracts);
  const healthOverrides = withStatusNames(facts.healthOverrides, draft);
  const recommendations = withStatuses(facts.recommendations, draft.recommendationStatuses);
  const tags = draft.tags ? retagged(facts.tags, draft.tags) : facts.tags;
  const drafted = { contracts, healthOverrides, recommendations, tags };
  const parts = Object.keys(drafted) as (keyof typeof drafted)[];
  return parts.every((part) => drafted[part] === facts[part]) ? facts : { ...facts, ...drafted };
}

function withStatuses(
  recommendations: CompanyFacts['recommendations'],
  names: Draft['recommendationStatuses'],
): CompanyFacts['recommendations'] {
  const touched = ({ status }: CompanyFacts['recommendations'][number]) =>
    (names?.get(status) ?? status) !== status;
  if (!names?.size || !recommendations.some(touched)) return recommendations;
  return recommendations.map((one) => (touched(one) ? { ...one, status: names.get(one.status)! } : one));
}

function withExclusions(
  contracts: CompanyFacts['contracts'],
  excluded: Draft['excludedContracts'],
): CompanyFacts['contracts'] {
  const touched = ({ id, excluded: now }: CompanyFacts['contracts'][number]) =>
    (excluded?.get(id) ?? now) !== now;
  if (!excluded?.size || !contracts.some(touched)) return contracts;
  return contracts.map((contract) =>
    touched(contract) ? { ...contract, excluded: !contract.excluded } : contract,
  );
}

function withStatusNames(
  overrides: CompanyFacts['healthOverrides'],
  { renamedStatuses, replacedStatuses }: Draft,
): CompanyFacts['healthOverrides'] {
  const nameOf = (status: string) => renamedStatuses?.get(status) ?? replacedStatuses?.get(status) ?? status;
  if (overrides.every(({ status }) => nameOf(status) === status)) return overrides;
  return overrides.map((override) => ({ ...override, status: nameOf(override.status) }));
}

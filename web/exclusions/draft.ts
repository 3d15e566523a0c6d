import type { BodyOf } from '../../contract/endpoint.ts';
import type { ExcludableContract, Exclusions, updateExclusions } from '../../contract/exclusions.ts';

/** What is chosen to be different about the exclusions, not saved yet. What is as stored is not in it. */
export interface ExclusionDraft {
  /** By id. */
  readonly contracts: ReadonlyMap<
    string,
    { readonly contract: ExcludableContract; readonly excluded: boolean }
  >;
  readonly vendors: ReadonlyMap<string, boolean>;
}

export const NOTHING_DRAFTED: ExclusionDraft = { contracts: new Map(), vendors: new Map() };

export const isDrafted = ({ contracts, vendors }: ExclusionDraft): boolean =>
  contracts.size > 0 || vendors.size > 0;

export function withContracts(
  draft: ExclusionDraft,
  stored: Exclusions,
  contracts: readonly ExcludableContract[],
  excluded: boolean,
): ExclusionDraft {
  const drafted = new Map(draft.contracts);
  for (const contract of contracts) drafted.set(contract.id, { contract, excluded });
  return rebased({ ...draft, contracts: drafted }, stored);
}

export function withVendor(
  draft: ExclusionDraft,
  stored: Exclusions,
  vendor: string,
  excluded: boolean,
): ExclusionDraft {
  return rebased({ ...draft, vendors: new Map(draft.vendors).set(vendor, excluded) }, stored);
}

/** The draft over what is stored now: without what has become so anyway. */
export function rebased({ contracts, vendors }: ExclusionDraft, stored: Exclusions): ExclusionDraft {
  const isContract = new Set(stored.contracts.map(({ id }) => id));
  const isVendor = new Set(excludedVendorsOf(stored));
  return {
    contracts: new Map([...contracts].filter(([id, { excluded }]) => isContract.has(id) !== excluded)),
    vendors: new Map([...vendors].filter(([vendor, excluded]) => isVendor.has(vendor) !== excluded)),
  };
}

const excludedVendorsOf = ({ vendors }: Exclusions): string[] =>
  vendors.filter(({ excluded }) => excluded).map(({ vendor }) => vendor);

/** Something that is to be excluded; `added`: it is not yet. */
export interface Chosen<T> {
  readonly what: T;
  readonly added: boolean;
}

/** The contracts that are excluded by themselves if the draft is saved: what is added stands first. */
export function chosenContracts(draft: ExclusionDraft, stored: Exclusions): Chosen<ExcludableContract>[] {
  const added = [...draft.contracts.values()].filter(({ excluded }) => excluded);
  const kept = stored.contracts.filter(({ id }) => draft.contracts.get(id)?.excluded !== false);
  return [
    ...added.map(({ contract }) => ({ what: contract, added: true })),
    ...kept.map((contract) => ({ what: contract, added: false })),
  ];
}

/** Likewise the vendors. */
export function chosenVendors(draft: ExclusionDraft, stored: Exclusions): Chosen<string>[] {
  const added = [...draft.vendors].filter(([, excluded]) => excluded).map(([vendor]) => vendor);
  const kept = excludedVendorsOf(stored).filter((vendor) => draft.vendors.get(vendor) !== false);
  return [
    ...added.map((vendor) => ({ what: vendor, added: true })),
    ...kept.map((vendor) => ({ what: vendor, added: false })),
  ];
}

/** What to send to make it so. */
export function changeOf({ contracts, vendors }: ExclusionDraft): BodyOf<typeof updateExclusions> {
  const ids = (wanted: boolean) =>
    [...contracts].filter(([, { excluded }]) => excluded === wanted).map(([id]) => id);
  const names = (wanted: boolean) =>
    [...vendors].filter(([, excluded]) => excluded === wanted).map(([vendor]) => vendor);
  return {
    excludeContracts: ids(true),
    includeContracts: ids(false),
    excludeVendors: names(true),
    includeVendors: names(false),
  };
}

import type { Exclusions } from '../../contract/exclusions.ts';
import type { Draft } from '../../domain/what-if/draft.ts';
import { chosenVendors, type ExclusionDraft, isDrafted } from './draft.ts';

/** What is chosen, as an edit that the rules can be run over. */
export function whatIfDraft(draft: ExclusionDraft, stored: Exclusions): Draft {
  if (!isDrafted(draft)) return AS_IT_STANDS;
  return {
    definitions: { excludedVendors: new Set(chosenVendors(draft, stored).map(({ what }) => what)) },
    excludedContracts: new Map([...draft.contracts].map(([id, { excluded }]) => [id, excluded])),
  };
}

const AS_IT_STANDS: Draft = {};

import type { Alignment } from '../portfolio/facts.ts';

/** What was set by hand in a cell; null: nothing. */
export type SetByHand = Omit<Alignment, 'stackItem' | 'threat'> & { readonly threat: boolean | null };
export type HandField = keyof SetByHand;

export const NOTHING_SET: SetByHand = {
  applicable: null,
  currentProduct: null,
  opportunityProduct: null,
  alignment: null,
  agreementInclusion: null,
  mrrOpportunity: null,
  oneTimeOpportunity: null,
  currentMrr: null,
  setOn: null,
  setBy: null,
  provider: null,
  threat: null,
};

/** One company's cell of one of two stack items that become one. */
export interface CellToMerge {
  readonly set: SetByHand;
  /** The company shares a tag with the item. */
  readonly tagMatched: boolean;
}

/** What becomes of both: the entries of the cell that stays, and those that gave way. */
export interface MergedCell {
  readonly set: SetByHand;
  /** By field; empty: nothing was in the way of anything. */
  readonly givenUp: Partial<SetByHand>;
  /** Whose entries went first. */
  readonly first: 'kept' | 'merged';
}

/** What belongs together: one person's judgement of it is not mixed with another's. */
const TOGETHER: readonly (readonly HandField[])[] = [
  ['currentProduct', 'alignment', 'currentMrr'],
  ['opportunityProduct', 'mrrOpportunity', 'oneTimeOpportunity'],
  ['agreementInclusion'],
  ['provider', 'threat'],
];

/**
 * Two cells of one company become one because their stack items do. What was set for the item that stays goes first;
 * where only the other one applies to the company, what was set for that. What is empty there is filled from the other
 * cell; what belongs together (current product, alignment and MRR; the proposal with its amounts; provider and threat)
 * comes from one of them as a whole. The cell applies if one of them did. What gives way is told, so that it can be kept.
 */
export function mergeCells(kept: CellToMerge, merged: CellToMerge): MergedCell {
  const [keptApplies, mergedApplies] = [applies(kept), applies(merged)];
  const first = !keptApplies && mergedApplies ? 'merged' : 'kept';
  const [leading, other] = first === 'kept' ? [kept.set, merged.set] : [merged.set, kept.set];
  const set: Record<string, unknown> = {
    applicable: applicableOf(kept, merged, keptApplies || mergedApplies),
    setOn: leading.setOn ?? other.setOn,
    setBy: leading.setOn === null && leading.setBy === null ? other.setBy : leading.setBy,
  };
  const givenUp: Record<string, unknown> = {};
  for (const fields of TOGETHER) {
    const from = fields.some((field) => isSet(field, leading[field])) ? leading : other;
    for (const field of fields) {
      set[field] = from[field];
      if (from === leading && isSet(field, other[field]) && other[field] !== leading[field])
        givenUp[field] = other[field];
    }
  }
  return { set: set as unknown as SetByHand, givenUp, first };
}

function applies({ set, tagMatched }: CellToMerge): boolean {
  return set.applicable ?? tagMatched;
}

/** By hand where a hand said so and that still holds; else the tags of both items, which are joined, say it. */
function applicableOf(kept: CellToMerge, merged: CellToMerge, applicable: boolean): boolean | null {
  const hands = [kept.set.applicable, merged.set.applicable];
  if (applicable) return hands.includes(true) ? true : null;
  return hands.includes(false) ? false : null;
}

/** A provider that is no threat is the rule, so that to have said so says nothing. */
function isSet(field: HandField, value: unknown): boolean {
  return value !== null && !(field === 'threat' && value === false);
}

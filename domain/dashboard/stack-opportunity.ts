import type { Cents } from '../portfolio/values.ts';

/** Stack Opportunity: inner ring tags, outer ring stack items; the middle counts every cell once. */
export interface StackOpportunity extends OpportunitySplit {
  readonly tags: readonly TagOpportunity[];
}

export interface TagOpportunity extends OpportunitySplit {
  /** Null: items without a tag. */
  readonly tag: string | null;
  /** 0–1 of the ring, which counts an item once per tag. */
  readonly share: number;
  readonly items: readonly ItemOpportunity[];
}

export interface ItemOpportunity extends OpportunitySplit {
  readonly id: string;
  readonly name: string;
  readonly shareOfTag: number;
}

export interface OpportunitySplit {
  readonly mrr: Cents;
  readonly oneTime: Cents;
  readonly total: Cents;
}

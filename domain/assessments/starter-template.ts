import type { Decimal } from '../portfolio/values.ts';

/** A question to begin with: its words, why it matters or how to find out, and how much it weighs. */
export type StarterQuestion = readonly [question: string, guidance: string, weight: Decimal];

/** A template to begin from, to be changed to what an MSP asks its clients. */
export interface StarterTemplate {
  readonly name: string;
  readonly description: string;
  readonly categories: readonly (readonly [category: string, questions: readonly StarterQuestion[]])[];
}

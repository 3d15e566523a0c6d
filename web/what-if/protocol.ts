import type { ErrorCode } from '../../contract/errors.ts';
import type { ComputedFact, Definitions } from '../../domain/portfolio/definitions.ts';
import type { Changes } from '../../domain/what-if/changes.ts';
import type { Draft } from '../../domain/what-if/draft.ts';
import type { FactSpread } from '../../domain/what-if/fact-spread.ts';
import type { ScoreSpread } from '../../domain/what-if/score-spread.ts';

/** What the page asks the worker that holds the portfolio. Questions are answered in their order. */
export type Question =
  /** Bring the portfolio up to date. */
  | { readonly ask: 'load' }
  /** What would a draft do, and how does a fact lie by it? */
  | { readonly ask: 'try'; readonly draft: Draft; readonly fact: ComputedFact | null };

/** What holds now, and over how many companies the what-if runs. */
export interface Loaded {
  readonly definitions: Definitions;
  /** Those who do not see every company get a what-if over those that they see. */
  readonly everyCompany: boolean;
}

export interface Tried {
  readonly changes: Changes;
  /** By the draft. */
  readonly health: ScoreSpread;
  readonly effort: ScoreSpread;
  /** Of the fact that was asked for. */
  readonly fact: FactSpread | null;
}

export type Answer =
  | { readonly ask: 'load'; readonly loaded: Loaded }
  | { readonly ask: 'try'; readonly tried: Tried }
  | { readonly ask: 'failed'; readonly code: ErrorCode; readonly message: string };

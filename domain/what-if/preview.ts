import { isCurrentClient } from '../companies/current.ts';
import type { ComputedFact, Definitions } from '../portfolio/definitions.ts';
import type { CompanyFacts } from '../portfolio/facts.ts';
import { rulesOf } from '../portfolio/rules.ts';
import type { Day } from '../portfolio/values.ts';
import { type Draft, draftedDefinitions, factsDrafter } from './draft.ts';
import { type FactSpread, factSpread } from './fact-spread.ts';
import { type Ground, groundOf, sameGround } from './ground.ts';
import { type Midpoints, midpointsOf, type Outcome, outcomesOf, type WorkedCompany } from './outcome.ts';
import { withKnownParts } from './same.ts';
import { sameScores, scoredBy } from './scored.ts';

/** What a preview is made over: every company that its viewer sees, as it is stored, and what holds for all of them. */
export interface WhatIfPortfolio {
  readonly asOf: Day;
  readonly definitions: Definitions;
  readonly companies: readonly CompanyFacts[];
  /** The present medians, of a viewer who does not see every company that they rest on; null: they are taken here. */
  readonly heldMidpoints: Midpoints | null;
}

/** The portfolio by some definitions, whole. */
export interface Portrait {
  readonly definitions: Definitions;
  readonly midpoints: Midpoints;
  /** In the order of the portfolio's companies. */
  readonly outcomes: readonly Outcome[];
}

export interface Preview {
  /** As it is stored. */
  readonly now: Portrait;
  /** As it would be if the draft were saved: what the dashboard would show of each company. */
  of(draft: Draft): Portrait;
  /** What a fact is over the companies, by the draft that was asked for last. */
  spreadOf(fact: ComputedFact): FactSpread;
}

interface Worked extends WorkedCompany {
  readonly facts: CompanyFacts;
}

interface State {
  readonly asOf: Day;
  readonly definitions: Definitions;
  readonly companies: readonly Worked[];
}

/**
 * Runs the rules over the whole portfolio, and again for each draft, but only those that the draft touches: an edit of
 * weights or bands leaves contracts and cells alone, an edit of midpoints the scores too.
 */
export function openPreview(portfolio: WhatIfPortfolio): Preview {
  const { asOf, heldMidpoints } = portfolio;
  const stored = work(portfolio.definitions, portfolio.companies, asOf, []);
  let last = stored;
  return {
    now: portraitOf(stored, heldMidpoints),
    of(draft) {
      const drafted = draftedDefinitions(portfolio.definitions, draft);
      const definitions = withKnownParts(drafted, [stored.definitions, last.definitions]);
      const facts = portfolio.companies.map(factsDrafter(portfolio.definitions, draft));
      last = work(definitions, facts, draft.asOf ?? asOf, [stored, last]);
      return portraitOf(last, heldMidpoints);
    },
    spreadOf: (fact) => factSpread(last.companies, fact),
  };
}

/** Works out every company, taking what it can from states that were worked out before. */
function work(
  definitions: Definitions,
  companies: readonly CompanyFacts[],
  asOf: Day,
  states: readonly State[],
): State {
  const before = states.filter((state) => state.asOf === asOf);
  const rules = rulesOf(definitions);
  const onSameGround = before.filter((state) => sameGround(state.definitions, definitions));
  const withSameScores = before.filter((state) => sameScores(state.definitions, definitions));
  const groundAt = (facts: CompanyFacts, i: number): Ground =>
    onSameGround.map((state) => state.companies[i]!).find((known) => known.facts === facts)?.ground ??
    groundOf(rules, facts, asOf);
  return {
    asOf,
    definitions,
    companies: companies.map((facts, i) => {
      const ground = groundAt(facts, i);
      const known = withSameScores
        .map((state) => state.companies[i]!)
        .find((candidate) => candidate.ground === ground);
      const { id, name, stage } = facts;
      const scored = known?.scored ?? scoredBy(rules, facts, ground);
      return { id, name, current: isCurrentClient(stage), facts, ground, scored };
    }),
  };
}

function portraitOf({ definitions, companies }: State, held: Midpoints | null): Portrait {
  const midpoints = midpointsOf(definitions, companies, held);
  return { definitions, midpoints, outcomes: outcomesOf(definitions, companies, midpoints) };
}

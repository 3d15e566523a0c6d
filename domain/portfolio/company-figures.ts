import type { Definitions } from './definitions.ts';
import type { CompanyExplanation } from './explanation.ts';
import type { CompanyFacts } from './facts.ts';
import type { CompanyFigures } from './figures.ts';
import type { Day } from './values.ts';

/** The row of the portfolio that the rules make of one company's facts on the day `asOf`. */
export function companyFigures(_definitions: Definitions, _facts: CompanyFacts, _asOf: Day): CompanyFigures {
  throw new Error('not written yet');
}

/** The same figures with everything they rest on; see CompanyExplanation. */
export function explainCompany(
  _definitions: Definitions,
  _facts: CompanyFacts,
  _asOf: Day,
): CompanyExplanation {
  throw new Error('not written yet');
}

import {
  getWhatIfCompanies,
  getWhatIfDefinitions,
  readDefinitions,
  type WhatIfCompanies,
} from '../../contract/what-if.ts';
import { unpackCompany } from '../../contract/what-if-companies.ts';
import type { Fraction } from '../../domain/money/fraction.ts';
import type { ComputedFact } from '../../domain/portfolio/definitions.ts';
import { changesBetween } from '../../domain/what-if/changes.ts';
import type { Draft } from '../../domain/what-if/draft.ts';
import { openPreview, type Preview, type WhatIfPortfolio } from '../../domain/what-if/preview.ts';
import { scoreSpread } from '../../domain/what-if/score-spread.ts';
import { call, reach, urlOf } from '../api/call.ts';
import type { Loaded, Tried } from './protocol.ts';

/** Holds the portfolio and runs the rules over it. */
export interface Engine {
  /** Fetches what has changed since the last time. Throws ApiError where the server refuses. */
  load(): Promise<Loaded>;
  /** After the first load only. */
  try(draft: Draft, fact: ComputedFact | null): Tried;
}

type Companies = Omit<WhatIfPortfolio, 'definitions'> & { readonly etag: string | null };

export function openEngine(): Engine {
  let companies: Companies | null = null;
  let preview: Preview | null = null;
  return {
    async load() {
      const [sent, fetched] = await Promise.all([call(getWhatIfDefinitions, {}), fetchCompanies(companies)]);
      companies = fetched;
      const definitions = readDefinitions(sent);
      preview = openPreview({ ...companies, definitions });
      return { definitions, everyCompany: companies.heldMidpoints === null };
    },
    try(draft, fact) {
      if (!preview) throw new Error('the portfolio is not loaded');
      const after = preview.of(draft);
      return {
        changes: changesBetween(preview.now, after, draft.renamedStatuses),
        health: scoreSpread(after, 'health'),
        effort: scoreSpread(after, 'effort'),
        fact: fact && preview.spreadOf(fact),
      };
    },
  };
}

/** What is held already, if nothing has changed. */
async function fetchCompanies(held: Companies | null): Promise<Companies> {
  const response = await reach(urlOf(getWhatIfCompanies), {
    headers: held?.etag ? { 'if-none-match': held.etag } : {},
  });
  if (response.status === 304 && held) return held;
  const { asOf, midpoints, columns, companies } = (await response.json()) as WhatIfCompanies;
  return {
    etag: response.headers.get('etag'),
    asOf,
    companies: companies.map((row) => unpackCompany(columns, row)),
    heldMidpoints: midpoints && {
      total: fractionOf(midpoints.total),
      perSeat: fractionOf(midpoints.perSeat),
    },
  };
}

function fractionOf(ratio: { readonly n: string; readonly d: string } | null): Fraction | null {
  return ratio && { n: BigInt(ratio.n), d: BigInt(ratio.d) };
}

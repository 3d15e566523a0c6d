import type { CompanyScope } from '../../domain/access/company-scope.ts';
import { isKnown, SEGMENTS } from '../../domain/dashboard/known-values.ts';
import { healthStatuses } from '../../domain/dashboard/statuses.ts';
import type { Breakdown } from '../../domain/retention/history.ts';
import { compareText } from '../../domain/text/compare.ts';
import type { LoadedPortfolio } from '../portfolio/loaded-portfolio.ts';

/** What the groups of a breakdown are called today, and which there are; those of the past may have gone. */
export interface BreakdownNames {
  /** One of them, for a message. */
  readonly word: string;
  /** Whether a viewer knows of it today, on record or not. */
  knows(scope: CompanyScope, id: string): boolean;
  /** What it is called; its id where it has no name any more, or never had one. */
  nameOf(id: string | null): string;
  /** Entries with their names, in order, those of nobody last. */
  named<Entry>(
    entries: readonly Entry[],
    idOf: (entry: Entry) => string | null,
  ): (Entry & { readonly name: string })[];
}

export function breakdownNames(loaded: LoadedPortfolio, by: Breakdown): BreakdownNames {
  const { word, names, ordered, knows } = kinds[by](loaded);
  const nameOf = (id: string | null) => (id === null ? 'None on record' : (names.get(id) ?? id));
  const place = new Map(ordered ? [...names.keys()].map((id, i) => [id, i]) : []);
  const rank = (id: string | null) =>
    id === null ? Number.POSITIVE_INFINITY : (place.get(id) ?? place.size);
  return {
    word,
    knows,
    nameOf,
    named: (entries, idOf) =>
      entries
        .map((entry) => ({ ...entry, name: nameOf(idOf(entry)) }))
        .sort((a, b) => {
          const [x, y] = [rank(idOf(a)), rank(idOf(b))];
          return x === y ? compareText(a.name, b.name) : x - y;
        }),
  };
}

interface Kind {
  readonly word: string;
  readonly names: ReadonlyMap<string, string>;
  /** The names have an order of their own. */
  readonly ordered: boolean;
  readonly knows: (scope: CompanyScope, id: string) => boolean;
}

const kinds: Record<Breakdown, (loaded: LoadedPortfolio) => Kind> = {
  accountManager: ({ portfolio, grants }) => ({
    word: 'an account manager',
    names: new Map(grants.users.map(({ id, name }) => [id, name])),
    ordered: false,
    knows: (scope, id) => isKnown.accountManager(portfolio, { grants, scope }, id),
  }),
  accountGroup: ({ portfolio, grants }) => ({
    word: 'an account group',
    names: new Map(grants.accountGroups.map(({ id, name }) => [id, name])),
    ordered: false,
    knows: (scope, id) => isKnown.accountGroup(portfolio, { grants, scope }, id),
  }),
  segment: ({ definitions }) => ({
    word: `one of ${SEGMENTS.join(', ')}`,
    names: new Map(
      SEGMENTS.map((id) => [
        id,
        definitions.segments.find(({ quadrant }) => quadrant === id)?.name ?? 'Not placed',
      ]),
    ),
    ordered: true,
    knows: (_, id) => (SEGMENTS as readonly string[]).includes(id),
  }),
  health: ({ definitions }) => ({
    word: 'a health status',
    names: new Map(healthStatuses(definitions).map(({ name }) => [name, name])),
    ordered: true,
    knows: (_, id) => healthStatuses(definitions).some(({ name }) => name === id),
  }),
};

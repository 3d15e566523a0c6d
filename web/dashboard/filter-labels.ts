import { appliedFilters, type Filter, type Filters } from './filters.ts';
import type { Choices } from './queries.ts';

export const FILTER_LABELS: Readonly<Record<Filter, string>> = {
  company: 'Companies',
  health: 'Health',
  accountManager: 'Account managers',
  accountGroup: 'Account groups',
  segment: 'Segments',
  tag: 'Tags',
  stackItem: 'Stack items',
};

export interface FilterChoice {
  readonly value: string;
  readonly label: string;
}

/** What each filter can be set to, with the words for it. */
export function filterChoices(choices: Choices): Readonly<Record<Filter, readonly FilterChoice[]>> {
  const named = (entries: readonly { id: string; name: string }[]) =>
    entries.map(({ id, name }) => ({ value: id, label: name }));
  return {
    company: named(choices.companies),
    health: choices.healthStatuses.map(({ name }) => ({ value: name, label: name })),
    accountManager: named(choices.accountManagers),
    accountGroup: named(choices.accountGroups),
    segment: named(choices.segments),
    tag: choices.tags.map((tag) => ({ value: tag, label: tag })),
    stackItem: named(choices.stackItems),
  };
}

export interface FilterInWords {
  readonly filter: Filter;
  readonly label: string;
  readonly values: readonly string[];
}

/** The applied filters in words: "Health", "At risk", "No score". */
export function filtersInWords(view: Filters, choices: Choices): readonly FilterInWords[] {
  const all = filterChoices(choices);
  return appliedFilters(view).map((filter) => {
    const words = new Map(all[filter].map(({ value, label }) => [value, label]));
    return {
      filter,
      label: FILTER_LABELS[filter],
      values: view[filter].map((value) => words.get(value) ?? value),
    };
  });
}

import {
  accountManagers,
  type CompanySet,
  companiesOfAccountGroup,
  companiesOfAccountManager,
} from '../access/account-managers.ts';
import { type CompanyScope, canSee } from '../access/company-scope.ts';
import type { Grants } from '../access/grants.ts';
import type { Portfolio } from '../portfolio/columns.ts';
import { QUADRANTS } from '../portfolio/definitions.ts';
import { compareText } from '../text/compare.ts';
import type { Segment } from './query.ts';
import { healthStatuses } from './statuses.ts';

/** Who asks: what they may see, and who looks after which companies. */
export interface Viewer {
  readonly grants: Grants;
  readonly scope: CompanyScope;
}

export const SEGMENTS: readonly Segment[] = [...QUADRANTS, 'not_placed'];

/**
 * What a viewer knows of, and so may filter by (docs/interfaces.md): the companies that they see, in any stage; groups
 * and account managers with a company that they see; every tag, status and stack item of the workspace.
 */
export const isKnown = {
  company: (portfolio: Portfolio, { scope }: Viewer, id: string) =>
    portfolio.slots.has(id) && canSee(scope, id),
  accountManager: (portfolio: Portfolio, { grants, scope }: Viewer, user: string) =>
    seesOneOf(portfolio, scope, companiesOfAccountManager(grants, user)),
  accountGroup: (portfolio: Portfolio, { grants, scope }: Viewer, group: string) =>
    seesOneOf(portfolio, scope, companiesOfAccountGroup(grants, group)),
  tag: ({ tagUses, definitions }: Portfolio, _: Viewer, tag: string) =>
    tagUses.has(tag) || definitions.stackItems.some((item) => item.tags.includes(tag)),
  stackItem: ({ definitions }: Portfolio, _: Viewer, id: string) =>
    definitions.stackItems.some((item) => item.id === id),
};

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What each filter of the dashboard can be set to. Lists of names are by name then id. */
export interface DashboardChoices {
  readonly companies: readonly Named[];
  readonly healthStatuses: readonly { readonly name: string; readonly color: string }[];
  readonly accountManagers: readonly Named[];
  readonly accountGroups: readonly Named[];
  readonly segments: readonly { readonly id: Segment; readonly name: string }[];
  readonly tags: readonly string[];
  readonly stackItems: readonly Named[];
}

/**
 * The entries of the filters' menus: of all that the viewer knows, what can find something. So only companies that can
 * be on the dashboard, and no retired stack items.
 */
export function dashboardChoices(portfolio: Portfolio, viewer: Viewer): DashboardChoices {
  const { definitions, order, slots, ids, names, company, tagUses } = portfolio;
  const inUse = [...order.subarray(0, slots.size)];
  const visible = inUse.filter((slot) => company.current[slot] && canSee(viewer.scope, ids[slot]!));
  const { stackItems } = definitions;
  const segmentName = (id: Segment) => definitions.segments.find((segment) => segment.quadrant === id)?.name;
  return {
    companies: visible.map((slot) => ({ id: ids[slot]!, name: names[slot]! })),
    healthStatuses: healthStatuses(definitions).map(({ name, color }) => ({ name, color })),
    accountManagers: named(
      accountManagers(viewer.grants).filter(({ id }) => isKnown.accountManager(portfolio, viewer, id)),
    ),
    accountGroups: named(
      viewer.grants.accountGroups.filter(({ id }) => isKnown.accountGroup(portfolio, viewer, id)),
    ),
    segments: SEGMENTS.map((id) => ({ id, name: segmentName(id) ?? 'Not placed' })),
    tags: [...new Set([...tagUses.keys(), ...stackItems.flatMap((item) => item.tags)])].sort(compareText),
    stackItems: named(stackItems.filter((item) => !item.retired)),
  };
}

function seesOneOf({ slots }: Portfolio, scope: CompanyScope, set: CompanySet): boolean {
  const candidates = set.all ? slots.keys() : set.ids;
  for (const id of candidates) if (slots.has(id) && canSee(scope, id)) return true;
  return false;
}

function named(entries: readonly Named[]): Named[] {
  return entries
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
}

import {
  type AccountGroup,
  type Grants,
  holdsEveryCompany,
  type SecurityGroup,
  type UserGrants,
} from './grants.ts';

/** One thing that speaks for or against seeing a company. */
export interface AccessReason {
  /** `active`: the user may sign in; `ceiling`: the most they may ever see; `reach`: what they work with. */
  readonly rule: 'active' | 'ceiling' | 'reach';
  /** Whether the rule lets the company be seen, as far as this goes. */
  readonly holds: boolean;
  readonly sentence: string;
}

export interface AccessExplanation {
  readonly sees: boolean;
  /** The answer in a sentence. */
  readonly conclusion: string;
  /** Every grant of the user's, whether it lets the company be seen or not. */
  readonly reasons: readonly AccessReason[];
  /** What would have to be changed so that they see it; nothing if they do. */
  readonly wouldHelp: readonly string[];
}

interface Asked {
  readonly grants: Grants;
  readonly user: UserGrants;
  readonly company: { readonly id: string; readonly name: string };
}

/**
 * Why a user sees a company, or does not (docs/product.md §2), rule by rule: they must be active, a security group of
 * theirs must hold the company (the ceiling), and their role, a flag, an account group or an assignment must bring it to
 * them (the reach). It is seen when all three hold, which is what company-scope.ts says as well.
 */
export function explainAccess(asked: Asked): AccessExplanation {
  const reasons = [...activeReasons(asked), ...ceilingReasons(asked), ...reachReasons(asked)];
  const holds = (rule: AccessReason['rule']) =>
    reasons.some((reason) => reason.rule === rule && reason.holds);
  const [active, ceiling, reach] = [holds('active'), holds('ceiling'), holds('reach')];
  const sees = active && ceiling && reach;
  return {
    sees,
    conclusion: `${asked.user.name} ${sees ? 'sees' : 'does not see'} ${asked.company.name}: ${because(active, ceiling, reach)}.`,
    reasons,
    wouldHelp: sees ? [] : helpFor(asked, { active, ceiling, reach }),
  };
}

function because(active: boolean, ceiling: boolean, reach: boolean): string {
  if (!active) return 'whoever is deactivated sees nothing';
  if (ceiling && reach) return 'a security group allows it, and it is within their reach';
  if (ceiling) return 'a security group allows it, but nothing brings it within their reach';
  if (reach) return 'it is within their reach, but none of their security groups allows it';
  return 'none of their security groups allows it, and nothing brings it within their reach';
}

function activeReasons({ user }: Asked): AccessReason[] {
  const sentence = user.active
    ? `${user.name} is an active user.`
    : `${user.name} is deactivated: they cannot sign in, and see no company.`;
  return [{ rule: 'active', holds: user.active, sentence }];
}

function ceilingReasons({ grants, user, company }: Asked): AccessReason[] {
  const groups = grants.securityGroups.filter((group) => group.users.includes(user.id));
  if (groups.length === 0)
    return [reason('ceiling', false, `${user.name} is in no security group, and may see no company at all.`)];
  return groups.map((group) =>
    reason(
      'ceiling',
      holds(group, company.id),
      `Their security group ${group.name} ${holding(group, company)}.`,
    ),
  );
}

function reachReasons(asked: Asked): AccessReason[] {
  const { grants, user, company } = asked;
  const everyone = [
    ...(user.role === 'admin' ? [`As an admin, ${user.name} reaches every company.`] : []),
    ...(user.isManager ? [`${user.name} is a manager, and reaches every company.`] : []),
  ];
  const groups = grants.accountGroups.filter((group) => partIn(group, user.id) !== null);
  const assigned = isAssigned(asked);
  const said = [
    ...everyone.map((sentence) => reason('reach', true, sentence)),
    ...groups.map((group) =>
      reason(
        'reach',
        holds(group, company.id),
        `${user.name} is ${partIn(group, user.id)} the account group ${group.name}, which ${holding(group, company)}.`,
      ),
    ),
    ...(assigned
      ? [reason('reach', true, `${company.name} is assigned to ${user.name} as account manager.`)]
      : []),
  ];
  if (said.some(({ holds }) => holds)) return said;
  return [
    ...said,
    ...(groups.length === 0 ? [reason('reach', false, `${user.name} is in no account group.`)] : []),
    reason('reach', false, `${company.name} is not assigned to ${user.name} as account manager.`),
    reason('reach', false, `${user.name} is neither an admin nor a manager, who reach every company.`),
  ];
}

function reason(rule: AccessReason['rule'], holds: boolean, sentence: string): AccessReason {
  return { rule, holds, sentence };
}

function isAssigned({ grants, user, company }: Asked): boolean {
  return grants.accountManagerCompanies.some((row) => row.user === user.id && row.company === company.id);
}

function holds(group: SecurityGroup | AccountGroup, company: string): boolean {
  return holdsEveryCompany(group) || group.companies.includes(company);
}

function holding(group: SecurityGroup | AccountGroup, company: Asked['company']): string {
  if (holdsEveryCompany(group)) return 'holds every company';
  return `${holds(group, company.id) ? 'lists' : 'does not list'} ${company.name}`;
}

function partIn({ members, accountManagers }: AccountGroup, user: string): string | null {
  const [member, manager] = [members.includes(user), accountManagers.includes(user)];
  if (member) return manager ? 'a member and an account manager of' : 'a member of';
  return manager ? 'an account manager of' : null;
}

function helpFor(
  { grants, user, company }: Asked,
  { active, ceiling, reach }: Readonly<Record<AccessReason['rule'], boolean>>,
): string[] {
  const naming = (groups: readonly (SecurityGroup | AccountGroup)[]) => {
    const names = groups.filter((group) => holds(group, company.id)).map(({ name }) => name);
    return names.length === 0 ? '' : ` (${names.join(', ')})`;
  };
  return [
    ...(active ? [] : [`Reactivate ${user.name}.`]),
    ...(ceiling
      ? []
      : [
          `Put ${user.name} into a security group that holds ${company.name}${naming(grants.securityGroups)}.`,
        ]),
    ...(reach
      ? []
      : [
          `Put ${user.name} into an account group that holds ${company.name}${naming(grants.accountGroups)}, or assign the company to them as account manager.`,
        ]),
  ];
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canSee, companyScope } from './company-scope.ts';
import { explainAccess } from './explain-access.ts';
import type { Grants } from './grants.ts';
import { anyGrants, COMPANIES, ceilingOf, grantsOf, reachOf, user } from './testing/grants.ts';

const acme = { id: 'acme', name: 'Acme Dental' };
const ana = (own: Parameters<typeof user>[1] = {}) => user('ana', { name: 'Ana', ...own });

function explained(own: Partial<Grants>) {
  const grants = grantsOf({ users: [ana()], ...own });
  return explainAccess({ grants, user: grants.users[0]!, company: acme });
}

const active = '+ Ana is an active user.';
const noGroup = '- Ana is in no account group.';
const notAssigned = '- Acme Dental is not assigned to Ana as account manager.';
const noRole = '- Ana is neither an admin nor a manager, who reach every company.';

test.each<[string, Partial<Grants>, string[]]>([
  [
    'Ana does not see Acme Dental: none of their security groups allows it, and nothing brings it within their reach.',
    {},
    [
      active,
      '- Ana is in no security group, and may see no company at all.',
      noGroup,
      notAssigned,
      noRole,
      '> Put Ana into a security group that holds Acme Dental.',
      '> Put Ana into an account group that holds Acme Dental, or assign the company to them as account manager.',
    ],
  ],
  [
    'Ana sees Acme Dental: a security group allows it, and it is within their reach.',
    {
      securityGroups: [ceilingOf([], { name: 'West' }), ceilingOf(['acme'], { name: 'East' })],
      accountGroups: [reachOf(['acme'], { name: 'Dentists', accountManagers: ['ana'] })],
    },
    [
      active,
      '- Their security group West does not list Acme Dental.',
      '+ Their security group East lists Acme Dental.',
      '+ Ana is a member and an account manager of the account group Dentists, which lists Acme Dental.',
    ],
  ],
  [
    'Ana does not see Acme Dental: it is within their reach, but none of their security groups allows it.',
    {
      users: [ana({ role: 'admin', isManager: true })],
      securityGroups: [
        ceilingOf(['bolt'], { name: 'West' }),
        ceilingOf(['acme'], { name: 'East', users: ['bo'] }),
      ],
      accountManagerCompanies: [{ user: 'ana', company: 'acme' }],
    },
    [
      active,
      '- Their security group West does not list Acme Dental.',
      '+ As an admin, Ana reaches every company.',
      '+ Ana is a manager, and reaches every company.',
      '+ Acme Dental is assigned to Ana as account manager.',
      '> Put Ana into a security group that holds Acme Dental (East).',
    ],
  ],
  [
    'Ana does not see Acme Dental: a security group allows it, but nothing brings it within their reach.',
    {
      securityGroups: [ceilingOf([], { id: 'all', name: 'All companies' })],
      accountGroups: [
        reachOf(['bolt'], { name: 'Law', members: [], accountManagers: ['ana'] }),
        reachOf([], { id: 'all', name: 'All companies', members: [] }),
      ],
      accountManagerCompanies: [{ user: 'bo', company: 'acme' }],
    },
    [
      active,
      '+ Their security group All companies holds every company.',
      '- Ana is an account manager of the account group Law, which does not list Acme Dental.',
      notAssigned,
      noRole,
      '> Put Ana into an account group that holds Acme Dental (All companies), or assign the company to them as account manager.',
    ],
  ],
  [
    'Ana does not see Acme Dental: whoever is deactivated sees nothing.',
    {
      users: [ana({ active: false })],
      securityGroups: [ceilingOf(['acme'])],
      accountGroups: [reachOf([], { allCompanies: true })],
    },
    [
      '- Ana is deactivated: they cannot sign in, and see no company.',
      '+ Their security group S lists Acme Dental.',
      '+ Ana is a member of the account group A, which holds every company.',
      '> Reactivate Ana.',
    ],
  ],
])('%s', (conclusion, own, expected) => {
  const explanation = explained(own);
  expect(explanation.conclusion).toBe(conclusion);
  expect([
    ...explanation.reasons.map(({ holds, sentence }) => `${holds ? '+' : '-'} ${sentence}`),
    ...explanation.wouldHelp.map((sentence) => `> ${sentence}`),
  ]).toEqual(expected);
});

test('the explanation says what the rule decides, for anybody and any company', () => {
  fc.assert(
    fc.property(anyGrants, (grants) => {
      for (const user of grants.users)
        for (const id of COMPANIES) {
          const { sees, wouldHelp } = explainAccess({ grants, user, company: { id, name: id } });
          expect(sees).toBe(canSee(companyScope(grants, user.id), id));
          expect(wouldHelp.length > 0).toBe(!sees);
        }
    }),
  );
});

import type { DemoClient } from './clients.ts';
import type { PortfolioRow, PortfolioRows } from './rows.ts';

/** The demo MSP's people. They get a password only when an admin invites them. */
export const USERS: readonly PortfolioRow[] = [
  {
    key: 'alex',
    name: 'Alex Rivera',
    email: 'alex@harborlight.example',
    role: 'admin',
    accountManager: '',
    isManager: '',
  },
  {
    key: 'dana',
    name: 'Dana Whitfield',
    email: 'dana@harborlight.example',
    role: 'member',
    accountManager: 'true',
    isManager: 'true',
  },
  {
    key: 'riley',
    name: 'Riley Chen',
    email: 'riley@harborlight.example',
    role: 'member',
    accountManager: 'true',
    isManager: '',
  },
  {
    key: 'morgan',
    name: 'Morgan Patel',
    email: 'morgan@harborlight.example',
    role: 'member',
    accountManager: 'true',
    isManager: '',
  },
  {
    key: 'jordan',
    name: 'Jordan Okafor',
    email: 'jordan@harborlight.example',
    role: 'member',
    accountManager: 'true',
    isManager: '',
  },
  {
    key: 'casey',
    name: 'Casey Nguyen',
    email: 'casey@harborlight.example',
    role: 'member',
    accountManager: 'true',
    isManager: '',
  },
  {
    key: 'sam',
    name: 'Sam Ortiz',
    email: 'sam@harborlight.example',
    role: 'viewer',
    accountManager: '',
    isManager: '',
  },
];

const TEAMS = [
  {
    key: 'professional',
    name: 'Professional services',
    description: 'Legal, accounting, finance',
    manager: 'riley',
    industries: ['Legal', 'Accounting', 'Financial services'],
  },
  {
    key: 'healthcare',
    name: 'Healthcare',
    description: 'Practices under HIPAA',
    manager: 'morgan',
    industries: ['Dental', 'Medical practice'],
  },
  {
    key: 'industry',
    name: 'Industry',
    description: 'Plants, builders, logistics',
    manager: 'jordan',
    industries: ['Manufacturing', 'Construction', 'Logistics'],
  },
  {
    key: 'community',
    name: 'Community',
    description: 'Education, nonprofit, hospitality, property',
    manager: 'casey',
    industries: ['Nonprofit', 'Education', 'Real estate', 'Hospitality'],
  },
];

/** Account groups by line of business, a security group that keeps the viewer to healthcare, some direct assignments. */
export function groups(
  clients: readonly Pick<DemoClient, 'key' | 'industry' | 'employees'>[],
): PortfolioRows {
  const of = (industries: readonly string[]) =>
    keys(clients.filter((client) => industries.includes(client.industry)));
  return {
    security_groups: [
      {
        key: 'all',
        name: 'All companies',
        allCompanies: 'true',
        companies: '',
        users: 'alex|casey|dana|jordan|morgan|riley',
      },
      {
        key: 'healthcare-only',
        name: 'Healthcare only',
        allCompanies: '',
        companies: of(['Dental', 'Medical practice']),
        users: 'sam',
      },
    ],
    account_groups: [
      {
        key: 'all',
        name: 'All companies',
        description: '',
        allCompanies: 'true',
        companies: '',
        members: 'alex',
        accountManagers: '',
      },
      ...TEAMS.map((team) => ({
        key: team.key,
        name: team.name,
        description: team.description,
        allCompanies: '',
        companies: of(team.industries),
        members: team.key === 'healthcare' ? 'sam' : '',
        accountManagers: team.manager,
      })),
    ],
    account_manager_companies: clients
      .filter((client) => client.employees > 120)
      .map((client) => ({ user: 'dana', company: client.key })),
  };
}

function keys(clients: readonly Pick<DemoClient, 'key'>[]): string {
  return clients
    .map((client) => client.key)
    .sort()
    .join('|');
}

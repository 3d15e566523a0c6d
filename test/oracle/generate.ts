import { random } from '../../server/demo/random.ts';
import type { Bundle, Row } from './bundle.ts';

/**
 * A random portfolio that dwells on the edges of docs/portfolio-format.md: days around asOf, every cycle, empty cells,
 * zero and huge amounts, halves of a cent, equal names, text beyond the BMP, companies without anything.
 * The same seed gives the same bundle.
 */
export function generateBundle(seed: number, companies: number): Bundle {
  const r = random(seed);
  const asOf = r.pick(['2026-02-28', '2024-02-29', '2026-11-22', '2025-03-31', '2025-12-31']);
  const near = () =>
    addDays(
      asOf,
      r.pick([-800, -400, -366, -365, -364, -120, -91, -90, -89, -30, -1, 0, 1, 29, 30, 31, 90, 400]),
    );
  const day = () => r.maybe(0.4, near);
  const money = () =>
    r.pick([
      '0',
      '0.01',
      '0.05',
      '1.5',
      '99.99',
      '100',
      '1234.50',
      '12.34',
      '33.33',
      '2500',
      '7',
      `${r.int(90000)}.${r.int(90) + 10}`,
    ]);
  const name = (i: number) =>
    r.pick([
      'Acme',
      'acme',
      'Zoë Café',
      '😀 Labs',
      'ﬀ Ltd',
      'Übung',
      `Client ${i}`,
      `Client ${i}`,
      `Client ${i % 7}`,
    ]);
  const many = (n: number) => Array.from({ length: n }, (_, i) => i);
  const tags = ['Standard', 'Premium', 'Cloud', 'Ünï', '😀'];
  const codes = ['FW', 'BK', 'M365', 'EDR', 'SOC', 'W'];
  const vendors = ['', '', 'Carrier', 'Reseller', 'Lease Co'];
  const cycles = [
    '',
    'weekly',
    'biweekly',
    'monthly',
    'bimonthly',
    'quarterly',
    'semiannual',
    'annual',
    'biennial',
    'triennial',
    'onetime',
  ];
  const some = (of: string[], chance: number) => of.filter(() => r.chance(chance)).join('|');

  const users = many(6).map((i) => ({
    key: `u${i}`,
    name: `User ${i}`,
    email: `u${i}@msp.example`,
    role: r.pick(['admin', 'member', 'member', 'viewer']),
    accountManager: r.maybe(0.5, () => r.pick(['true', 'false'])),
    isManager: r.maybe(0.7, () => r.pick(['true', 'false'])),
  }));
  const userKeys = users.map((u) => u.key);
  const companyRows: Row[] = many(companies).map((i) => ({
    key: `c${i}`,
    name: name(i),
    stage: r.pick(['', '', '', 'active', 'active', 'onboarding', 'prospect', 'sales', 'offboarded']),
    mrrOverride: r.maybe(0.85, money),
    oneTimeOverride: r.maybe(0.9, money),
    employeesSynced: r.maybe(0.5, () => String(r.int(60))),
    employeesOverride: r.maybe(0.8, () => r.pick(['0', '1', '25', '400'])),
    locations: r.maybe(0.5, () => String(r.int(4))),
    tags: some(tags, 0.35),
    owner: r.maybe(0.5, () => r.pick(userKeys)),
  }));
  const keys = companyRows.map((c) => c.key!);
  const perCompany = (chance: number, make: (company: string, i: number) => Row[]) =>
    keys.flatMap((company, i) => (r.chance(chance) ? make(company, i) : []));

  const contracts: Row[] = perCompany(0.85, (company) =>
    many(1 + r.int(4)).map((i) => ({
      key: `${company}-k${i}`,
      company,
      name: `Agreement ${i}`,
      vendor: r.pick(vendors),
      status: r.pick(['', 'active', 'active', 'active', 'inactive']),
      ...period(),
      cycle: r.pick(cycles),
      amount: r.maybe(0.4, () => (r.chance(0.1) ? '-12.35' : money())),
      currency: r.pick(['', '', '', '', 'USD', 'EUR', 'GBP']),
      revenueFrom: r.pick(['', '', '', 'header', 'lines']),
      excluded: r.pick(['', '', '', 'false', 'true']),
      unmappedCycle: r.maybe(0.9, () => 'Every 4 weeks'),
    })),
  );
  const lines: Row[] = contracts.flatMap((contract) =>
    many(r.int(5)).map((i) => {
      const start = day();
      return {
        key: `${contract.key}-l${i}`,
        contract: contract.key!,
        productCode: r.pick(['', ...codes, 'UNKNOWN']),
        vendor: r.pick(vendors),
        quantity: r.pick(['', '1', '2', '0', '0.5', '1.333', '12.125', '100']),
        unitPrice: r.maybe(0.1, money),
        cycle: r.pick(cycles),
        start,
        cancelledOn: r.maybe(0.8, () => later(start)),
        unmappedCycle: r.maybe(0.9, () => 'Every 4 weeks'),
      };
    }),
  );
  const items: Row[] = many(9).map((i) => ({
    key: `s${i}`,
    name: r.pick(['Firewall', 'Backup', 'backup', '😀 EDR', `Item ${i}`]),
    tags: some(tags, 0.4),
    weight: r.pick(['', '1', '0', '2', '0.5', '1.25', '10']),
    anyOneOf: r.pick(['', '', '', 'Endpoint', 'Mail']),
    retired: r.pick(['', '', '', '', 'false', 'true']),
    agreementInclusionDefault: r.pick(['', 'true', 'false']),
  }));
  const products: Row[] = items.flatMap((item) =>
    many(r.int(4)).map((i) => ({
      key: `${item.key}-p${r.int(90) + 10}${i}`,
      stackItem: item.key!,
      name: `Product ${i}`,
      standing: r.pick(['', 'preferred', 'preferred', 'supported', 'other']),
      productCodes: some(codes, 0.25),
      mrrPerCompany: r.maybe(0.5, money),
      mrrPerSeat: r.maybe(0.5, money),
      mrrPerLocation: r.maybe(0.7, money),
      oneTimePerCompany: r.maybe(0.5, money),
      oneTimePerSeat: r.maybe(0.7, money),
      oneTimePerLocation: r.maybe(0.7, money),
    })),
  );
  const alignments: Row[] = keys.flatMap((company) =>
    items
      .filter(() => r.chance(0.5))
      .map((item) => {
        const own = products.filter((p) => p.stackItem === item.key).map((p) => p.key!);
        return {
          company,
          stackItem: item.key!,
          applicable: r.pick(['', '', 'true', 'true', 'false']),
          currentProduct: r.maybe(0.5, () => r.pick(['none', ...own])),
          opportunityProduct: r.maybe(0.8, () => r.pick(['', ...own])),
          alignment: r.maybe(0.6, () =>
            r.pick(['0', '33', '33.9', '34', '66', '66.5', '66.99', '67', '100', String(r.int(101))]),
          ),
          mrrOpportunity: r.maybe(0.85, money),
          oneTimeOpportunity: r.maybe(0.85, money),
          currentMrr: r.maybe(0.85, money),
          setOn: day(),
        };
      }),
  );
  const recommendations: Row[] = perCompany(0.5, (company) =>
    many(1 + r.int(3)).map((i) => ({
      key: `${company}-r${i}`,
      company,
      title: `Move ${i}`,
      status: r.pick(['', 'Proposed', 'Planned', 'In Progress', 'On Hold', 'Completed', 'Declined']),
      winProbability: r.pick(['', '0', '50', '33.3', '100', '12.5']),
    })),
  );
  const recommendationLines: Row[] = recommendations.flatMap((rec) =>
    many(r.int(4)).map((i) => ({
      key: `${rec.key}-${i}`,
      recommendation: rec.key!,
      stackItem: r.pick(['', ...items.map((item) => item.key!)]),
      mrr: r.maybe(0.3, money),
      oneTime: r.maybe(0.4, money),
    })),
  );
  const computed = [
    'employees',
    'locations',
    'mrr',
    'tickets_per_month',
    'tickets_per_seat',
    'support_hours_per_month',
    'support_hours_per_seat',
    'special_sla',
    'alignment',
    'csat',
    'days_to_renewal',
    'days_since_meeting',
  ];
  const metrics = (prefix: string): Row[] =>
    many(r.int(6)).map((i) => {
      const kind = r.pick(['custom', 'custom', 'assessment', 'csat', 'computed', 'computed']);
      const max = r.pick(['10', '5', '4', '2.5']);
      return {
        key: `${prefix}${i}`,
        name: `Metric ${i}`,
        maxScore: max,
        weight: r.pick(['1', '2', '0', '0.25', '3']),
        kind,
        fact: kind === 'computed' ? r.pick(computed) : kind === 'assessment' ? r.pick(['', 'NIST']) : '',
        bands:
          kind === 'computed'
            ? r.pick(['0:0|1:1|:2', '0.5:2|10:1|:0', '1:0.5|30:1.25|90:1.5|:2', '50:0|:2.5'])
            : '',
        staleAfterDays: r.pick(['', '30', '90', '365']),
        order: r.pick(['', String(i)]),
        retired: r.pick(['', '', '', 'false', 'true']),
      };
    });
  const [healthMetrics, effortMetrics] = [metrics('h'), metrics('e')];
  const scores = (of: Row[]): Row[] =>
    of
      .filter((m) => m.kind === 'custom')
      .flatMap((m) =>
        perCompany(0.7, (company) => [
          { company, metric: m.key!, points: r.pick(['0', '0.5', '1', '2', '2.5']), setOn: day() },
        ]),
      );
  const bandSet = (names: [string, string][]): Row[] =>
    r.chance(0.5) ? names.map(([n, from]) => ({ name: n, from, color: '#123456' })) : [];
  const healthBands = bandSet([
    ['Poor', '0'],
    ['Fair', '40'],
    ['Good', '66.5'],
    ['Great', '90'],
  ]);
  const statusNames = healthBands.length
    ? healthBands.map((b) => b.name!)
    : ['At risk', 'Needs attention', 'Satisfactory'];

  function period(): Row {
    const start = day();
    return { start, end: r.maybe(0.4, () => later(start)) };
  }
  function later(start: string): string {
    const end = near();
    return start && end < start ? start : end;
  }
  const group = (i: number) => ({
    key: i === 0 && r.chance(0.5) ? 'all' : `g${i}`,
    name: `Group ${i}`,
    allCompanies: r.pick(['', '', 'false', 'true']),
    companies: some(keys, 0.3),
  });

  return {
    workspace: [
      {
        name: 'Random MSP',
        currency: r.pick(['', 'USD']),
        asOf,
        effortMidpoint: r.pick(['', '50', '33.5', '0']),
        valueMidpoint: r.maybe(0.7, money),
        seatValueMidpoint: r.maybe(0.7, money),
        minimumCoverage: r.pick(['', '0', '25', '50.5']),
      },
    ],
    companies: companyRows,
    contacts: perCompany(0.6, (company) =>
      many(r.int(6)).map((i) => ({
        key: `${company}-p${i}`,
        company,
        name: `P${i}`,
        active: r.pick(['', 'true', 'false']),
      })),
    ),
    contracts,
    contract_lines: lines,
    excluded_vendors: r.chance(0.5) ? [{ vendor: 'Carrier' }] : [],
    exchange_rates: ['EUR', 'USD']
      .filter(() => r.chance(0.6))
      .map((currency) => ({
        currency,
        rate: r.pick(['1.0825', '0.9', '1', '0.333333333333', '151.05', '0.5']),
      })),
    stack_items: items,
    products: [...new Map(products.map((p) => [p.key, p])).values()],
    alignments,
    recommendations,
    recommendation_lines: recommendationLines,
    recommendation_statuses: [],
    health_metrics: healthMetrics,
    effort_metrics: effortMetrics,
    health_scores: scores(healthMetrics),
    effort_scores: scores(effortMetrics),
    health_bands: healthBands,
    effort_bands: bandSet([
      ['Easy', '0'],
      ['Hard', '60'],
    ]),
    alignment_bands: bandSet([
      ['No', '0'],
      ['Some', '33.5'],
      ['Full', '66.5'],
    ]),
    health_overrides: perCompany(0.2, (company) => {
      const setOn = near();
      return [{ company, status: r.pick(statusNames), reason: 'because', setOn, expiresOn: later(setOn) }];
    }),
    segments: r.chance(0.3) ? [{ quadrant: 'low_value_high_effort', name: 'Rethink', description: '' }] : [],
    facts: perCompany(0.7, (company) => [
      { company, fact: 'tickets_per_month', value: r.pick(['0', '3', '7.5', '31']), asOf: day() },
      { company, fact: 'support_hours_per_month', value: r.pick(['0.25', '10', '33.3']), asOf: day() },
      { company, fact: 'special_sla', value: r.pick(['true', 'false']), asOf: day() },
    ]),
    csat: perCompany(0.6, (company) =>
      many(r.int(5)).map((i) => ({
        key: `${company}-s${i}`,
        company,
        answeredAt: `${near()}T${r.pick(['00:00:00Z', '23:59:59Z', '01:30:00+02:00', '22:15:00.5-05:00'])}`,
        rating: r.pick(['positive', 'neutral', 'negative']),
        withdrawn: r.pick(['', '', 'false', 'true']),
      })),
    ),
    assessments: perCompany(0.6, (company) =>
      many(r.int(4)).map((i) => ({
        key: `${company}-a${i}`,
        company,
        template: r.pick(['NIST', 'CIS']),
        takenOn: near(),
        score: r.pick(['0', '49.5', '50', '100', '66.6']),
      })),
    ),
    meetings: perCompany(0.5, (company) =>
      many(r.int(3)).map((i) => ({
        key: `${company}-m${i}`,
        company,
        kind: 'vcio',
        date: near(),
        status: r.pick(['', 'planned', 'held', 'held', 'cancelled']),
      })),
    ),
    users,
    security_groups: many(3).map((i) => ({ ...group(i), users: some(userKeys, 0.5) })),
    account_groups: many(3).map((i) => ({
      ...group(i),
      members: some(userKeys, 0.4),
      accountManagers: some(userKeys, 0.3),
    })),
    account_manager_companies: userKeys.flatMap((user) =>
      keys.filter(() => r.chance(0.1)).map((company) => ({ user, company })),
    ),
  };
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

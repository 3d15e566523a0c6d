import { type Bundle, list, type Row } from './bundle.ts';
import { codePoints, type OracleCompany, oracleCompany } from './company.ts';
import { Q } from './rational.ts';

/** The dashboard's query as the API takes it; lists may be empty. */
export interface OracleQuery {
  company?: string[];
  health?: string[];
  accountManager?: string[];
  accountGroup?: string[];
  segment?: string[];
  tag?: string[];
  stackItem?: string[];
  selected?: string;
  value?: 'total' | 'perSeat';
  rank?: 'opportunity' | 'mrr' | 'alignment';
  weighted?: 'true' | 'false';
}

const QUADRANTS = [
  'high_value_low_effort',
  'high_value_high_effort',
  'low_value_low_effort',
  'low_value_high_effort',
];
const NAMES = ['Most profitable', 'Meet most often', 'Risk of silent churn', 'Reprice or reduce effort'];
const add = (values: bigint[]) => values.reduce((a, b) => a + b, 0n);
const share = (part: bigint | number, whole: bigint | number) =>
  Number(whole) === 0 ? 0 : Number(part) / Number(whole);

/** `visible(user)` of docs/product.md §2; null is the command line, which sees every company. */
export function oracleVisible(bundle: Bundle, user: string | null): Set<string> {
  const every = (bundle.companies ?? []).map((c) => c.key!);
  if (user === null) return new Set(every);
  const whole = (group: Row) => group.key === 'all' || group.allCompanies === 'true';
  const of = (group: Row) => (whole(group) ? every : list(group.companies));
  const me = bundle.users!.find((u) => u.key === user)!;
  const ceiling = new Set(
    (bundle.security_groups ?? []).filter((g) => list(g.users).includes(user)).flatMap(of),
  );
  const reach = new Set([
    ...(bundle.account_groups ?? [])
      .filter((g) => list(g.members).includes(user) || list(g.accountManagers).includes(user))
      .flatMap(of),
    ...(bundle.account_manager_companies ?? []).filter((row) => row.user === user).map((row) => row.company!),
    ...(me.isManager === 'true' || me.role === 'admin' ? every : []),
  ]);
  return new Set(every.filter((id) => ceiling.has(id) && reach.has(id)));
}

export function oracleDashboard(bundle: Bundle, user: string | null, query: OracleQuery, asOf: string) {
  const workspace = bundle.workspace?.[0] ?? ({} as Row);
  const everyone = (bundle.companies ?? []).map((row) => oracleCompany(bundle, row, asOf));
  const visible = oracleVisible(bundle, user);
  const current = everyone.filter((c) => c.current);
  const perSeat = query.value === 'perSeat';
  const worth = (c: OracleCompany): Q | null =>
    perSeat ? (c.employees ? new Q(c.mrr, BigInt(c.employees)) : null) : new Q(c.mrr);
  const fixed = perSeat ? workspace.seatValueMidpoint : workspace.valueMidpoint;
  const midpoint = fixed ? Q.of(fixed).times(new Q(100n)) : median(current.flatMap((c) => worth(c) ?? []));
  const effortMidpoint = Q.of(workspace.effortMidpoint || '50');
  const quadrantOf = (c: OracleCompany): string => {
    const value = worth(c);
    if (value === null || c.effort === null || midpoint === null) return 'not_placed';
    const high = value.atLeast(midpoint);
    const hard = Q.int(c.effort).atLeast(effortMidpoint);
    return QUADRANTS[(high ? 0 : 2) + (hard ? 1 : 0)]!;
  };

  const groupCompanies = (group: Row) =>
    group.key === 'all' || group.allCompanies === 'true' ? everyone.map((c) => c.id) : list(group.companies);
  const managed = (manager: string) =>
    new Set([
      ...(bundle.account_manager_companies ?? []).filter((r) => r.user === manager).map((r) => r.company!),
      ...(bundle.account_groups ?? [])
        .filter((g) => list(g.accountManagers).includes(manager))
        .flatMap(groupCompanies),
    ]);
  const any = (wanted: string[] | undefined, test: (value: string) => boolean) =>
    !wanted?.length || wanted.some(test);
  const groupById = (id: string) => (bundle.account_groups ?? []).find((g) => g.key === id) ?? { key: id };
  const chosen = current.filter(
    (c) =>
      visible.has(c.id) &&
      any(query.company, (id) => id === c.id) &&
      any(query.health, (name) => name === c.status) &&
      any(query.accountManager, (id) => managed(id).has(c.id)) &&
      any(query.accountGroup, (id) => groupCompanies(groupById(id)).includes(c.id)) &&
      any(query.segment, (id) => id === quadrantOf(c)) &&
      any(query.tag, (tag) => c.tags.includes(tag)),
  );
  const cellsOf = (c: OracleCompany) =>
    c.cells.filter((cell) => any(query.stackItem, (id) => id === cell.item));
  const amounts = (cell: OracleCompany['cells'][number]) =>
    query.weighted === 'true' ? cell.weighted : cell.opportunity;
  const opportunity = (c: OracleCompany) => {
    const mrr = add(cellsOf(c).map((cell) => amounts(cell).mrr));
    const oneTime = add(cellsOf(c).map((cell) => amounts(cell).oneTime));
    return { mrr, oneTime, total: mrr + oneTime };
  };
  const alignmentOf = (c: OracleCompany): Q | null => {
    const weight = cellsOf(c).reduce((a, cell) => a.plus(cell.weight), new Q(0n));
    const points = cellsOf(c).reduce((a, cell) => a.plus(cell.weight.times(cell.alignment)), new Q(0n));
    return weight.n === 0n ? null : points.over(weight);
  };
  const named = <T extends { id: string; name: string }>(a: T, b: T) =>
    codePoints(a.name, b.name) || codePoints(a.id, b.id);

  const statuses = [
    ...(bundle.health_bands?.length
      ? [...bundle.health_bands].sort((a, b) => Number(a.from) - Number(b.from)).map((b) => b.name!)
      : ['At risk', 'Needs attention', 'Satisfactory']),
    'No score',
  ];
  const byStatus = statuses.map((status) => {
    const companies = chosen.filter((c) => c.status === status);
    const mrr = add(companies.map((c) => opportunity(c).mrr));
    const oneTime = add(companies.map((c) => opportunity(c).oneTime));
    return { status, companies: companies.length, mrr, oneTime, total: mrr + oneTime };
  });
  const grand = add(byStatus.map((s) => s.total));
  const known = current.flatMap((c) => c.employees ?? []);

  const rank = query.rank ?? 'opportunity';
  const ranked = [...chosen].sort((a, b) => {
    if (rank === 'mrr') return Number(b.mrr - a.mrr) || named(a, b);
    if (rank === 'opportunity') return Number(opportunity(b).total - opportunity(a).total) || named(a, b);
    const [x, y] = [alignmentOf(a), alignmentOf(b)];
    if (!x || !y) return x ? -1 : y ? 1 : named(a, b);
    return x.n * y.d === y.n * x.d ? named(a, b) : x.atLeast(y) ? 1 : -1;
  });
  const topTen = ranked.slice(0, 10).map((c) => ({
    id: c.id,
    name: c.name,
    mrrOpportunity: Number(opportunity(c).mrr),
    oneTimeOpportunity: Number(opportunity(c).oneTime),
    mrr: Number(c.mrr),
    oneTime: Number(c.oneTime),
    alignment: alignmentOf(c)?.number() ?? null,
  }));
  const selected = everyone.find((c) => c.id === query.selected && visible.has(c.id));

  const items = (bundle.stack_items ?? []).flatMap((item) => {
    const cells = chosen.flatMap((c) => cellsOf(c).filter((cell) => cell.item === item.key));
    if (!cells.length) return [];
    const mrr = add(cells.map((cell) => amounts(cell).mrr));
    const oneTime = add(cells.map((cell) => amounts(cell).oneTime));
    const aligned = cells.filter((cell) => cell.aligned).length;
    const currentMrr = add(cells.map((cell) => cell.currentMrr));
    return [
      {
        id: item.key!,
        name: item.name!,
        tags: list(item.tags),
        mrr,
        oneTime,
        total: mrr + oneTime,
        aligned,
        applicable: cells.length,
        currentMrr,
      },
    ];
  });
  const largest = <T extends { total: bigint; id: string; name: string }>(a: T, b: T) =>
    Number(b.total - a.total) || named(a, b);
  const tagNames: (string | null)[] = [
    ...new Set<string | null>(items.flatMap((i) => (i.tags.length ? i.tags : [null]))),
  ];
  const tags = tagNames
    .map((tag) => {
      const own = items.filter((i) => (tag === null ? !i.tags.length : i.tags.includes(tag))).sort(largest);
      return {
        tag,
        own,
        mrr: add(own.map((i) => i.mrr)),
        oneTime: add(own.map((i) => i.oneTime)),
        total: add(own.map((i) => i.total)),
      };
    })
    .sort(
      (a, b) =>
        Number(b.total - a.total) || (a.tag === null ? -1 : b.tag === null ? 1 : codePoints(a.tag, b.tag)),
    );
  const ring = add(tags.map((t) => t.total));

  return {
    asOf,
    currency: workspace.currency || 'USD',
    companies: chosen.length,
    segments: {
      value: query.value ?? 'total',
      valueMidpoint: midpoint?.number() ?? null,
      effortMidpoint: effortMidpoint.number(),
      averageEmployees: known.length ? known.reduce((a, b) => a + b, 0) / known.length : null,
      quadrants: QUADRANTS.map((id, i) => ({
        id,
        name: bundle.segments?.find((s) => s.quadrant === id)?.name ?? NAMES[i]!,
        companies: chosen.filter((c) => quadrantOf(c) === id).length,
      })),
      notPlaced: chosen.filter((c) => quadrantOf(c) === 'not_placed').length,
      points: chosen
        .filter((c) => quadrantOf(c) !== 'not_placed')
        .sort(named)
        .map((c) => ({
          id: c.id,
          name: c.name,
          value: worth(c)!.number(),
          effort: c.effort,
          health: c.health,
          status: c.status,
          employees: c.employees,
          quadrant: quadrantOf(c),
        })),
    },
    health: byStatus.map((s) => ({
      status: s.status,
      companies: s.companies,
      share: share(s.companies, chosen.length),
    })),
    opportunityByHealth: byStatus.map((s) => ({
      status: s.status,
      mrr: Number(s.mrr),
      oneTime: Number(s.oneTime),
      total: Number(s.total),
      share: share(s.total, grand),
    })),
    stackByCustomer: {
      rows: topTen,
      totals: {
        mrrOpportunity: topTen.reduce((a, r) => a + r.mrrOpportunity, 0),
        oneTimeOpportunity: topTen.reduce((a, r) => a + r.oneTimeOpportunity, 0),
        total: topTen.reduce((a, r) => a + r.mrrOpportunity + r.oneTimeOpportunity, 0),
      },
      selected: selected
        ? {
            id: selected.id,
            name: selected.name,
            mrrOpportunity: Number(opportunity(selected).mrr),
            oneTimeOpportunity: Number(opportunity(selected).oneTime),
            total: Number(opportunity(selected).total),
          }
        : null,
    },
    stackOpportunity: {
      mrr: Number(add(items.map((i) => i.mrr))),
      oneTime: Number(add(items.map((i) => i.oneTime))),
      total: Number(add(items.map((i) => i.total))),
      tags: tags.map((t) => ({
        tag: t.tag,
        mrr: Number(t.mrr),
        oneTime: Number(t.oneTime),
        total: Number(t.total),
        share: share(t.total, ring),
        items: t.own.map((i) => ({
          id: i.id,
          name: i.name,
          mrr: Number(i.mrr),
          oneTime: Number(i.oneTime),
          total: Number(i.total),
          shareOfTag: share(i.total, t.total),
        })),
      })),
    },
    stackAlignment: [...items]
      .sort(largest)
      .slice(0, 10)
      .map((i) => ({
        id: i.id,
        name: i.name,
        currentMrr: Number(i.currentMrr),
        mrrOpportunity: Number(i.mrr),
        oneTimeOpportunity: Number(i.oneTime),
        applicable: i.applicable,
        aligned: i.aligned,
        alignedShare: share(i.aligned, i.applicable),
      })),
  };
}

function median(values: Q[]): Q | null {
  const sorted = [...values].sort((a, b) => (a.n * b.d === b.n * a.d ? 0 : a.atLeast(b) ? 1 : -1));
  const middle = sorted.length / 2;
  if (!sorted.length) return null;
  if (sorted.length % 2) return sorted[Math.floor(middle)]!;
  return sorted[middle - 1]!.plus(sorted[middle]!).over(new Q(2n));
}

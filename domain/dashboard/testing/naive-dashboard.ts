import type { Fraction } from '../../money/fraction.ts';
import type { CellFigures, CompanyFigures } from '../../portfolio/figures.ts';
import type { Dashboard } from '../dashboard.ts';
import { ASOF, scopeOf, type World } from './world.ts';

/**
 * The dashboard computed slowly from plain objects, sentence by sentence of docs/interfaces.md, with fractions of
 * BigInts and none of the code that it checks.
 */
export function naiveDashboard(world: World): Dashboard {
  const { definitions, grants, query } = world;
  const { workspace, stackItems } = definitions;
  const scope = scopeOf(world);
  const visible = (id: string) => scope.all || scope.ids.has(id);
  const statuses = [...definitions.healthBands, { name: 'No score', color: '#8A8F98' }];
  const current = world.companies.filter((company) => company.current);

  const worth = (company: CompanyFigures): Fraction | null => {
    if (query.value === 'total') return { n: BigInt(company.mrr), d: 1n };
    return company.employees ? { n: BigInt(company.mrr), d: BigInt(company.employees) } : null;
  };
  const fixed = query.value === 'total' ? workspace.valueMidpoint : workspace.seatValueMidpoint;
  const midpoint =
    fixed === null ? median(current.flatMap((c) => worth(c) ?? [])) : { n: BigInt(fixed), d: 1n };
  const segmentOf = (company: CompanyFigures) => {
    const value = worth(company);
    if (!value || !midpoint || company.effort === null) return 'not_placed';
    const high = order(value, midpoint) >= 0 ? 'high' : 'low';
    const effort = company.effort >= Number(workspace.effortMidpoint) ? 'high' : 'low';
    return `${high}_value_${effort}_effort` as const;
  };

  const groupHolds = (id: string, company: string) => {
    const group = grants.accountGroups.find((candidate) => candidate.id === id)!;
    return group.allCompanies || id === 'all' || group.companies.includes(company);
  };
  const looksAfter = (user: string, company: string) =>
    grants.accountManagerCompanies.some((row) => row.user === user && row.company === company) ||
    grants.accountGroups.some(
      (group) => group.accountManagers.includes(user) && groupHolds(group.id, company),
    );
  const passes = <T>(wanted: readonly T[], fits: (value: T) => boolean) =>
    !wanted.length || wanted.some(fits);
  const companies = current
    .filter(
      (c) =>
        visible(c.id) &&
        passes(query.company, (id) => id === c.id) &&
        passes(query.health, (name) => statuses[c.status]!.name === name) &&
        passes(query.accountManager, (user) => looksAfter(user, c.id)) &&
        passes(query.accountGroup, (group) => groupHolds(group, c.id)) &&
        passes(query.segment, (segment) => segmentOf(c) === segment) &&
        passes(query.tag, (tag) => c.tags.includes(tag)),
    )
    .sort(byName);

  const cellsOf = (company: CompanyFigures) =>
    company.cells.filter((cell) => passes(query.stackItem, (id) => stackItems[cell.stackItem]!.id === id));
  const opportunity = (cells: readonly CellFigures[]) => {
    const mrr = sum(cells.map((c) => (query.weighted ? c.weightedMrrOpportunity : c.mrrOpportunity)));
    const oneTime = sum(
      cells.map((c) => (query.weighted ? c.weightedOneTimeOpportunity : c.oneTimeOpportunity)),
    );
    return { mrr, oneTime, total: mrr + oneTime };
  };
  const tile = (cells: readonly CellFigures[]) => {
    const { mrr, oneTime, total } = opportunity(cells);
    return { mrrOpportunity: mrr, oneTimeOpportunity: oneTime, total };
  };
  const alignmentOf = (company: CompanyFigures): Fraction | null => {
    let points: Fraction = { n: 0n, d: 1n };
    let weights: Fraction = { n: 0n, d: 1n };
    for (const cell of cellsOf(company)) {
      const weight = decimal(stackItems[cell.stackItem]!.weight);
      const { n, d } = cell.alignment;
      points = plus(points, { n: weight.n * n, d: weight.d * d });
      weights = plus(weights, weight);
    }
    return weights.n === 0n ? null : { n: points.n * weights.d, d: points.d * weights.n };
  };

  const before = (a: CompanyFigures, b: CompanyFigures): number => {
    if (query.rank === 'mrr') return b.mrr - a.mrr || byName(a, b);
    if (query.rank === 'opportunity') {
      return opportunity(cellsOf(b)).total - opportunity(cellsOf(a)).total || byName(a, b);
    }
    const [x, y] = [alignmentOf(a), alignmentOf(b)];
    if (x && y) return order(x, y) || byName(a, b);
    return x ? -1 : y ? 1 : byName(a, b);
  };
  const top = [...companies].sort(before).slice(0, 10);
  const selected = world.companies.find((c) => c.id === query.selected && visible(c.id));

  const items = stackItems
    .map((item, index) => {
      const cells = companies.flatMap((c) => cellsOf(c).filter((cell) => cell.stackItem === index));
      return { id: item.id, name: item.name, tags: item.tags, cells, ...opportunity(cells) };
    })
    .filter((item) => item.cells.length > 0)
    .sort((a, b) => b.total - a.total || byName(a, b));
  const tags = [
    ...new Set(items.flatMap((item): (string | null)[] => (item.tags.length ? [...item.tags] : [null]))),
  ]
    .map((tag) => {
      const own = items.filter((item) => (tag === null ? !item.tags.length : item.tags.includes(tag)));
      return { tag, own, ...opportunity(own.flatMap((item) => item.cells)) };
    })
    .sort((a, b) => b.total - a.total || codePoints(a.tag ?? '', b.tag ?? ''));
  const ring = sum(tags.map((tag) => tag.total));
  const all = opportunity(companies.flatMap(cellsOf));
  const employees = current.flatMap((c) => c.employees ?? []);

  return {
    asOf: ASOF,
    currency: workspace.currency,
    companies: companies.length,
    segments: {
      value: query.value,
      valueMidpoint: midpoint && nearest(midpoint),
      effortMidpoint: Number(workspace.effortMidpoint),
      averageEmployees: employees.length ? sum(employees) / employees.length : null,
      quadrants: definitions.segments.map(({ quadrant, name }) => ({
        id: quadrant,
        name,
        companies: companies.filter((c) => segmentOf(c) === quadrant).length,
      })),
      notPlaced: companies.filter((c) => segmentOf(c) === 'not_placed').length,
      points: companies.flatMap((c) => {
        const quadrant = segmentOf(c);
        if (quadrant === 'not_placed') return [];
        const { id, name, effort, health, status, employees } = c;
        const value = nearest(worth(c)!);
        return [
          { id, name, value, effort: effort!, health, status: statuses[status]!.name, employees, quadrant },
        ];
      }),
    },
    health: statuses.map(({ name, color }, status) => {
      const count = companies.filter((c) => c.status === status).length;
      return { status: name, color, companies: count, share: part(count, companies.length) };
    }),
    opportunityByHealth: statuses.map(({ name }, status) => {
      const own = opportunity(companies.filter((c) => c.status === status).flatMap(cellsOf));
      return { status: name, ...own, share: part(own.total, all.total) };
    }),
    stackByCustomer: {
      rows: top.map((c) => {
        const { mrr, oneTime } = opportunity(cellsOf(c));
        const alignment = alignmentOf(c);
        return {
          id: c.id,
          name: c.name,
          mrrOpportunity: mrr,
          oneTimeOpportunity: oneTime,
          mrr: c.mrr,
          oneTime: c.oneTime,
          alignment: alignment && nearest(alignment),
        };
      }),
      totals: tile(top.flatMap(cellsOf)),
      selected: selected ? { id: selected.id, name: selected.name, ...tile(cellsOf(selected)) } : null,
    },
    stackOpportunity: {
      ...all,
      tags: tags.map(({ tag, own, mrr, oneTime, total }) => ({
        tag,
        mrr,
        oneTime,
        total,
        share: part(total, ring),
        items: own.map((item) => ({
          id: item.id,
          name: item.name,
          mrr: item.mrr,
          oneTime: item.oneTime,
          total: item.total,
          shareOfTag: part(item.total, total),
        })),
      })),
    },
    stackAlignment: items.slice(0, 10).map(({ id, name, cells, mrr, oneTime }) => {
      const aligned = cells.filter((cell) => cell.aligned).length;
      return {
        id,
        name,
        currentMrr: sum(cells.map((cell) => cell.currentMrr)),
        mrrOpportunity: mrr,
        oneTimeOpportunity: oneTime,
        applicable: cells.length,
        aligned,
        alignedShare: part(aligned, cells.length),
      };
    }),
  };
}

/** The double nearest to a fraction: the quotient to 60 binary digits after the first, then JavaScript's own rounding. */
export function nearest({ n, d }: Fraction): number {
  const size = n < 0n ? -n : n;
  const shift = BigInt(Math.max(0, 64 + d.toString(2).length - size.toString(2).length));
  const quotient = (size << shift) / d;
  const inexact = (size << shift) % d !== 0n;
  const value = Number((quotient << 1n) | (inexact ? 1n : 0n)) / 2 ** Number(shift + 1n);
  return n < 0n ? -value : value;
}

function sum(values: readonly number[]): number {
  return Number(values.reduce((a, b) => a + BigInt(b), 0n));
}

function part(value: number, whole: number): number {
  return value === 0 || whole === 0 ? 0 : value / whole;
}

function decimal(text: string): Fraction {
  const [whole, rest = ''] = text.split('.');
  return { n: BigInt(whole + rest), d: 10n ** BigInt(rest.length) };
}

function plus(a: Fraction, b: Fraction): Fraction {
  return { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}

function order(a: Fraction, b: Fraction): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function median(values: readonly Fraction[]): Fraction | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort(order);
  const middle = Math.floor(values.length / 2);
  if (values.length % 2) return sorted[middle]!;
  const both = plus(sorted[middle - 1]!, sorted[middle]!);
  return { n: both.n, d: both.d * 2n };
}

function byName(a: { name: string; id: string }, b: { name: string; id: string }): number {
  return codePoints(a.name, b.name) || codePoints(a.id, b.id);
}

function codePoints(a: string, b: string): number {
  const [x, y] = [[...a], [...b]];
  for (let i = 0; i < Math.min(x.length, y.length); i++) {
    const difference = x[i]!.codePointAt(0)! - y[i]!.codePointAt(0)!;
    if (difference) return difference;
  }
  return x.length - y.length;
}

import { type Bundle, list, type Row } from './bundle.ts';
import { Q } from './rational.ts';

/**
 * A slow second opinion on one company's figures, written straight from docs/interfaces.md over the bundle's rows.
 * It shares no code with domain/ and favours the words of the page over speed.
 */
export interface OracleCompany {
  id: string;
  name: string;
  tags: string[];
  current: boolean;
  mrr: bigint;
  oneTime: bigint;
  employees: number | null;
  health: number | null;
  status: string;
  effort: number | null;
  cells: OracleCell[];
}
export interface OracleCell {
  item: string;
  weight: Q;
  alignment: Q;
  aligned: boolean;
  currentMrr: bigint;
  opportunity: { mrr: bigint; oneTime: bigint };
  weighted: { mrr: bigint; oneTime: bigint };
}

const MONTHS: Record<string, Q> = {
  weekly: new Q(52n, 12n),
  biweekly: new Q(26n, 12n),
  monthly: new Q(1n),
  bimonthly: new Q(1n, 2n),
  quarterly: new Q(1n, 3n),
  semiannual: new Q(1n, 6n),
  annual: new Q(1n, 12n),
  biennial: new Q(1n, 24n),
  triennial: new Q(1n, 36n),
};
const cents = (text: string) => Q.of(text).times(new Q(100n));
const at = (row: Row, column: string) => row[column] ?? '';
const sum = (values: bigint[]) => values.reduce((a, b) => a + b, 0n);
const day = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;

export function yearBefore(asOf: string): string {
  const [y, m, d] = asOf.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(y - 1, m, 0)).getUTCDate();
  return `${y - 1}-${String(m).padStart(2, '0')}-${String(Math.min(d, last)).padStart(2, '0')}`;
}

export function oracleCompany(bundle: Bundle, company: Row, asOf: string): OracleCompany {
  const rows = (file: string) => bundle[file] ?? [];
  const mine = (file: string) => rows(file).filter((row) => row.company === company.key);
  const workspace = rows('workspace')[0] ?? {};
  const currency = workspace.currency || 'USD';

  const contracts = mine('contracts').map((row) => {
    const lines = rows('contract_lines').filter((line) => line.contract === row.key);
    // a period that nobody has mapped is worth nothing, and does not make a line one-time
    const cycleOf = (line: Row) =>
      line.cycle ||
      (line.unmappedCycle ? 'unmapped' : row.cycle || (row.unmappedCycle ? 'unmapped' : 'monthly'));
    const vendors = rows('excluded_vendors').map((v) => v.vendor);
    const foreign = (row.currency || currency) !== currency;
    const rate = foreign ? rows('exchange_rates').find((r) => r.currency === row.currency)?.rate : String(1);
    const out = row.excluded === 'true' || vendors.includes(row.vendor || '\0') || !rate;
    const worth = (amount: string) => cents(amount).times(Q.of(rate ?? '1'));
    const lineOut = (line: Row) => out || vendors.includes(line.vendor || '\0');
    const recurring = lines.filter((line) => cycleOf(line) !== 'onetime');
    const from = row.revenueFrom || (!row.amount || recurring.length > 0 ? 'lines' : 'header');
    const started = (d: string | undefined) => !d || d <= asOf;
    const active =
      (row.status || 'active') === 'active' && started(row.start) && (!row.end || row.end >= asOf);
    const live = (line: Row) => started(line.start) && !(line.cancelledOn && line.cancelledOn <= asOf);
    const monthly = (line: Row) =>
      Q.of(line.quantity || '1')
        .times(worth(line.unitPrice || '0'))
        .times(MONTHS[cycleOf(line)] ?? new Q(0n))
        .round();
    const inForce = active ? recurring.filter((line) => !lineOut(line) && live(line)) : [];
    let mrr = sum(inForce.map(monthly));
    const headerCycle = cycleOf({});
    if (from === 'header' && headerCycle !== 'onetime')
      mrr =
        active && !out && row.amount
          ? worth(row.amount)
              .times(MONTHS[headerCycle] ?? new Q(0n))
              .round()
          : 0n;
    const recent = (d: string | undefined) => !!d && d > yearBefore(asOf) && d <= asOf;
    let oneTime = 0n;
    if (from === 'header' && headerCycle === 'onetime') {
      if (!out && row.amount && recent(row.start)) oneTime = worth(row.amount).round();
    } else {
      for (const line of lines.filter((l) => cycleOf(l) === 'onetime' && !lineOut(l)))
        if (recent(line.start) && !(line.cancelledOn && line.cancelledOn <= asOf))
          oneTime += Q.of(line.quantity || '1')
            .times(worth(line.unitPrice || '0'))
            .round();
    }
    const coded = inForce.map((line) => ({ code: at(line, 'productCode'), mrr: monthly(line) }));
    return { row, out, active, mrr, oneTime, coded };
  });
  const mrr = company.mrrOverride ? cents(company.mrrOverride).round() : sum(contracts.map((c) => c.mrr));
  const oneTime = company.oneTimeOverride
    ? cents(company.oneTimeOverride).round()
    : sum(contracts.map((c) => c.oneTime));

  const contacts = mine('contacts');
  const employees = company.employeesOverride
    ? Number(company.employeesOverride)
    : company.employeesSynced
      ? Number(company.employeesSynced)
      : contacts.length
        ? contacts.filter((c) => c.active !== 'false').length
        : null;

  const bands = (file: string, fallback: [string, string][]) =>
    (rows(file).length ? rows(file).map((b) => [b.name, b.from] as [string, string]) : fallback)
      .map(([name, from]) => ({ name, from: Q.of(from) }))
      .sort((a, b) => (a.from.atLeast(b.from) ? 1 : -1));
  const alignmentBands = bands('alignment_bands', [
    ['Not aligned', '0'],
    ['Partly aligned', '34'],
    ['Aligned', '67'],
  ]);
  const topBand = alignmentBands.at(-1)!.from;
  const tags = list(company.tags);
  const coded = contracts.flatMap((c) => c.coded);

  const applicable = rows('stack_items')
    .filter((item) => item.retired !== 'true')
    .flatMap((item) => {
      const typed = mine('alignments').find((row) => row.stackItem === item.key) ?? {};
      const on = typed.applicable
        ? typed.applicable === 'true'
        : list(item.tags).some((tag) => tags.includes(tag));
      return on ? [{ item, typed }] : [];
    })
    .map(({ item, typed }) => {
      const products = rows('products')
        .filter((p) => p.stackItem === item.key)
        .sort((a, b) => codePoints(a.key!, b.key!));
      const has = (p: Row, code: string) => code !== '' && list(p.productCodes).includes(code);
      const derived = products.find((p) => coded.some((line) => has(p, line.code)))?.key ?? null;
      const current = typed.currentProduct
        ? typed.currentProduct === 'none'
          ? null
          : typed.currentProduct
        : derived;
      const standing =
        current === null ? 'none' : products.find((p) => p.key === current)?.standing || 'other';
      const preferred = products.find((p) => p.standing === 'preferred')?.key ?? null;
      const opportunityProduct = typed.opportunityProduct || (standing === 'preferred' ? null : preferred);
      const alignment = typed.alignment
        ? Q.of(typed.alignment)
        : Q.int(standing === 'preferred' ? 100 : standing === 'supported' ? 50 : 0);
      const aligned = alignment.atLeast(topBand);
      const currentMrr = typed.currentMrr
        ? cents(typed.currentMrr).round()
        : sum(coded.filter((line) => products.some((p) => has(p, line.code))).map((line) => line.mrr));
      const lines = openLines(bundle, company.key!, item.key!);
      const product = products.find((p) => p.key === opportunityProduct);
      const book = (kind: 'mrr' | 'oneTime') =>
        !aligned && product && opportunityProduct !== current
          ? Q.of(product[`${kind}PerCompany`] || '0')
              .plus(Q.of(product[`${kind}PerSeat`] || '0').times(Q.int(employees ?? 0)))
              .plus(Q.of(product[`${kind}PerLocation`] || '0').times(Q.of(company.locations || '0')))
              .times(new Q(100n))
              .round()
          : 0n;
      const figure = (kind: 'mrr' | 'oneTime', weighted: boolean) => {
        const own = typed[`${kind}Opportunity`];
        if (own) return cents(own).round();
        if (lines.length)
          return sum(
            lines.map(({ line, chance }) =>
              weighted
                ? cents(line[kind] || '0')
                    .times(chance)
                    .round()
                : cents(line[kind] || '0').round(),
            ),
          );
        return book(kind);
      };
      return {
        item: item.key!,
        group: item.anyOneOf || null,
        weight: Q.of(item.weight || '1'),
        alignment,
        aligned,
        currentMrr,
        opportunity: { mrr: figure('mrr', false), oneTime: figure('oneTime', false) },
        weighted: { mrr: figure('mrr', true), oneTime: figure('oneTime', true) },
      };
    });
  const satisfied = new Set(applicable.filter((c) => c.group !== null && c.aligned).map((c) => c.group));
  const cells = applicable.filter((c) => c.aligned || c.group === null || !satisfied.has(c.group));

  const totalWeight = cells.reduce((a, c) => a.plus(c.weight), new Q(0n));
  const alignment =
    totalWeight.n === 0n
      ? null
      : cells.reduce((a, c) => a.plus(c.weight.times(c.alignment)), new Q(0n)).over(totalWeight);

  const fact = (name: string): { value: Q; asOf: string } | null => {
    const stored = mine('facts').find((row) => row.fact === name);
    const known = (value: Q | null) => (value ? { value, asOf: '' } : null);
    const perSeat = (base: string) => {
      const whole = mine('facts').find((row) => row.fact === base);
      return whole && employees
        ? { value: Q.of(whole.value!).over(Q.int(employees)), asOf: whole.asOf ?? '' }
        : null;
    };
    switch (name) {
      case 'employees':
        return known(employees === null ? null : Q.int(employees));
      case 'locations':
        return known(company.locations ? Q.of(company.locations) : null);
      case 'mrr':
        return known(new Q(mrr, 100n));
      case 'alignment':
        return known(alignment);
      case 'csat':
        return known(csatShare(mine('csat'), asOf)?.times(new Q(100n)) ?? null);
      case 'days_to_renewal': {
        const ends = contracts
          .filter((c) => c.active && !c.out && c.row.end)
          .map((c) => day(c.row.end!) - day(asOf));
        return known(ends.length ? Q.int(Math.min(...ends)) : null);
      }
      case 'days_since_meeting': {
        const held = mine('meetings').filter((m) => m.status === 'held' && m.date! <= asOf);
        return known(held.length ? Q.int(Math.min(...held.map((m) => day(asOf) - day(m.date!)))) : null);
      }
      case 'tickets_per_seat':
        return perSeat('tickets_per_month');
      case 'support_hours_per_seat':
        return perSeat('support_hours_per_month');
      case 'special_sla':
        return stored
          ? {
              value:
                stored.value === 'true'
                  ? new Q(1n)
                  : stored.value === 'false'
                    ? new Q(0n)
                    : Q.of(stored.value!),
              asOf: stored.asOf ?? '',
            }
          : null;
      default:
        return stored ? { value: Q.of(stored.value!), asOf: stored.asOf ?? '' } : null;
    }
  };

  const score = (kind: 'health' | 'effort') => {
    const metrics = rows(`${kind}_metrics`).length
      ? rows(`${kind}_metrics`)
      : kind === 'health'
        ? [
            { key: 'sentiment', maxScore: '10', weight: '1', kind: 'custom' },
            { key: 'csat', maxScore: '10', weight: '1', kind: 'csat' },
            { key: 'org', maxScore: '10', weight: '1', kind: 'custom' },
            { key: 'renewals', maxScore: '10', weight: '1', kind: 'custom' },
          ]
        : [{ key: 'segment-effort', maxScore: '10', weight: '1', kind: 'custom' }];
    let [points, weights, fresh, all] = [new Q(0n), new Q(0n), new Q(0n), new Q(0n)];
    for (const metric of (metrics as Row[]).filter((row) => row.retired !== 'true')) {
      const weight = Q.of(metric.weight!);
      all = all.plus(weight);
      const value = metricValue(metric);
      if (!value) continue;
      points = points.plus(value.share.times(weight));
      weights = weights.plus(weight);
      const stale =
        metric.staleAfterDays && value.asOf && day(asOf) - day(value.asOf) > Number(metric.staleAfterDays);
      if (!stale) fresh = fresh.plus(weight);
    }
    return {
      score: weights.n === 0n ? null : Number(points.over(weights).times(new Q(100n)).round()),
      coverage: all.n === 0n ? new Q(0n) : fresh.over(all),
    };

    function metricValue(metric: Row): { share: Q; asOf: string } | null {
      const max = Q.of(metric.maxScore!);
      switch (metric.kind) {
        case 'custom': {
          const row = mine(`${kind}_scores`).find((s) => s.metric === metric.key);
          return row ? { share: Q.of(row.points!).over(max), asOf: row.setOn ?? '' } : null;
        }
        case 'assessment': {
          const taken = mine('assessments')
            .filter((a) => a.takenOn! <= asOf && (!metric.fact || a.template === metric.fact))
            .sort((a, b) => codePoints(a.takenOn!, b.takenOn!) || codePoints(a.key!, b.key!))
            .at(-1);
          return taken ? { share: Q.of(taken.score!).over(new Q(100n)), asOf: taken.takenOn! } : null;
        }
        case 'csat': {
          const share = csatShare(mine('csat'), asOf);
          return share ? { share, asOf: '' } : null;
        }
        default: {
          const known = fact(metric.fact!);
          if (!known) return null;
          for (const pair of list(metric.bands)) {
            const [upTo, given] = pair.split(':') as [string, string];
            if (!upTo || Q.of(upTo).atLeast(known.value))
              return { share: Q.of(given).over(max), asOf: known.asOf };
          }
          return null;
        }
      }
    }
  };

  const health = score('health');
  const healthBands = bands('health_bands', [
    ['At risk', '0'],
    ['Needs attention', '50'],
    ['Satisfactory', '75'],
  ]);
  const override = mine('health_overrides').find((o) => o.setOn! <= asOf && asOf <= o.expiresOn!);
  const minimum = Q.of(workspace.minimumCoverage || '0');
  const status = override
    ? override.status!
    : health.score === null || !health.coverage.times(new Q(100n)).atLeast(minimum)
      ? 'No score'
      : healthBands.filter((b) => Q.int(health.score!).atLeast(b.from)).at(-1)!.name;

  return {
    id: company.key!,
    name: company.name!,
    tags,
    current: ['onboarding', 'active'].includes(company.stage || 'active'),
    mrr,
    oneTime,
    employees,
    health: health.score,
    status,
    effort: score('effort').score,
    cells,
  };
}

function csatShare(responses: Row[], asOf: string): Q | null {
  const recent = responses
    .map((r) => ({ ...r, day: new Date(r.answeredAt!).toISOString().slice(0, 10) }) as Row)
    .filter((r) => r.withdrawn !== 'true' && day(asOf) - day(r.day!) < 90 && r.day! <= asOf);
  return recent.length
    ? new Q(BigInt(recent.filter((r) => r.rating === 'positive').length), BigInt(recent.length))
    : null;
}

function openLines(bundle: Bundle, company: string, item: string): { line: Row; chance: Q }[] {
  const statuses = bundle.recommendation_statuses?.length
    ? bundle.recommendation_statuses
    : [
        { name: 'Proposed', state: 'not_started', order: '1' },
        { name: 'Planned', state: 'not_started', order: '2' },
        { name: 'In Progress', state: 'started', order: '3' },
        { name: 'On Hold', state: 'started', order: '4' },
        { name: 'Completed', state: 'completed', order: '5' },
        { name: 'Declined', state: 'declined', order: '6' },
      ];
  const open = (rec: Row) =>
    !rec.status || ['not_started', 'started'].includes(statuses.find((s) => s.name === rec.status)!.state!);
  return (bundle.recommendations ?? [])
    .filter((rec) => rec.company === company && open(rec))
    .flatMap((rec) =>
      (bundle.recommendation_lines ?? [])
        .filter((line) => line.recommendation === rec.key && line.stackItem === item)
        .map((line) => ({ line, chance: Q.of(rec.winProbability || '60').over(new Q(100n)) })),
    );
}

export function codePoints(a: string, b: string): number {
  const [x, y] = [Array.from(a), Array.from(b)];
  for (let i = 0; i < Math.min(x.length, y.length); i++) {
    const difference = x[i]!.codePointAt(0)! - y[i]!.codePointAt(0)!;
    if (difference) return difference;
  }
  return x.length - y.length;
}

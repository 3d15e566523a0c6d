import { sql } from 'kysely';
import type { CompanyMetrics, MetricCard, ScoreKind } from '../../contract/metrics.ts';
import type { Named } from '../../contract/values.ts';
import type { Grants } from '../../domain/access/grants.ts';
import { overrideOn } from '../../domain/health/in-the-way.ts';
import type { Metric } from '../../domain/portfolio/definitions.ts';
import type { CompanyExplanation, ScorePart } from '../../domain/portfolio/explanation.ts';
import { namedUser } from '../access/named-user.ts';
import { UNSET } from '../alignment/etag.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import { explanationOf } from '../portfolio/explanation.ts';
import type { LoadedPortfolio } from '../portfolio/loaded-portfolio.ts';
import { readOverrides } from './health-overrides.ts';
import { metricsOf, metricTables } from './tables.ts';

/** A company's health or effort with every part; the transaction must see the company. */
export async function readMetrics(
  tx: Tx,
  loaded: LoadedPortfolio,
  company: string,
  kind: ScoreKind,
): Promise<CompanyMetrics> {
  const explained = await explanationOf(tx, loaded, company);
  if (!explained) throw notFound('company', company);
  const { definitions, grants } = loaded;
  const { score, coverage, oldestInput, parts } = explained[kind];
  const metrics = metricsOf(definitions, kind);
  const etags = await scoreEtags(tx, company, kind);
  const status = kind === 'health' ? await statusOf(tx, loaded, company, explained) : null;
  const bands = kind === 'health' ? definitions.healthBands : definitions.effortBands;
  const nameOf = (id: string): Named => ({ id, name: metrics.find((metric) => metric.id === id)!.name });
  return {
    company: { id: explained.id, name: explained.name },
    kind,
    asOf: explained.asOf,
    score,
    coverage,
    oldestInput: oldestInput && { ...oldestInput, metric: nameOf(oldestInput.metric) },
    band: status ? { name: status.name, color: status.color } : explained.effort.band,
    status,
    bands: bands.map(({ name, color, from }) => ({ name, color, from: Number(from) })),
    parts: parts.map((part, i) => cardOf(grants, metrics[i]!, part, etags.get(part.metric.id) ?? UNSET)),
  };
}

function cardOf(grants: Grants, metric: Metric, part: ScorePart, etag: string): MetricCard {
  const { id, name, description, icon, kind, staleAfterDays } = metric;
  const { value, points, share, contribution, date, ageDays, stale, source, note, setBy } = part;
  return {
    metric: {
      id,
      name,
      description,
      icon,
      kind,
      fact: part.fact,
      template: metric.kind === 'assessment' ? metric.template : null,
      maxScore: part.maxScore,
      weight: part.weight,
      staleAfterDays,
      choices:
        metric.kind === 'custom'
          ? metric.choices.map((choice) => ({ points: Number(choice.points), label: choice.label }))
          : [],
    },
    ...{ value, points, share, contribution, date, ageDays, stale, source, note, etag },
    setBy: setBy === null ? null : namedUser(grants, setBy),
  };
}

async function statusOf(
  tx: Tx,
  { grants, asOf }: LoadedPortfolio,
  company: string,
  { health: { status } }: CompanyExplanation,
): Promise<CompanyMetrics['status']> {
  const inForce = overrideOn(await readOverrides(tx, company), asOf);
  const { override } = status;
  return {
    ...status,
    override: override && {
      ...override,
      setBy: override.setBy === null ? null : namedUser(grants, override.setBy),
    },
    etag: inForce?.etag ?? UNSET,
  };
}

async function scoreEtags(tx: Tx, company: string, kind: ScoreKind): Promise<Map<string, string>> {
  const { rows } = await sql<{ metric: string; etag: string }>`
    select metric, '"' || md5(s::text) || '"' as etag from ${sql.table(metricTables[kind].scores)} s
    where workspace_id = (select current_workspace()) and company = ${company}`.execute(tx);
  return new Map(rows.map(({ metric, etag }) => [metric, etag]));
}

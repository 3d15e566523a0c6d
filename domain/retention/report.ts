import { addToMonth, type Month, monthsFrom } from '../calendar/month.ts';
import type { Tally } from '../csat/satisfaction.ts';
import { type Csat, csatOf, type Figures, figuresOf, isBehind, type RetentionFigure } from './figures.ts';
import {
  type Breakdown,
  type CompanyHistory,
  groupsOf,
  passes,
  periodOf,
  type StandingFilter,
  standingOf,
} from './history.ts';
import { type MovementKind, movementOf, type Period } from './movements.ts';
import type { Over, Span } from './spans.ts';

/** How many answers a company gave in a month. */
export interface MonthOfTally extends Tally {
  readonly company: string;
  readonly month: Month;
}

/** What retention is worked out from. */
export interface RetentionFacts {
  readonly histories: readonly CompanyHistory[];
  readonly answers: readonly MonthOfTally[];
}

export interface RetentionQuestion {
  readonly over: Over;
  readonly by: Breakdown | null;
  readonly filter: StandingFilter;
}

export interface SpanFigures {
  /** Null: the span is not on record. */
  readonly figures: Figures | null;
  readonly csat: Csat;
}

export interface RetentionReport {
  /** Span by span. */
  readonly months: readonly SpanFigures[];
  /** Of the breakdown, in no order; each with all spans. A company counts in each group that it stood in, so groups need not add up. */
  readonly groups: readonly { readonly id: string | null; readonly months: readonly SpanFigures[] }[];
}

/** "How did MRR move, and what did we keep, month by month, and where?" (docs/product.md §13, Measures.) */
export function retentionReport(
  facts: RetentionFacts,
  spans: readonly Span[],
  question: RetentionQuestion,
): RetentionReport {
  const { by } = question;
  const bySpan = spans.map((span) => membersOf(facts, span, question));
  const inGroups = by === null ? [] : bySpan.map((members) => grouped(members, by));
  const ids = new Set(inGroups.flatMap((groups) => [...groups.keys()]));
  const figuresAt = (members: readonly Member[], at: number): SpanFigures => spanFigures(members, spans[at]!);
  return {
    months: bySpan.map(figuresAt),
    groups: [...ids].map((id) => ({
      id,
      months: inGroups.map((groups, at) => figuresAt(groups.get(id) ?? [], at)),
    })),
  };
}

/** A company in a span, if it passes the filter. */
interface Member {
  readonly company: string;
  readonly period: Period;
  readonly standing: ReturnType<typeof standingOf>;
  readonly tally: Tally | null;
}

const NOTHING: Period = { start: 0, end: 0, wasClient: false };

/** The companies that brought in anything, or answered, in a span. */
function membersOf(
  { histories, answers }: RetentionFacts,
  span: Span,
  { over, filter }: RetentionQuestion,
): Member[] {
  const tallies = talliesOf(answers, span.month, over);
  const members = histories.map((history): Member => {
    const tally = tallies.get(history.company) ?? null;
    tallies.delete(history.company);
    const period = periodOf(history, span) ?? NOTHING;
    return { company: history.company, period, standing: standingOf(history, span), tally };
  });
  for (const [company, tally] of tallies) members.push({ company, period: NOTHING, standing: null, tally });
  return members.filter(
    ({ period, tally, standing }) =>
      (period.start !== 0 || period.end !== 0 || tally !== null) && passes(standing, filter),
  );
}

function talliesOf(answers: readonly MonthOfTally[], month: Month, over: Over): Map<string, Tally> {
  const months = new Set(monthsFrom(over === 'year' ? addToMonth(month, -11) : month, month));
  const tallies = new Map<string, Tally>();
  for (const answer of answers) {
    if (!months.has(answer.month)) continue;
    const before = tallies.get(answer.company);
    tallies.set(answer.company, before ? csatOf([before, answer]) : answer);
  }
  return tallies;
}

function grouped(members: readonly Member[], by: Breakdown): Map<string | null, Member[]> {
  const groups = new Map<string | null, Member[]>();
  for (const member of members) {
    for (const id of groupsOf(member.standing, by)) {
      const group = groups.get(id);
      if (group) group.push(member);
      else groups.set(id, [member]);
    }
  }
  return groups;
}

function spanFigures(members: readonly Member[], { start }: Span): SpanFigures {
  return {
    figures: start === null ? null : figuresOf(members.map(({ period }) => period)),
    csat: csatOf(members.flatMap(({ tally }) => tally ?? [])),
  };
}

/** A company behind a figure. */
export interface RetentionRow {
  readonly company: string;
  readonly start: number;
  readonly end: number;
  /** Null: its MRR is the same. */
  readonly movement: MovementKind | null;
  /** End less start. */
  readonly amount: number;
  /** Of a client at the start, what of its MRR is left: at most what it was. */
  readonly kept: number;
  readonly standing: ReturnType<typeof standingOf>;
  readonly csat: Tally | null;
}

/** Which figure of which span is opened; `group`: of the breakdown, undefined for the whole. */
export interface RetentionOpening {
  readonly span: Span;
  readonly figure: RetentionFigure;
  readonly group: string | null | undefined;
}

/** The companies behind a figure, in no order; what they add up to is the figure. */
export function retentionRows(
  facts: RetentionFacts,
  { span, figure, group }: RetentionOpening,
  question: RetentionQuestion,
): RetentionRow[] {
  const { by } = question;
  return membersOf(facts, span, question)
    .filter(({ standing }) => group === undefined || by === null || groupsOf(standing, by).includes(group))
    .filter(({ period, tally }) => (figure === 'csat' ? tally !== null : isBehind(period, figure)))
    .map(({ company, period, standing, tally }) => ({
      company,
      start: period.start,
      end: period.end,
      movement: movementOf(period)?.kind ?? null,
      amount: period.end - period.start,
      kept: period.start > 0 ? Math.min(period.start, period.end) : 0,
      standing,
      csat: tally,
    }));
}

import { Button, Group, SegmentedControl, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { ValueKind } from '../../domain/segments/midpoint.ts';
import { compareText } from '../../domain/text/compare.ts';
import type { Changes, CompanyMoved } from '../../domain/what-if/changes.ts';
import { useMoney } from '../me/queries.ts';
import { paths } from '../paths.ts';
import { AnchorLink } from '../ui/links.tsx';
import type { Money } from '../ui/money.ts';
import { formatCount, formatPercent, formatWhole, NONE } from '../ui/numbers.ts';
import { FromTo } from './FromTo.tsx';
import { changesPlace } from './moved-words.ts';
import classes from './what-if.module.css';

interface CompaniesMovedProps {
  readonly changes: Changes;
  readonly kind: ValueKind;
}

/** So many more at a time. */
const STEP = 50;

/** The companies that an edit moves, by name, each with what becomes of it. */
export function CompaniesMoved({ changes, kind }: CompaniesMovedProps) {
  const [all, setAll] = useState(false);
  const [most, setMost] = useState(STEP);
  const { moved } = changes;
  const places = useMemo(() => moved.filter((company) => changesPlace(company, kind)), [moved, kind]);
  const listed = all || places.length === 0 ? moved : places;
  const sorted = useMemo(
    () => [...listed].sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id)),
    [listed],
  );
  const names = Object.fromEntries(changes.segments[kind].map(({ segment, name }) => [segment, name]));
  if (moved.length === 0) return null;
  return (
    <div>
      <Group justify="space-between" gap="xs" mb={8}>
        <Text span className={classes.heading ?? ''}>
          {formatCount(listed.length, 'company', 'companies')}
        </Text>
        {places.length > 0 && places.length < moved.length ? (
          <SegmentedControl
            size="xs"
            aria-label="Companies to show"
            value={all ? 'all' : 'places'}
            onChange={(value) => setAll(value === 'all')}
            data={[
              { value: 'places', label: 'Status or segment' },
              { value: 'all', label: 'Any figure' },
            ]}
          />
        ) : null}
      </Group>
      <ul className={classes.companies} aria-label="Companies that move">
        {sorted.slice(0, most).map((company) => (
          <li key={company.id} className={classes.company}>
            <AnchorLink {...paths.customer(company.id)} target="_blank" fz="sm" fw={550} dir="auto">
              {company.name}
            </AnchorLink>
            <Moves company={company} kind={kind} names={names} />
          </li>
        ))}
        {sorted.length > most ? (
          <li className={classes.company}>
            <Button variant="subtle" size="xs" onClick={() => setMost(most + STEP)}>
              Show {Math.min(STEP, sorted.length - most)} more of {sorted.length}
            </Button>
          </li>
        ) : null}
      </ul>
    </div>
  );
}

interface MovesProps {
  readonly company: CompanyMoved;
  readonly kind: ValueKind;
  readonly names: Readonly<Record<string, string>>;
}

function Moves({ company, kind, names }: MovesProps) {
  const money = useMoney();
  const { before, after } = company;
  return (
    <div className={classes.moves}>
      {company.status ? (
        <span className={classes.move}>
          <FromTo before={before.status} after={<b>{after.status}</b>} />
        </span>
      ) : null}
      {company.segment[kind] ? (
        <span className={classes.move}>
          <FromTo before={names[before.segment[kind]]} after={<b>{names[after.segment[kind]]}</b>} />
        </span>
      ) : null}
      {figures(company, money).map(({ label, from, to }) => (
        <span key={label}>
          {label} <FromTo before={from} after={to} />
        </span>
      ))}
    </div>
  );
}

function figures({ before, after }: CompanyMoved, money: Money) {
  const lines = [
    ['Health', formatWhole, before.health, after.health],
    ['Effort', formatWhole, before.effort, after.effort],
    ['MRR', money.full, before.mrr, after.mrr],
    ['One-time', money.full, before.oneTime, after.oneTime],
    ['MRR opportunity', money.full, before.mrrOpportunity, after.mrrOpportunity],
    ['One-time opportunity', money.full, before.oneTimeOpportunity, after.oneTimeOpportunity],
    ['Alignment', formatPercent, before.alignment, after.alignment],
    ['Coverage', (share: number) => formatPercent(100 * share), before.coverage, after.coverage],
  ] as const;
  return lines
    .filter(([, , from, to]) => from !== to)
    .map(([label, write, from, to]) => ({
      label,
      from: from === null ? NONE : write(from),
      to: to === null ? NONE : write(to),
    }));
}

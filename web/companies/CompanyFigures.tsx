import { Skeleton, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import ChevronDown from 'lucide-react/icons/chevron-down';
import { type ReactNode, useState } from 'react';
import type { Company } from '../../contract/companies.ts';
import type { CompanyExplanation } from '../../contract/explanation.ts';
import { useStatusNamed } from '../dashboard/use-statuses.ts';
import { useMoney } from '../me/queries.ts';
import { LoadFailed } from '../ui/Notes.tsx';
import { formatPercent, formatWhole } from '../ui/numbers.ts';
import panel from '../ui/Panel.module.css';
import { StatusLabel } from '../ui/StatusLabel.tsx';
import { AlignmentExplained } from './AlignmentExplained.tsx';
import classes from './companies.module.css';
import { EmployeesExplained } from './EmployeesExplained.tsx';
import { OpportunityExplained } from './OpportunityExplained.tsx';
import { explanationQuery } from './queries.ts';
import { RevenueExplained } from './RevenueExplained.tsx';
import { ScoreExplained } from './ScoreExplained.tsx';
import { SegmentExplained } from './SegmentExplained.tsx';
import { useSegmentNamed } from './use-segments.ts';

interface FigureTab {
  readonly id: string;
  readonly label: string;
  readonly figure: ReactNode;
  readonly note?: ReactNode;
  readonly explain: (explanation: CompanyExplanation) => ReactNode;
}

/** The company's figures side by side; each is a tab that shows how it came about, and closes again. */
export function CompanyFigures({ company }: { readonly company: Company }) {
  const [shown, setShown] = useState<string | null>(null);
  const explanation = useQuery(explanationQuery(company.id));
  const tabs = useFigureTabs(company, explanation.data?.health.status.source === 'override');
  return (
    <Tabs
      value={shown}
      onChange={setShown}
      allowTabDeactivation
      variant="unstyled"
      className={panel.panel}
      classNames={{ tabLabel: classes.tabLabel ?? '' }}
    >
      <Tabs.List className={classes.figures ?? ''} aria-label="Figures">
        {tabs.map(({ id, label, figure, note }) => (
          <Tabs.Tab key={id} value={id} className={classes.figure ?? ''}>
            <span className={classes.label}>
              {label}
              <ChevronDown size={13} className={classes.opens} aria-hidden />
            </span>
            <span className={classes.value}>{figure}</span>
            {note ? <span className={classes.note}>{note}</span> : null}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(({ id, explain }) => (
        <Tabs.Panel key={id} value={id} className={classes.explanation ?? ''}>
          {explanation.error ? (
            <LoadFailed error={explanation.error} onRetry={() => void explanation.refetch()} />
          ) : null}
          {explanation.isPending ? <Skeleton h={200} /> : null}
          {explanation.data && shown === id ? explain(explanation.data) : null}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

function useFigureTabs(company: Company, overridden: boolean): readonly FigureTab[] {
  const money = useMoney();
  const status = useStatusNamed()(company.status);
  const segmentNamed = useSegmentNamed();
  return [
    {
      id: 'mrr',
      label: 'MRR',
      figure: money.full(company.mrr),
      explain: ({ mrr, nextRenewal }) => <RevenueExplained kind="MRR" revenue={mrr} renewal={nextRenewal} />,
    },
    {
      id: 'oneTime',
      label: 'One-time (NRR)',
      figure: money.full(company.oneTime),
      note: 'last 12 months',
      explain: ({ oneTime }) => <RevenueExplained kind="one-time" revenue={oneTime} renewal={null} />,
    },
    {
      id: 'employees',
      label: 'Seats',
      figure: formatWhole(company.employees),
      note: 'employees',
      explain: ({ employees }) => <EmployeesExplained employees={employees} />,
    },
    {
      id: 'health',
      label: 'Health',
      figure: formatWhole(company.health),
      note: (
        <>
          <StatusLabel name={company.status} status={status} />
          {overridden ? ' set by hand' : null}
        </>
      ),
      explain: ({ health }) => <ScoreExplained what="health" score={health} status={health.status} />,
    },
    {
      id: 'effort',
      label: 'Effort',
      figure: formatWhole(company.effort),
      note: 'higher = more effort',
      explain: ({ effort }) => <ScoreExplained what="effort" score={effort} band={effort.band} />,
    },
    {
      id: 'segment',
      label: 'Segment',
      figure: <span className={classes.words}>{segmentNamed(company.quadrant)}</span>,
      explain: ({ segment }) => <SegmentExplained segment={segment} />,
    },
    {
      id: 'alignment',
      label: 'Alignment',
      figure: formatPercent(company.alignment),
      explain: ({ alignment }) => <AlignmentExplained alignment={alignment} />,
    },
    {
      id: 'opportunity',
      label: 'MRR opportunity',
      figure: money.full(company.mrrOpportunity),
      note: `One-time ${money.full(company.oneTimeOpportunity)}`,
      explain: ({ alignment }) => <OpportunityExplained alignment={alignment} />,
    },
  ];
}

import { Button, Group, SegmentedControl } from '@mantine/core';
import Download from 'lucide-react/icons/download';
import { useMemo } from 'react';
import type { Recommendation } from '../../contract/recommendations.ts';
import { budget, type Weighing } from '../../domain/recommendations/budget.ts';
import { Panel } from '../ui/Panel.tsx';
import { BudgetChart } from './BudgetChart.tsx';
import { BudgetShares } from './BudgetShares.tsx';
import { BudgetTable } from './BudgetTable.tsx';
import { INTERNAL_WORDS } from './budget-words.ts';
import { budgetCsvUrl } from './queries.ts';
import classes from './roadmap.module.css';
import type { RoadmapView } from './roadmap-view.ts';

interface BudgetPanelProps {
  readonly company: string;
  readonly asOf: string;
  readonly recommendations: readonly Recommendation[];
  readonly view: RoadmapView;
  readonly onChange: (part: Partial<RoadmapView>) => void;
}

/** What the roadmap costs the company, by quarter and year, gross or weighted. */
export function BudgetPanel({ company, asOf, recommendations, view, onChange }: BudgetPanelProps) {
  const { weighing, period } = view;
  const planned = useMemo(() => budget(recommendations, asOf, weighing), [recommendations, asOf, weighing]);
  const open = (asked: string) => onChange({ period: asked });
  return (
    <Panel
      title="Budget"
      actions={
        <Group gap="xs" mr={8}>
          <SegmentedControl
            size="xs"
            aria-label="How amounts are weighed"
            data={[
              { value: 'gross', label: 'Gross' },
              { value: 'weighted', label: 'Weighted' },
            ]}
            value={weighing}
            onChange={(chosen) => onChange({ weighing: chosen as Weighing })}
          />
          <Button
            component="a"
            href={budgetCsvUrl(company, weighing)}
            download
            size="xs"
            variant="default"
            leftSection={<Download size={14} aria-hidden />}
          >
            CSV
          </Button>
        </Group>
      }
    >
      <div className={classes.budget}>
        <BudgetChart quarters={planned.quarters} words={INTERNAL_WORDS} onOpen={open} />
        <BudgetTable budget={planned} words={INTERNAL_WORDS} onOpen={open} />
      </div>
      <p className={classes.explained}>
        {weighing === 'gross'
          ? 'Of open recommendations, in full.'
          : 'Of open recommendations, each line times the win probability.'}{' '}
        What is paid every month begins in the first month of its quarter and goes on in those after it.
      </p>
      {period === null ? null : (
        <BudgetShares
          period={period}
          asOf={asOf}
          recommendations={recommendations}
          weighing={weighing}
          words={INTERNAL_WORDS}
          onClose={() => onChange({ period: null })}
        />
      )}
    </Panel>
  );
}

import { useCallback, useState } from 'react';
import type { ClientRoadmap } from '../../../contract/client-roadmap.ts';
import type { DrawingStyle } from '../../charts/drawing.ts';
import { lightInk } from '../../charts/ink.ts';
import { budgetDrawing } from '../../charts/options/budget.ts';
import { ElementChart } from '../../dashboard/ElementChart.tsx';
import { BudgetTable } from '../BudgetTable.tsx';
import { CLIENT_WORDS } from '../budget-words.ts';
import { ClientShares } from './ClientShares.tsx';
import classes from './client.module.css';

/** Pixels between the margins of A4 and Letter, the narrower of both. */
const PAPER_WIDTH = 680;

/** What the roadmap costs by quarter and year, as a chart on white and as a table. */
export function ClientBudget({ roadmap }: { readonly roadmap: ClientRoadmap }) {
  const [period, setPeriod] = useState<string | null>(null);
  const { quarters } = roadmap.budget;
  const draw = useCallback(
    (style: DrawingStyle) => budgetDrawing(quarters, CLIENT_WORDS, { ...style, ink: lightInk }),
    [quarters],
  );
  return (
    <section className={classes.budget} aria-labelledby="budget">
      <h2 id="budget">Budget</h2>
      <div className={classes.chart}>
        <ElementChart
          label="Budget by quarter"
          height="260px"
          paperWidth={PAPER_WIDTH}
          draw={draw}
          onOpen={setPeriod}
        />
      </div>
      <BudgetTable budget={roadmap.budget} words={CLIENT_WORDS} onOpen={setPeriod} />
      {period === null ? null : (
        <ClientShares roadmap={roadmap} period={period} onClose={() => setPeriod(null)} />
      )}
    </section>
  );
}

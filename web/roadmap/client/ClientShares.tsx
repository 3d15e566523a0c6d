import type { ClientRoadmap } from '../../../contract/client-roadmap.ts';
import { BudgetShares } from '../BudgetShares.tsx';
import { CLIENT_WORDS } from '../budget-words.ts';

interface ClientSharesProps {
  readonly roadmap: ClientRoadmap;
  readonly period: string;
  readonly onClose: () => void;
}

/** Which steps a quarter or a year of the client's budget is made of. */
export function ClientShares({ roadmap: { columns, asOf }, period, onClose }: ClientSharesProps) {
  // nothing is weighed for a client
  const steps = columns.flatMap((column) =>
    column.steps.map((step) => ({ ...step, weightedMrr: step.mrr, weightedOneTime: step.oneTime })),
  );
  return (
    <BudgetShares
      period={period}
      asOf={asOf}
      recommendations={steps}
      weighing="gross"
      words={CLIENT_WORDS}
      onClose={onClose}
    />
  );
}

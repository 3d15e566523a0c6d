import { useCallback } from 'react';
import type { BudgetPeriod } from '../../domain/recommendations/budget.ts';
import type { DrawingStyle } from '../charts/drawing.ts';
import { budgetDrawing } from '../charts/options/budget.ts';
import { ElementChart } from '../dashboard/ElementChart.tsx';
import type { BudgetWords } from './budget-words.ts';

interface BudgetChartProps {
  readonly quarters: readonly BudgetPeriod[];
  readonly words: BudgetWords;
  readonly onOpen: (period: string) => void;
}

/** The budget quarter by quarter: what is paid every month and once, and the monthly amount as it grows. */
export function BudgetChart({ quarters, words, onOpen }: BudgetChartProps) {
  const draw = useCallback((style: DrawingStyle) => budgetDrawing(quarters, words, style), [quarters, words]);
  return <ElementChart label="Budget by quarter" height="320px" draw={draw} onOpen={onOpen} />;
}

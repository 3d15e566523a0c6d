import { Text } from '@mantine/core';
import type { AlignmentRow } from '../../contract/alignment.ts';
import { formatPercent } from '../ui/numbers.ts';
import classes from './recommendations.module.css';

/** How the company stands with a line's stack item today. */
export function CellWords({ cell }: { readonly cell: AlignmentRow }) {
  return (
    <Text fz="xs" c="dimmed" className={classes.cell ?? ''}>
      {words(cell)}
    </Text>
  );
}

function words({ applicable, currentProduct, opportunityProduct, alignment }: AlignmentRow): string {
  if (!applicable) return 'Not applicable to the company: it counts in no opportunity';
  const now = currentProduct ? `Uses ${currentProduct.name}` : 'Uses nothing of it yet';
  const next = opportunityProduct ? `, should use ${opportunityProduct.name}` : '';
  return `${now}${next} · ${formatPercent(alignment)} aligned`;
}

import type { Stage } from '../portfolio/facts.ts';

/** Current clients, the ones on the dashboard and in the midpoints, are being onboarded or active (docs/product.md §11). */
export function isCurrentClient(stage: Stage): boolean {
  return stage === 'onboarding' || stage === 'active';
}

import type { AlignmentChange, AlignmentRow } from '../../contract/alignment.ts';

/**
 * The row as a change will leave it, as far as can be said before the server has: what is set stands as set; what is
 * given back to the rules, and what follows from it, stands as it was.
 */
export function showChange(row: AlignmentRow, change: AlignmentChange): AlignmentRow {
  const product = (id: string) => row.products.find((candidate) => candidate.id === id) ?? null;
  const shown = { ...row };
  if (change.applicable !== undefined) {
    shown.applicable = change.applicable ?? row.sharedTags.length > 0;
    shown.applicableSource = change.applicable === null ? (shown.applicable ? 'tag' : 'none') : 'typed';
  }
  if (typeof change.currentProduct === 'string') {
    shown.currentProduct = product(change.currentProduct);
    shown.currentProductSource = 'typed';
  }
  if (change.currentProductName !== undefined) {
    shown.currentProduct = { id: '', name: change.currentProductName, standing: 'other' };
    shown.currentProductSource = 'typed';
  }
  if (typeof change.opportunityProduct === 'string') {
    shown.opportunityProduct = product(change.opportunityProduct);
    shown.opportunityProductSource = 'typed';
  }
  if (typeof change.alignment === 'number') {
    shown.alignment = change.alignment;
    shown.alignmentSource = 'typed';
  }
  if (typeof change.agreementInclusion === 'boolean') {
    shown.agreementInclusion = change.agreementInclusion;
    shown.agreementInclusionSource = 'typed';
  }
  for (const field of ['mrrOpportunity', 'oneTimeOpportunity'] as const) {
    const amount = change[field];
    if (typeof amount === 'number') shown[field] = { amount, weighted: amount, source: 'typed' };
  }
  if (change.provider !== undefined) shown.provider = change.provider;
  if (change.threat !== undefined) shown.threat = change.threat ?? false;
  return shown;
}

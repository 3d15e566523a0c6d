import type { CompanyExplanation } from '../../contract/explanation.ts';
import type { Viewer } from '../access/viewer.ts';
import { etagsOf, UNSET } from '../alignment/etag.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import { explanationOf } from '../portfolio/explanation.ts';
import { explainSegment } from './explain-segment.ts';

/** How every figure of a company that the viewer sees came about; the transaction must see the company. */
export async function explainCompanyTo(
  tx: Tx,
  { loaded }: Pick<Viewer, 'loaded'>,
  id: string,
): Promise<CompanyExplanation> {
  const explained = await explanationOf(tx, loaded, id);
  const slot = loaded.portfolio.slots.get(id);
  if (!explained || slot === undefined) throw notFound('company', id);
  const etags = await etagsOf(tx, id);
  const cells = explained.alignment.cells.map((cell) => ({
    ...cell,
    etag: etags.get(cell.stackItem.id) ?? UNSET,
  }));
  return {
    ...explained,
    segment: explainSegment(loaded.portfolio, slot),
    alignment: { ...explained.alignment, cells },
  } as CompanyExplanation;
}

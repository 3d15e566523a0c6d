import { sql } from 'kysely';
import type * as wire from '../../contract/product-codes.ts';
import { addMonths } from '../../domain/calendar/day.ts';
import { contractRevenue } from '../../domain/contracts/contract-revenue.ts';
import { productCodes } from '../../domain/stack-items/product-codes.ts';
import type { ProductOfItem } from '../../domain/stack-items/suggest-product.ts';
import { contractRows } from '../contracts/contract-rows.ts';
import type { Tx } from '../platform/database/transaction.ts';
import type { LoadedPortfolio } from '../portfolio/loaded-portfolio.ts';

/** The product codes on the contract lines of the companies that the transaction sees. */
export async function listProductCodes(
  tx: Tx,
  { definitions, asOf }: Pick<LoadedPortfolio, 'definitions' | 'asOf'>,
): Promise<wire.ProductCode[]> {
  const rows = await contractRows(
    tx,
    sql`exists (select from contract_lines l
      where l.workspace_id = contracts.workspace_id and l.contract = contracts.key and l.product_code is not null)`,
  );
  const days = { asOf, twelveMonthsAgo: addMonths(asOf, -12) };
  const contracts = rows.map(({ company, contract }) => ({
    company,
    revenue: contractRevenue(contract, definitions, days),
  }));
  return productCodes(contracts, definitions.stackItems).map(({ products, suggestion, ...code }) => ({
    ...code,
    products: products.map(named),
    suggestion: suggestion && named(suggestion),
  }));
}

function named({ product: { id, name }, item }: ProductOfItem): wire.ProductOfItem {
  return { id, name, stackItem: { id: item.id, name: item.name } };
}

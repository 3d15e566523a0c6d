import type { Product as WireProduct } from '../../contract/stack-items.ts';
import type { Product } from '../../domain/portfolio/definitions.ts';

/** A product as the rules know it. */
export function priced(product: WireProduct): Product {
  const { id, name, standing, productCodes } = product;
  return {
    id,
    name,
    standing,
    productCodes,
    mrr: {
      perCompany: product.mrrPerCompany,
      perSeat: product.mrrPerSeat,
      perLocation: product.mrrPerLocation,
    },
    oneTime: {
      perCompany: product.oneTimePerCompany,
      perSeat: product.oneTimePerSeat,
      perLocation: product.oneTimePerLocation,
    },
  };
}

/** Codes and prices as they are stored. */
export function pricesAndCodes({
  productCodes,
  mrr,
  oneTime,
}: Pick<Product, 'productCodes' | 'mrr' | 'oneTime'>) {
  return {
    productCodes: [...productCodes],
    mrrPerCompany: mrr.perCompany,
    mrrPerSeat: mrr.perSeat,
    mrrPerLocation: mrr.perLocation,
    oneTimePerCompany: oneTime.perCompany,
    oneTimePerSeat: oneTime.perSeat,
    oneTimePerLocation: oneTime.perLocation,
  };
}

import type { ContractLine } from '../../contract/contracts.ts';

/** What a line goes by. */
export const lineName = ({
  description,
  productCode,
  id,
}: Pick<ContractLine, 'description' | 'productCode' | 'id'>): string => description ?? productCode ?? id;

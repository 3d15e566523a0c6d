import type { Named } from '../../contract/values.ts';

/** A cell of the matrix by its company and stack item. */
export interface OpenedCell {
  readonly company: Named;
  readonly stackItem: Named;
}

export const cellTitle = ({ company, stackItem }: OpenedCell): string =>
  `${company.name} × ${stackItem.name}`;

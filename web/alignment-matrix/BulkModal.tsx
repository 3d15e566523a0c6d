import { Progress, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EditModal } from '../editing/EditModal.tsx';
import { useMoney } from '../me/queries.ts';
import { formatCount, formatWhole } from '../ui/numbers.ts';
import { BulkFieldInput } from './BulkFieldInput.tsx';
import {
  BULK_FIELDS,
  type BulkField,
  type BulkName,
  type BulkValues,
  changeWords,
  LEAVE_ALL,
  readBulk,
} from './bulk-change.ts';
import type { CompanyCells } from './chosen-cells.ts';
import classes from './matrix.module.css';
import { cellQuery } from './queries.ts';
import { useBulkChange } from './use-bulk-change.ts';

export interface BulkCells {
  readonly cells: readonly CompanyCells[];
  /** "48 cells: 6 companies × 8 stack items". */
  readonly words: string;
}

interface BulkModalProps extends BulkCells {
  readonly onClose: () => void;
}

/** Sets the same values in all cells of a selection; what is not touched stays as it is in each of them. */
export function BulkModal({ cells, words, onClose }: BulkModalProps) {
  const money = useMoney();
  const [values, setValues] = useState<BulkValues>(LEAVE_ALL);
  const [tried, setTried] = useState(false);
  const products = useProductsOf(cells);
  const bulk = useBulkChange(cells, onClose);
  const { change, problems } = readBulk(values);
  const set = (name: BulkName) => (field: BulkField) => setValues((all) => ({ ...all, [name]: field }));
  const productName = (id: string) => products?.find((product) => product.id === id)?.name ?? id;
  const wrong = Object.keys(problems).length > 0;
  return (
    <EditModal
      title={`Edit ${formatCount(bulk.total, 'cell', 'cells')}`}
      action={`Set ${formatCount(bulk.total, 'cell', 'cells')}`}
      dirty={change !== null && !bulk.isPending}
      onClose={bulk.isPending ? bulk.stop : onClose}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (change && !wrong) bulk.mutate(change);
      }}
      pending={bulk.isPending}
      error={bulk.error ?? (tried && change === null ? new Error('Choose what to set') : null)}
    >
      <Text fz="sm" c="dimmed">
        {words}. Cells that are not applicable stay as they are, unless they are made applicable.
      </Text>
      <div className={classes.bulk}>
        {BULK_FIELDS.filter((name) => name !== 'opportunityProduct' || products).map((name) => (
          <BulkFieldInput
            key={name}
            name={name}
            field={values[name]}
            products={products ?? []}
            problem={tried ? problems[name] : undefined}
            onChange={set(name)}
          />
        ))}
      </div>
      <Text fz="sm" role="status">
        {change && !wrong
          ? `This sets in ${formatCount(bulk.total, 'cell', 'cells')}: ${changeWords(change, money, productName)}.`
          : 'Nothing is set yet.'}
      </Text>
      {bulk.isPending && bulk.progress.cells < bulk.total ? (
        <>
          <Progress value={(bulk.progress.cells / bulk.total) * 100} aria-label="Cells gone through" />
          <Text fz="sm">
            {formatWhole(bulk.progress.cells)} of {formatCount(bulk.total, 'cell', 'cells')} gone through.
            Cancel stops after the part that is on the way.
          </Text>
        </>
      ) : null}
    </EditModal>
  );
}

/** The products to choose from, if all cells are of one stack item. */
function useProductsOf(cells: readonly CompanyCells[]) {
  const [first] = cells;
  const [item, ...more] = first?.stackItems ?? [];
  const alone = item !== undefined && more.length === 0;
  const row = useQuery({ ...cellQuery(first?.company ?? '', item ?? ''), enabled: alone });
  return row.data?.products;
}

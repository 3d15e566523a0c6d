import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { AlignmentBulkChange } from '../../contract/alignment.ts';
import { MOST_CELLS, updateMatrix } from '../../contract/alignment-matrix.ts';
import { call } from '../api/call.ts';
import { messageOf } from '../api/query-client.ts';
import { useCompanyChanged } from '../companies/use-company-changed.ts';
import { formatCount, formatWhole } from '../ui/numbers.ts';
import { type CompanyCells, cellsIn, inParts } from './chosen-cells.ts';

interface Progress {
  readonly cells: number;
  readonly changed: number;
  readonly left: number;
}

const NOTHING: Progress = { cells: 0, changed: 0, left: 0 };

/**
 * Sets the same values in many cells, part by part: each part in all of its cells or in none. Cells that are not applicable
 * are left alone. When it fails or is stopped midway it says how far it came, and the matrix shows it.
 */
export function useBulkChange(cells: readonly CompanyCells[], onDone: () => void) {
  const queryClient = useQueryClient();
  const companyChanged = useCompanyChanged();
  const [progress, setProgress] = useState(NOTHING);
  const stopped = useRef(false);
  const total = cellsIn(cells);
  const bulk = useMutation({
    mutationFn: async (change: AlignmentBulkChange): Promise<Progress> => {
      stopped.current = false;
      let done = NOTHING;
      setProgress(done);
      try {
        for (const part of inParts(cells, MOST_CELLS)) {
          if (stopped.current) break;
          const body = { cells: [...part], change, notApplicable: 'leave' as const };
          const answer = await call(updateMatrix, { body });
          done = {
            cells: done.cells + answer.cells,
            changed: done.changed + answer.changed,
            left: done.left + answer.left,
          };
          setProgress(done);
        }
        return done;
      } catch (error) {
        if (done.cells === 0) throw error;
        const so = `${formatWhole(done.cells)} of ${formatCount(total, 'cell was', 'cells were')} gone through`;
        throw new Error(`${so}, then: ${messageOf(error)}`);
      } finally {
        await queryClient.invalidateQueries({ queryKey: ['alignment'] });
        void companyChanged();
      }
    },
    onSuccess: (done) => {
      tellOf(done, total);
      onDone();
    },
  });
  return {
    ...bulk,
    total,
    progress,
    /** Ends after the part that is on the way. */
    stop: () => {
      stopped.current = true;
    },
  };
}

function tellOf({ cells, changed, left }: Progress, total: number): void {
  const same = cells - changed - left;
  notifications.show({
    color: cells < total ? 'yellow' : 'teal',
    title:
      cells < total
        ? `Stopped after ${formatWhole(cells)} of ${formatWhole(total)} cells`
        : `${formatCount(changed, 'cell', 'cells')} changed`,
    message: [
      cells < total ? `${formatCount(changed, 'cell', 'cells')} changed` : '',
      same > 0 ? `${formatWhole(same)} had these values already` : '',
      left > 0 ? `${formatWhole(left)} left as they are, because they are not applicable` : '',
    ]
      .filter(Boolean)
      .join('; '),
    autoClose: 10_000,
  });
}

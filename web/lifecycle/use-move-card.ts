import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type LifecycleBoard, moveStage } from '../../contract/lifecycle.ts';
import type { Stage } from '../../domain/portfolio/facts.ts';
import { call } from '../api/call.ts';
import { isRefusal, messageOf } from '../api/query-client.ts';
import { STAGE_NAMES } from '../companies/stage-names.ts';
import { useCompanyChanged } from '../companies/use-company-changed.ts';

interface Wish {
  readonly id: string;
  readonly name: string;
  readonly to: Stage;
}

const queryKey = ['lifecycle', 'board'];

/** Moves a card of the board: seen at once, taken back if it is refused. */
export function useMoveCard() {
  const queryClient = useQueryClient();
  const companyChanged = useCompanyChanged();
  return useMutation({
    mutationFn: ({ id, to }: Wish) => call(moveStage, { params: { id }, body: { to } }),
    onMutate: async (wish) => {
      await queryClient.cancelQueries({ queryKey });
      const before = queryClient.getQueriesData<LifecycleBoard>({ queryKey });
      queryClient.setQueriesData<LifecycleBoard>({ queryKey }, (board) => board && moved(board, wish));
      return { before };
    },
    onSuccess: (_, { name, to }) =>
      notifications.show({ color: 'teal', message: `${name} is now at “${STAGE_NAMES[to]}”.` }),
    onError: (error, _, context) => {
      for (const [key, board] of context?.before ?? []) queryClient.setQueryData(key, board);
      // a refused move opens the dialog that says why
      if (!isRefusal(error, 'conflict')) notifications.show({ color: 'red', message: messageOf(error) });
    },
    onSettled: companyChanged,
  });
}

/** The board with the card where it is wanted, first in its column until the server says where it stands there, and lacks what. */
function moved({ items, stages }: LifecycleBoard, { id, to }: Wish): LifecycleBoard {
  const card = items.find((one) => one.id === id);
  const unknown = { since: null, days: null, next: null, lacking: [] };
  const others = items.filter((one) => one.id !== id);
  return { stages, items: card ? [{ ...card, ...unknown, stage: to }, ...others] : others };
}

import { useIsMutating, useMutation, useQueryClient } from '@tanstack/react-query';
import { moveStackItem, type StackItem } from '../../contract/stack-items.ts';
import { call } from '../api/call.ts';
import { useSettingsChanged } from '../settings/use-settings-changed.ts';
import { movedAfter } from '../ui/reorder/drop-place.ts';
import { stackQuery } from './queries.ts';

interface Wish {
  readonly id: string;
  readonly after: string | null;
}

const mutationKey = ['move stack item'];

/** Puts items into another order: seen at once, and saved one after the other. */
export function useMoveItem() {
  const queryClient = useQueryClient();
  const stackChanged = useSettingsChanged();
  const waiting = useIsMutating({ mutationKey });
  const { queryKey } = stackQuery;
  const move = useMutation({
    mutationKey,
    scope: { id: 'stack order' },
    mutationFn: ({ id, after }: Wish) => call(moveStackItem, { params: { id }, body: { after } }),
    // while others wait to be saved, what the server says of this one is old
    onSuccess: (stack) => {
      if (queryClient.isMutating({ mutationKey }) === 1) queryClient.setQueryData(queryKey, stack);
    },
    onSettled: () => (queryClient.isMutating({ mutationKey }) === 1 ? stackChanged() : undefined),
  });
  const moveItem = (id: string, after: string | null) => {
    void queryClient.cancelQueries({ queryKey });
    queryClient.setQueryData(queryKey, (stack) => stack && { items: inOrder(stack.items, { id, after }) });
    move.mutate({ id, after });
  };
  return { moveItem, saving: waiting > 0, error: move.error };
}

function inOrder(items: readonly StackItem[], { id, after }: Wish): StackItem[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const ids = movedAfter([...byId.keys()], id, after) ?? [...byId.keys()];
  return ids.map((known) => byId.get(known)!);
}

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { updateProductCodes } from '../../contract/product-codes.ts';
import { call } from '../api/call.ts';
import { useSettingsChanged } from '../settings/use-settings-changed.ts';

/** That a code comes to mean a product, or no longer does. */
export interface Mapping {
  readonly code: string;
  readonly product: { readonly id: string; readonly name: string };
  readonly means: boolean;
}

/** Maps codes to products and takes them off again; the last one done can be taken back. */
export function useMapCode() {
  const settingsChanged = useSettingsChanged();
  const [last, setLast] = useState<Mapping | null>(null);
  const map = useMutation({
    mutationFn: ({ code, product, means }: Mapping) =>
      call(updateProductCodes, {
        params: { id: product.id },
        body: means ? { add: [code] } : { remove: [code] },
      }),
    onSuccess: (_, mapping) => setLast(mapping),
    onSettled: settingsChanged,
  });
  return {
    map: map.mutate,
    /** What was done last; null once it was taken back. */
    last,
    undo: () => last && map.mutate({ ...last, means: !last.means }, { onSuccess: () => setLast(null) }),
    /** A product was made for a code. */
    made: setLast,
    pending: map.isPending ? map.variables.code : null,
    error: map.error,
  };
}

export type MapCode = ReturnType<typeof useMapCode>;

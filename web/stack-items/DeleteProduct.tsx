import { useMutation } from '@tanstack/react-query';
import { deleteProduct, type Product } from '../../contract/stack-items.ts';
import { call } from '../api/call.ts';
import { useSettingsChanged } from '../settings/use-settings-changed.ts';
import { ConfirmModal } from '../ui/ConfirmModal.tsx';

interface DeleteProductProps {
  readonly product: Product;
  readonly onClose: () => void;
}

/** Asks before a product goes; one that a client's grid names stays, and it is said what names it. */
export function DeleteProduct({ product, onClose }: DeleteProductProps) {
  const stackChanged = useSettingsChanged();
  const remove = useMutation({
    mutationFn: () => call(deleteProduct, { params: { id: product.id }, ifMatch: product.etag }),
    onSuccess: onClose,
    onSettled: stackChanged,
  });
  return (
    <ConfirmModal
      title={`Delete ${product.name}?`}
      action="Delete"
      danger
      pending={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      Its product codes and prices go with it. A product that a client’s grid names cannot be deleted; it can
      be merged into another.
    </ConfirmModal>
  );
}

import { deleteProduct, type Product } from '../../contract/stack-items.ts';
import { call } from '../api/call.ts';
import { DeleteModal } from '../editing/DeleteModal.tsx';
import { useSettingsChanged } from '../settings/use-settings-changed.ts';

interface DeleteProductProps {
  readonly product: Product;
  readonly onClose: () => void;
}

/** Asks before a product goes; one that a client's grid names stays, and it is said what names it. */
export function DeleteProduct({ product, onClose }: DeleteProductProps) {
  const stackChanged = useSettingsChanged();
  return (
    <DeleteModal
      title={`Delete ${product.name}?`}
      etag={product.etag}
      onDelete={(ifMatch) => call(deleteProduct, { params: { id: product.id }, ifMatch })}
      changed={stackChanged}
      onClose={onClose}
    >
      Its product codes and prices go with it. A product that a client’s grid names cannot be deleted; it can
      be merged into another.
    </DeleteModal>
  );
}

import { Anchor, Text } from '@mantine/core';
import { FormError } from '../ui/FormError.tsx';
import type { MapCode } from './use-map-code.ts';

/** What was mapped last, to be taken back, or why it could not be. */
export function MappedNote({ mapping: { last, undo, error } }: { readonly mapping: MapCode }) {
  return (
    <>
      <FormError error={error} />
      <Text fz="sm" role="status" mih={22} mb={4}>
        {last ? (
          <>
            <b>{last.code}</b> {last.means ? 'now means' : 'no longer means'} {last.product.name}.{' '}
            <Anchor component="button" type="button" fz="sm" underline="always" onClick={undo}>
              Undo
            </Anchor>
          </>
        ) : null}
      </Text>
    </>
  );
}

import { Stack, Text } from '@mantine/core';
import type { ConnectionChoices } from '../../contract/connections.ts';
import { paths } from '../paths.ts';
import { AnchorLink } from '../ui/links.tsx';
import { formatCount } from '../ui/numbers.ts';

/** How many product codes of contract lines the stack knows; they are mapped where all product codes are. */
export function ProductCodes({ codes }: { readonly codes: ConnectionChoices['productCodes'] }) {
  if (codes.length === 0) return null;
  const unmapped = codes.filter(({ products }) => products.length === 0).length;
  return (
    <Stack gap={4}>
      <Text fw={550}>Product codes</Text>
      <Text fz="sm">
        {unmapped === 0
          ? `All ${codes.length} product codes of its contract lines belong to products of the stack.`
          : `${formatCount(unmapped, 'product code', 'product codes')} of ${codes.length} on its contract lines ${unmapped === 1 ? 'belongs' : 'belong'} to no product of the stack yet.`}{' '}
        <AnchorLink {...paths.productCodes()}>Map product codes</AnchorLink>
      </Text>
    </Stack>
  );
}

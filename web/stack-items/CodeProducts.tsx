import { Group, Pill, Text } from '@mantine/core';
import type { ProductCode } from '../../contract/product-codes.ts';
import { severalInWords } from './product-code-filter.ts';
import type { MapCode } from './use-map-code.ts';

interface CodeProductsProps {
  readonly code: ProductCode;
  readonly mapping: MapCode;
}

/** The products that a code means, each to be taken off; where there are several, what that does. */
export function CodeProducts({ code, mapping }: CodeProductsProps) {
  const several = severalInWords(code);
  return (
    <Group gap={6} wrap="nowrap">
      {code.products.map((product) => (
        <Pill
          key={product.id}
          withRemoveButton
          removeButtonProps={{
            'aria-label': `${code.code} does not mean ${product.name}`,
            'aria-hidden': false,
            tabIndex: 0,
          }}
          onRemove={() => mapping.map({ code: code.code, product, means: false })}
          title={product.stackItem.name}
        >
          {product.name}
        </Pill>
      ))}
      {several ? (
        <Text span fz="xs" c="dimmed" title={several}>
          {several}
        </Text>
      ) : null}
    </Group>
  );
}

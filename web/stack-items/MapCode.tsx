import { Button, Group, Select } from '@mantine/core';
import { useState } from 'react';
import type { ProductCode } from '../../contract/product-codes.ts';
import type { StackItem } from '../../contract/stack-items.ts';
import { NewProductModal } from './NewProductModal.tsx';
import type { MapCode as Mapper } from './use-map-code.ts';

interface MapCodeProps {
  readonly code: ProductCode;
  readonly stack: readonly StackItem[];
  readonly mapping: Mapper;
}

const NEW = '+';

/** Maps a code in one click: to what it probably is, to any product, or to a new one. */
export function MapCode({ code, stack, mapping }: MapCodeProps) {
  const [adding, setAdding] = useState(false);
  const { suggestion } = code;
  const products = stack.flatMap((item) => item.products);
  const choose = (id: string | null) => {
    const product = products.find((candidate) => candidate.id === id);
    if (id === NEW) setAdding(true);
    else if (product) mapping.map({ code: code.code, product, means: true });
  };
  return (
    <Group gap={6} wrap="nowrap">
      {suggestion ? (
        <Button
          size="compact-sm"
          variant="light"
          title={suggestion.stackItem.name}
          aria-label={`Map ${code.code} to ${suggestion.name}`}
          loading={mapping.pending === code.code}
          onClick={() => mapping.map({ code: code.code, product: suggestion, means: true })}
        >
          Map to {suggestion.name}
        </Button>
      ) : null}
      <Select
        size="xs"
        w={190}
        aria-label={`Product of ${code.code}`}
        placeholder={suggestion ? 'or choose a product' : 'Choose a product'}
        value={null}
        onChange={choose}
        searchable
        nothingFoundMessage="No product has that name"
        comboboxProps={{ width: 260, position: 'bottom-start' }}
        disabled={mapping.pending === code.code}
        data={[{ value: NEW, label: 'New product…' }, ...choicesOf(stack)]}
      />
      {adding ? (
        <NewProductModal code={code} stack={stack} mapping={mapping} onClose={() => setAdding(false)} />
      ) : null}
    </Group>
  );
}

/** Products by stack item; two items of one name make one group, as the list cannot tell them apart. */
function choicesOf(stack: readonly StackItem[]) {
  const groups = new Map<string, { value: string; label: string }[]>();
  for (const item of stack.filter(({ products }) => products.length > 0)) {
    const choices = item.products.map(({ id, name }) => ({ value: id, label: name }));
    groups.set(item.name, [...(groups.get(item.name) ?? []), ...choices]);
  }
  return [...groups].map(([group, items]) => ({ group, items }));
}

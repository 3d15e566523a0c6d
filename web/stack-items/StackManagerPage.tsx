import { Button, Group, Menu, Skeleton, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import ChevronDown from 'lucide-react/icons/chevron-down';
import Plus from 'lucide-react/icons/plus';
import Search from 'lucide-react/icons/search';
import { useState } from 'react';
import { getProductsCsv, getStackItemsCsv } from '../../contract/stack-csv.ts';
import type { StackItem } from '../../contract/stack-items.ts';
import { urlOf } from '../api/call.ts';
import { paths } from '../paths.ts';
import { ButtonLink } from '../ui/links.tsx';
import { EmptyNote, LoadFailed } from '../ui/Notes.tsx';
import { formatCount, formatWhole } from '../ui/numbers.ts';
import { PageHeader } from '../ui/PageHeader.tsx';
import panel from '../ui/Panel.module.css';
import { ImportStackModal } from './ImportStackModal.tsx';
import { ItemModal } from './ItemModal.tsx';
import { filteredCodes } from './product-code-filter.ts';
import { productCodesQuery, stackQuery } from './queries.ts';
import { StackList } from './StackList.tsx';
import { StarterModal } from './StarterModal.tsx';
import { isFound } from './search.ts';

/** The MSP's standard stack: its items and products, which every client is measured against. */
export function StackManagerPage() {
  const stack = useQuery(stackQuery);
  if (stack.error) return <LoadFailed error={stack.error} onRetry={() => void stack.refetch()} />;
  return <StackManager items={stack.data?.items ?? null} />;
}

/** The dialogs that fill the stack. */
type Filling = 'item' | 'starter' | 'csv';

function StackManager({ items }: { readonly items: readonly StackItem[] | null }) {
  const [filling, setFilling] = useState<Filling | null>(null);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) =>
    setOpened((ids) => new Set(ids.has(id) ? [...ids].filter((other) => other !== id) : [...ids, id]));
  const close = () => setFilling(null);
  return (
    <>
      <PageHeader title="Stack Manager" note={items ? stackNote(items) : 'The standard stack'}>
        {items && items.length > 0 ? <Actions onFill={setFilling} /> : null}
      </PageHeader>
      {items === null ? <Skeleton h={320} /> : null}
      {items?.length === 0 ? <NoStack onFill={setFilling} /> : null}
      {items && items.length > 0 ? <SearchedStack stack={items} opened={opened} onToggle={toggle} /> : null}
      {filling === 'item' ? (
        <ItemModal item={null} stack={items ?? []} onClose={close} onSaved={({ id }) => toggle(id)} />
      ) : null}
      {filling === 'csv' ? <ImportStackModal onClose={close} /> : null}
      {filling === 'starter' ? <StarterModal stack={items ?? []} onClose={close} /> : null}
    </>
  );
}

function stackNote(items: readonly StackItem[]): string {
  const retired = items.filter((item) => item.retired).length;
  const count = formatCount(items.length, 'item', 'items');
  return `The standard stack: ${count}${retired > 0 ? `, ${retired} retired` : ''}`;
}

interface FillProps {
  readonly onFill: (filling: Filling) => void;
}

const AddItem = ({ onFill }: FillProps) => (
  <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => onFill('item')}>
    Add item
  </Button>
);

/** Says how many codes mean nothing yet, once that is known. */
function ProductCodesLink() {
  const codes = useQuery(productCodesQuery).data?.items;
  const unmapped = codes ? filteredCodes(codes, 'unmapped').length : 0;
  return (
    <ButtonLink {...paths.productCodes()} variant="default">
      {unmapped > 0 ? `Product codes (${formatWhole(unmapped)} unmapped)` : 'Product codes'}
    </ButtonLink>
  );
}

const Actions = ({ onFill }: FillProps) => (
  <>
    <ProductCodesLink />
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" rightSection={<ChevronDown size={14} aria-hidden />}>
          More
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onFill('starter')}>Starter stack…</Menu.Item>
        <Menu.Item onClick={() => onFill('csv')}>Import CSV…</Menu.Item>
        <Menu.Divider />
        <Menu.Item component="a" href={urlOf(getStackItemsCsv)} download>
          Download stack_items.csv
        </Menu.Item>
        <Menu.Item component="a" href={urlOf(getProductsCsv)} download>
          Download products.csv
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
    <AddItem onFill={onFill} />
  </>
);

const NoStack = ({ onFill }: FillProps) => (
  <section className={panel.panel}>
    <EmptyNote
      title="There is no stack yet"
      action={
        <Group justify="center" gap="xs" mt="xs">
          <Button onClick={() => onFill('starter')}>Begin with a starter stack</Button>
          <Button variant="default" onClick={() => onFill('item')}>
            Add item
          </Button>
          <Button variant="default" onClick={() => onFill('csv')}>
            Import CSV
          </Button>
        </Group>
      }
    >
      Name the services and components that every client of yours should have, with the products that you
      prefer for them. Each client is then measured against it.
    </EmptyNote>
  </section>
);

interface SearchedStackProps {
  readonly stack: readonly StackItem[];
  readonly opened: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
}

function SearchedStack({ stack, opened, onToggle }: SearchedStackProps) {
  const [typed, setTyped] = useState('');
  const shown = stack.filter((item) => isFound(item, typed));
  return (
    <>
      <TextInput
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        placeholder="Search items and products"
        aria-label="Search items and products"
        leftSection={<Search size={16} aria-hidden />}
        maw={320}
        mb="sm"
      />
      <section className={panel.panel} aria-label="Stack">
        {shown.length > 0 ? (
          <StackList stack={stack} shown={shown} opened={opened} onToggle={onToggle} />
        ) : (
          <EmptyNote title="Nothing has that in it" />
        )}
      </section>
    </>
  );
}

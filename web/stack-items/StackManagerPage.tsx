import { Button, Skeleton, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Plus from 'lucide-react/icons/plus';
import Search from 'lucide-react/icons/search';
import { useState } from 'react';
import type { StackItem } from '../../contract/stack-items.ts';
import { EmptyNote, LoadFailed } from '../ui/Notes.tsx';
import { formatCount } from '../ui/numbers.ts';
import { PageHeader } from '../ui/PageHeader.tsx';
import panel from '../ui/Panel.module.css';
import { ItemModal } from './ItemModal.tsx';
import { stackQuery } from './queries.ts';
import { StackList } from './StackList.tsx';
import { isFound } from './search.ts';

/** The MSP's standard stack: its items and products, which every client is measured against. */
export function StackManagerPage() {
  const stack = useQuery(stackQuery);
  if (stack.error) return <LoadFailed error={stack.error} onRetry={() => void stack.refetch()} />;
  return <StackManager items={stack.data?.items ?? null} />;
}

function StackManager({ items }: { readonly items: readonly StackItem[] | null }) {
  const [adding, setAdding] = useState(false);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [typed, setTyped] = useState('');
  const shown = items?.filter((item) => isFound(item, typed)) ?? [];
  const toggle = (id: string) =>
    setOpened((ids) => new Set(ids.has(id) ? [...ids].filter((other) => other !== id) : [...ids, id]));
  const add = (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => setAdding(true)}>
      Add item
    </Button>
  );
  return (
    <>
      <PageHeader title="Stack Manager" note={items ? stackNote(items) : 'The standard stack'}>
        {items && items.length > 0 ? add : null}
      </PageHeader>
      {items === null ? <Skeleton h={320} /> : null}
      {items?.length === 0 ? (
        <section className={panel.panel}>
          <EmptyNote title="There is no stack yet" action={add}>
            Name the services and components that every client of yours should have, with the products that
            you prefer for them. Each client is then measured against it.
          </EmptyNote>
        </section>
      ) : null}
      {items && items.length > 0 ? (
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
              <StackList stack={items} shown={shown} opened={opened} onToggle={toggle} />
            ) : (
              <EmptyNote title="Nothing has that in it" />
            )}
          </section>
        </>
      ) : null}
      {adding ? (
        <ItemModal
          item={null}
          stack={items ?? []}
          onClose={() => setAdding(false)}
          onSaved={({ id }) => toggle(id)}
        />
      ) : null}
    </>
  );
}

function stackNote(items: readonly StackItem[]): string {
  const retired = items.filter((item) => item.retired).length;
  const count = formatCount(items.length, 'item', 'items');
  return `The standard stack: ${count}${retired > 0 ? `, ${retired} retired` : ''}`;
}

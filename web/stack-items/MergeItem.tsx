import { List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { StackItem } from '../../contract/stack-items.ts';
import { type ItemMerge, mergeStackItem } from '../../contract/stack-merge.ts';
import { call } from '../api/call.ts';
import { formatCount } from '../ui/numbers.ts';
import { MergeDialog } from './MergeDialog.tsx';
import { itemMergeQuery } from './queries.ts';
import classes from './stack-items.module.css';
import { useMerge } from './use-merge.ts';

interface MergeItemProps {
  readonly item: StackItem;
  readonly stack: readonly StackItem[];
  readonly onClose: () => void;
}

/** Merges a stack item into another of the stack. */
export function MergeItem({ item, stack, onClose }: MergeItemProps) {
  const [into, setInto] = useState<string | null>(null);
  const query = itemMergeQuery(item.id, into ?? '');
  const preview = useQuery({ ...query, enabled: into !== null });
  const merging = useMerge({
    previewKey: query.queryKey,
    merge: (etag) => call(mergeStackItem, { params: { id: item.id }, body: { into: into! }, ifMatch: etag }),
    onMerged: onClose,
  });
  return (
    <MergeDialog
      name={item.name}
      choices={stack.filter(({ id, retired }) => id !== item.id && (!retired || item.retired))}
      into={into}
      edit={into === null ? null : { what: 'merge', merge: { of: 'items', id: item.id, into } }}
      onChoose={(chosen) => {
        merging.reset();
        setInto(chosen);
      }}
      rule={
        <>
          Its products, and what clients have of it, move to the one that stays: entries, notes and
          recommendation lines. Where a client has entries for both, those of the one that stays go first (of{' '}
          {item.name}, where only that applies to the client); what is empty is filled from the other, and
          what gives way is kept as a note. Tags are joined. It cannot be undone.
        </>
      }
      preview={preview.data && <WhatMoves merge={preview.data} retired={item.retired} />}
      changed={merging.changed}
      pending={merging.pending}
      error={preview.error ?? merging.error}
      onMerge={() => preview.data && merging.merge(preview.data.etag)}
      onClose={onClose}
    />
  );
}

function WhatMoves({ merge, retired }: { readonly merge: ItemMerge; readonly retired: boolean }) {
  const { products, decided } = merge;
  const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name).join(', ');
  return (
    <Stack gap="xs">
      <List fz="sm" spacing={2} aria-label="What moves">
        <List.Item>
          {formatCount(merge.companies, 'client', 'clients')}: {formatCount(merge.cells, 'cell', 'cells')}{' '}
          with entries, {formatCount(merge.notes, 'note', 'notes')},{' '}
          {formatCount(merge.recommendationLines, 'recommendation line', 'recommendation lines')}
        </List.Item>
        {products.moved.length > 0 ? (
          <List.Item>Products that move: {names(products.moved)}</List.Item>
        ) : null}
        {products.joined.length > 0 ? (
          <List.Item>Products that become one with those of their name: {names(products.joined)}</List.Item>
        ) : null}
        {merge.addedTags.length > 0 ? (
          <List.Item>
            {merge.into.name} gets the tags {merge.addedTags.join(', ')}, and applies to clients with them
          </List.Item>
        ) : null}
        {retired ? (
          <List.Item>{merge.item.name} is retired: what clients have of it counts again</List.Item>
        ) : null}
      </List>
      {decided.length > 0 ? (
        <>
          <Text fz="sm" fw={600}>
            Gives way, and is kept as a note:
          </Text>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
          <section className={classes.givenUp} tabIndex={0} aria-label="What gives way">
            <List fz="sm" spacing={2}>
              {decided.map(({ company, of, givenUp }) => (
                <List.Item key={company.id}>
                  {company.name}, {of.name}: {givenUp.join(', ')}
                </List.Item>
              ))}
              {merge.moreDecided > 0 ? (
                <List.Item>and at {formatCount(merge.moreDecided, 'more client', 'more clients')}</List.Item>
              ) : null}
            </List>
          </section>
        </>
      ) : null}
    </Stack>
  );
}

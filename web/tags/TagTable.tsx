import { Group, Text } from '@mantine/core';
import Merge from 'lucide-react/icons/merge';
import Pencil from 'lucide-react/icons/pencil';
import Trash2 from 'lucide-react/icons/trash-2';
import { useState } from 'react';
import type { Tag } from '../../contract/tags.ts';
import { paths } from '../paths.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { AnchorLink } from '../ui/links.tsx';
import { formatWhole, NONE } from '../ui/numbers.ts';
import { type Sort, sortRows } from '../ui/sort-rows.ts';
import type { TagAction } from './tag-action.ts';

interface TagTableProps {
  readonly tags: readonly Tag[];
  readonly onAction: (action: TagAction) => void;
  /** There is no other tag to merge it with. */
  readonly single: boolean;
}

/** The tags with what carries them, each with what can be done about it. */
export function TagTable({ tags, onAction, single }: TagTableProps) {
  const [sort, setSort] = useState<Sort>({ column: 'tag', order: 'asc' });
  const columns: Column<Tag>[] = [
    {
      id: 'tag',
      header: 'Tag',
      width: 220,
      sortable: true,
      cell: ({ tag }) => (
        <Text span fz="sm" fw={550} dir="auto" title={tag}>
          {tag}
        </Text>
      ),
    },
    {
      id: 'companies',
      header: 'Companies',
      width: 110,
      numeric: true,
      sortable: true,
      cell: ({ tag, companies }) =>
        companies === 0 ? (
          '0'
        ) : (
          <AnchorLink {...paths.dashboard({ tag: [tag] })} fz="sm">
            {formatWhole(companies)}
          </AnchorLink>
        ),
    },
    {
      id: 'items',
      header: 'Stack items',
      width: 380,
      sortable: true,
      cell: ({ stackItems }) => stackItems.map(({ name }) => name).join(', ') || NONE,
    },
    {
      id: 'actions',
      header: '',
      width: 130,
      cell: (tag) => (
        <Group gap={2} wrap="nowrap" justify="flex-end">
          <IconButton
            icon={Pencil}
            label={`Rename ${tag.tag}`}
            onClick={() => onAction({ what: 'rename', tag })}
          />
          <IconButton
            icon={Merge}
            label={`Merge ${tag.tag} into another tag`}
            disabled={single}
            onClick={() => onAction({ what: 'merge', tag })}
          />
          <IconButton
            icon={Trash2}
            label={`Delete ${tag.tag}`}
            onClick={() => onAction({ what: 'delete', tag })}
          />
        </Group>
      ),
    },
  ];
  return (
    <DataTable
      label="Tags"
      columns={columns}
      rows={sortRows(tags, SORTED_BY[sort.column] ?? ((it) => it.tag), sort.order)}
      rowKey={({ tag }) => tag}
      sort={sort}
      onSort={setSort}
      maxHeight="70vh"
    />
  );
}

const SORTED_BY: Readonly<Record<string, (tag: Tag) => string | number>> = {
  companies: ({ companies }) => companies,
  items: ({ stackItems }) => stackItems.length,
};

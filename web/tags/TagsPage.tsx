import { Skeleton, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Search from 'lucide-react/icons/search';
import { useState } from 'react';
import type { Tags } from '../../contract/tags.ts';
import { EmptyNote, LoadFailed } from '../ui/Notes.tsx';
import { formatCount } from '../ui/numbers.ts';
import { PageHeader } from '../ui/PageHeader.tsx';
import panel from '../ui/Panel.module.css';
import { tagsQuery } from './queries.ts';
import { TagModal } from './TagModal.tsx';
import { TagTable } from './TagTable.tsx';
import type { TagAction } from './tag-action.ts';
import classes from './tags.module.css';

/** Every tag that joins companies and stack items: renamed, merged and deleted everywhere at once. */
export function TagsPage() {
  const tags = useQuery(tagsQuery);
  if (tags.error) return <LoadFailed error={tags.error} onRetry={() => void tags.refetch()} />;
  return (
    <>
      <PageHeader
        title="Tags"
        note="A tag on both makes a stack item applicable to a company. A change here is made everywhere at once."
      />
      {tags.data ? <TagList tags={tags.data} /> : <Skeleton h={240} />}
    </>
  );
}

function TagList({ tags }: { readonly tags: Tags }) {
  const [search, setSearch] = useState('');
  const [action, setAction] = useState<TagAction | null>(null);
  const wanted = search.trim().toLowerCase();
  const shown = tags.items.filter(({ tag }) => tag.toLowerCase().includes(wanted));
  if (tags.items.length === 0)
    return (
      <section className={panel.panel}>
        <EmptyNote title="There are no tags yet">
          Tag stack items in the Stack Manager and companies on their profile. A tag in common makes an item
          applicable.
        </EmptyNote>
      </section>
    );
  return (
    <section className={panel.panel} aria-label="Tags">
      <div className={classes.tools}>
        <TextInput
          aria-label="Search tags"
          placeholder="Search tags"
          leftSection={<Search size={15} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <span className={classes.count} role="status">
          {formatCount(shown.length, 'tag', 'tags')}
        </span>
      </div>
      {shown.length > 0 ? (
        <TagTable tags={shown} onAction={setAction} single={tags.items.length === 1} />
      ) : (
        <EmptyNote title="No tag has that name" />
      )}
      {action ? <TagModal action={action} tags={tags} onClose={() => setAction(null)} /> : null}
    </section>
  );
}

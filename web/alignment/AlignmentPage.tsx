import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useMay } from '../me/queries.ts';
import { paths } from '../paths.ts';
import { ButtonLink } from '../ui/links.tsx';
import { EmptyNote, LoadFailed } from '../ui/Notes.tsx';
import classes from './alignment.module.css';
import { gridQuery } from './queries.ts';
import { StackAlignment } from './StackAlignment.tsx';

/** A company's stack alignment: what it uses, what it should use, and what that would bring, service by service. */
export function AlignmentPage() {
  const { id } = useParams({ from: '/app/customers/$id/alignment' });
  const grid = useQuery(gridQuery(id));
  const maySetUp = useMay('change_settings');
  if (grid.data && grid.data.rows.length === 0)
    return (
      <EmptyNote
        title="There are no stack items yet"
        action={
          maySetUp ? (
            <ButtonLink {...paths.stackManager()} mt="xs">
              Set up the stack
            </ButtonLink>
          ) : null
        }
      >
        Once the workspace’s standard stack is set up, every service of it stands here for this company.
      </EmptyNote>
    );
  if (grid.data) return <StackAlignment grid={grid.data} outdated={grid.isRefetchError} />;
  if (grid.error) return <LoadFailed error={grid.error} onRetry={() => void grid.refetch()} />;
  return <AlignmentSkeleton />;
}

const AlignmentSkeleton = () => (
  <div className={classes.page} aria-busy>
    <Skeleton h={64} />
    <Skeleton h={34} />
    <Skeleton h={480} />
  </div>
);

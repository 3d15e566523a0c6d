import { Button, Group, Select, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { colleaguesQuery } from '../colleagues/queries.ts';
import { NoCompanyYet } from '../companies/NoCompanyYet.tsx';
import { FilterButton } from '../dashboard/FilterButton.tsx';
import { FilterRibbon } from '../dashboard/FilterRibbon.tsx';
import { NO_FILTERS } from '../dashboard/filters.ts';
import { useMe } from '../me/queries.ts';
import { clearButton } from '../ui/clear-button.ts';
import { formatDay } from '../ui/days.ts';
import { EmptyNote, LoadFailed } from '../ui/Notes.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { AddProspect } from './AddProspect.tsx';
import { BOARD_FILTERS } from './board-view.ts';
import { LifecycleBoard } from './LifecycleBoard.tsx';
import { boardQuery } from './queries.ts';
import { useBoardView } from './use-board-view.ts';

/** Where every company stands on its way from prospect to client, and who waits for what. */
export function BoardPage() {
  if (useMe().companies > 0) return <PortfolioBoard />;
  return (
    <>
      <PageHeader title="Lifecycle" />
      <NoCompanyYet shows="which companies are in which stage, and what each one waits for" />
    </>
  );
}

function PortfolioBoard() {
  const { asOf } = useMe().workspace;
  const { view, change, choices, checked } = useBoardView();
  const board = useQuery({ ...boardQuery(view), enabled: checked });
  const { data } = board;
  const error = data ? null : (board.error ?? choices.error);
  const retry = () => {
    void board.refetch();
    void choices.refetch();
  };
  return (
    <>
      <PageHeader title="Lifecycle" note={`As of ${formatDay(asOf)} · the longest in a stage first`}>
        <Group gap="xs">
          <OwnerSelect value={view.owner} onChange={(owner) => change({ owner })} />
          {choices.data ? (
            <FilterButton
              view={view}
              choices={choices.data}
              onToggle={() => change({ ribbon: !view.ribbon })}
            />
          ) : null}
          <AddProspect />
        </Group>
      </PageHeader>
      {view.ribbon && choices.data ? (
        <FilterRibbon view={view} filters={BOARD_FILTERS} choices={choices.data} onChange={change} />
      ) : null}
      {error ? <LoadFailed error={error} onRetry={retry} /> : null}
      {data || error ? null : <Skeleton h={400} />}
      {data && data.items.length > 0 ? <LifecycleBoard board={data} /> : null}
      {data?.items.length === 0 ? (
        <EmptyNote
          title="No company passes these filters"
          action={
            <Button variant="default" mt="xs" onClick={() => change({ ...NO_FILTERS, owner: null })}>
              Clear filters
            </Button>
          }
        />
      ) : null}
    </>
  );
}

interface OwnerSelectProps {
  readonly value: string | null;
  readonly onChange: (owner: string | null) => void;
}

function OwnerSelect({ value, onChange }: OwnerSelectProps) {
  const colleagues = useQuery(colleaguesQuery).data ?? [];
  return (
    <Select
      aria-label="vCIO"
      placeholder="Every vCIO"
      w={190}
      data={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
      searchable
      clearable
      clearButtonProps={clearButton('Every vCIO')}
    />
  );
}

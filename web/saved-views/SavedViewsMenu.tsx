import { Button, Divider, Popover, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import Bookmark from 'lucide-react/icons/bookmark';
import { createSavedView, deleteSavedView, updateSavedView } from '../../contract/saved-views.ts';
import { call } from '../api/call.ts';
import { FormError } from '../ui/FormError.tsx';
import { NameForm } from './NameForm.tsx';
import { savedViewsQuery } from './queries.ts';
import { SavedViewLine } from './SavedViewLine.tsx';

interface SavedViewsMenuProps {
  /** The query of the view that stands, as it would be saved. */
  readonly search: string;
  readonly onChoose: (search: string) => void;
}

/** One's saved views: choose one, save what stands under a name, rename, delete. */
export function SavedViewsMenu({ search, onChoose }: SavedViewsMenuProps) {
  const queryClient = useQueryClient();
  const [opened, { toggle, close }] = useDisclosure(false);
  const views = useQuery(savedViewsQuery).data?.items ?? [];
  const current = views.find((view) => view.search === search);
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: savedViewsQuery.queryKey });
  const save = useMutation({
    mutationFn: (name: string) => call(createSavedView, { body: { name, search } }),
    onSuccess,
  });
  const rename = useMutation({
    mutationFn: ({ id, name }: { id: string; name: string }) =>
      call(updateSavedView, { params: { id }, body: { name } }),
    onSuccess,
  });
  const remove = useMutation({
    mutationFn: (id: string) => call(deleteSavedView, { params: { id } }),
    onSuccess,
  });
  return (
    <Popover opened={opened} onDismiss={close} position="bottom-end" shadow="md" width={320} trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          maw={260}
          leftSection={<Bookmark size={16} aria-hidden />}
          aria-label={`Saved views${current ? `: ${current.name}` : ''}`}
          onClick={toggle}
        >
          {current?.name ?? 'Views'}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Saved views" p="sm">
        <Stack gap="xs">
          {views.length === 0 ? (
            <Text fz="sm" c="dimmed">
              A saved view keeps filters and options under a name.
            </Text>
          ) : null}
          {views.map((view) => (
            <SavedViewLine
              key={view.id}
              view={view}
              current={view.id === current?.id}
              onChoose={() => {
                onChoose(view.search);
                close();
              }}
              onRename={(name) => rename.mutate({ id: view.id, name })}
              onDelete={() => remove.mutate(view.id)}
            />
          ))}
          <Divider />
          <NameForm label="Save this view as" action="Save" name="" onName={(name) => save.mutate(name)} />
          <FormError error={save.error ?? rename.error ?? remove.error} />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

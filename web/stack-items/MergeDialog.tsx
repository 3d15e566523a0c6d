import { Alert, Button, Group, Modal, Select, Skeleton, Stack, Text } from '@mantine/core';
import GitMerge from 'lucide-react/icons/git-merge';
import type { ReactNode } from 'react';
import type { Named } from '../../contract/values.ts';
import editing from '../editing/editing.module.css';
import { FormError } from '../ui/FormError.tsx';
import { StackWhatIf } from './StackWhatIf.tsx';
import type { StackEdit } from './what-if-draft.ts';

interface MergeDialogProps {
  readonly name: string;
  /** What it can be merged into. */
  readonly choices: readonly Named[];
  readonly into: string | null;
  /** The merge that is chosen; null: none is yet. */
  readonly edit: StackEdit | null;
  readonly onChoose: (into: string | null) => void;
  /** The rule by which it is done. */
  readonly rule: ReactNode;
  /** What it will do; undefined: not known yet. */
  readonly preview: ReactNode | undefined;
  /** What was shown before holds no longer. */
  readonly changed: boolean;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onMerge: () => void;
  readonly onClose: () => void;
}

/** Chooses what something is merged into, says what that does, and does it. */
export function MergeDialog(props: MergeDialogProps) {
  const { name, choices, into, edit, onChoose, rule, preview, changed, pending, error, onMerge, onClose } =
    props;
  return (
    <Modal opened onClose={onClose} title={`Merge ${name} into another`} size="lg">
      <Stack gap="md">
        <Select
          label={`Merge ${name} into`}
          description="That one stays"
          data={choices.map(({ id, name: label }) => ({ value: id, label }))}
          value={into}
          onChange={onChoose}
          searchable
          allowDeselect={false}
          nothingFoundMessage="Nothing has that name"
        />
        <Text fz="sm" component="div">
          {rule}
        </Text>
        {changed ? (
          <Alert
            role="alert"
            color="yellow"
            variant="light"
            icon={<GitMerge size={18} aria-hidden />}
            title="Somebody else changed something meanwhile"
          >
            Nothing is merged yet. Below stands what merging would do now.
          </Alert>
        ) : null}
        {into !== null ? (preview ?? <Skeleton h={90} />) : null}
      </Stack>
      <div className={editing.dialogFoot}>
        <StackWhatIf edit={edit} />
        <FormError error={error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button
            color="red.9"
            disabled={into === null || preview === undefined}
            loading={pending}
            onClick={onMerge}
          >
            Merge
          </Button>
        </Group>
      </div>
    </Modal>
  );
}

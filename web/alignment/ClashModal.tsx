import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMoney } from '../me/queries.ts';
import { formatMoment } from '../ui/days.ts';
import classes from './alignment.module.css';
import type { CellClash } from './cell-change.ts';
import { changeInWords, fieldInWords } from './field-words.ts';
import { fieldName } from './grid-columns.ts';

interface ClashModalProps {
  readonly clash: CellClash;
  readonly onSettle: (whose: 'mine' | 'theirs') => void;
}

/** Two people have set the same field: both values, for one to be chosen. It cannot be put off, as neither may be lost. */
export function ClashModal({ clash, onSettle }: ClashModalProps) {
  const money = useMoney();
  const { current, changed, pending, fields } = clash;
  const who = changed?.by?.name ?? 'Somebody else';
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title={`${who} changed ${current.stackItem.name} at the same time`}
    >
      <Stack gap="md">
        <Text fz="sm">
          {changed ? `${formatMoment(changed.at)}. ` : ''}Your change is not saved yet: choose which one
          stands.
        </Text>
        <table className={classes.versions}>
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Theirs, saved</th>
              <th scope="col">Yours</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field}>
                <th scope="row">{fieldName(field)}</th>
                <td>{fieldInWords(current, field, money)}</td>
                <td>{changeInWords(current, field, pending.change, money)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => onSettle('theirs')} data-autofocus>
            Keep theirs
          </Button>
          <Button onClick={() => onSettle('mine')}>Save mine</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

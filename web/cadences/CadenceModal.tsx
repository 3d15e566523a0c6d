import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type Cadence, clearCadence, setCadence } from '../../contract/cadences.ts';
import {
  CADENCE_INTERVALS,
  CADENCE_NAMES,
  type CadenceInterval,
} from '../../domain/engagement/cadence-due.ts';
import {
  MEETING_KIND_NAMES,
  MEETING_KINDS,
  MEETING_METHOD_NAMES,
  MEETING_METHODS,
  type MeetingKind,
  type MeetingMethod,
} from '../../domain/engagement/meeting-kinds.ts';
import { call } from '../api/call.ts';
import { useEngagementChanged } from '../engagement/use-engagement-changed.ts';
import { clearButton } from '../ui/clear-button.ts';
import { FormError } from '../ui/FormError.tsx';
import { useFocusBack } from '../ui/use-focus-back.ts';

interface CadenceModalProps {
  readonly company: string;
  readonly cadences: readonly Cadence[];
  /** Null: of a kind to be chosen. */
  readonly cadence: Cadence | null;
  readonly onClose: () => void;
}

const EVERY = CADENCE_INTERVALS.map((value) => ({ value, label: CADENCE_NAMES[value] }));
const METHODS = MEETING_METHODS.map((value) => ({ value, label: MEETING_METHOD_NAMES[value] }));

/** The dialog that sets how often a company is met. */
export function CadenceModal({ company, cadences, cadence, onClose }: CadenceModalProps) {
  const changed = useEngagementChanged();
  useFocusBack();
  const free = MEETING_KINDS.filter((kind) => !cadences.some((one) => one.kind === kind && one.set));
  const [kind, setKind] = useState<MeetingKind | null>(cadence?.kind ?? free[0] ?? null);
  const from = cadence?.set ?? cadence?.proposal;
  const [every, setEvery] = useState<CadenceInterval>(from?.every ?? 'quarterly');
  const [method, setMethod] = useState<MeetingMethod | null>(from?.method ?? null);
  const done = { onSuccess: onClose, onSettled: changed };
  const which = { id: company, kind: kind ?? 'pulse' };
  const ifMatch = cadence ? { ifMatch: cadence.etag } : {};
  const save = useMutation({
    mutationFn: () => call(setCadence, { params: which, body: { every, method }, ...ifMatch }),
    ...done,
  });
  const clear = useMutation({ mutationFn: () => call(clearCadence, { params: which, ...ifMatch }), ...done });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={cadence ? `Cadence: ${MEETING_KIND_NAMES[cadence.kind]}` : 'Set a cadence'}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          {cadence ? null : (
            <Select
              label="Kind"
              data={free.map((value) => ({ value, label: MEETING_KIND_NAMES[value] }))}
              value={kind}
              onChange={(value) => setKind(value as MeetingKind | null)}
              allowDeselect={false}
              data-autofocus
            />
          )}
          <Select
            label="How often"
            data={EVERY}
            value={every}
            onChange={(value) => setEvery((value ?? every) as CadenceInterval)}
            allowDeselect={false}
            {...(cadence ? { 'data-autofocus': true } : {})}
          />
          <Select
            label="Method"
            data={METHODS}
            placeholder="As it comes"
            value={method}
            onChange={(value) => setMethod(value as MeetingMethod | null)}
            clearable
            clearButtonProps={clearButton('Clear the method')}
          />
          <FormError error={save.error ?? clear.error} />
          <Group justify="flex-end" gap="xs">
            {cadence?.set ? (
              <Button
                variant="subtle"
                color="red"
                mr="auto"
                loading={clear.isPending}
                onClick={() => clear.mutate()}
              >
                No cadence
              </Button>
            ) : null}
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" disabled={kind === null} loading={save.isPending}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

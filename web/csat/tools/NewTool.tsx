import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { createSurveyTool } from '../../../contract/survey-tools.ts';
import { SURVEY_PRESETS } from '../../../domain/csat/survey-presets.ts';
import { call } from '../../api/call.ts';
import { EditModal } from '../../editing/EditModal.tsx';
import { paths } from '../../paths.ts';
import { CopyLine } from '../../ui/CopyLine.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import { useFocusBack } from '../../ui/use-focus-back.ts';
import { sentMapping } from './mapping-draft.ts';
import { useToolsChanged } from './queries.ts';

/** Makes a survey tool, and then shows its address, this once. */
export function NewTool({ onClose }: { readonly onClose: () => void }) {
  const changed = useToolsChanged();
  const [preset, setPreset] = useState(SURVEY_PRESETS[0]!);
  const [typed, setTyped] = useState<string | null>(null);
  const isOther = preset.id === 'other';
  const name = typed ?? (isOther ? '' : preset.name);
  const make = useMutation({
    mutationFn: () => call(createSurveyTool, { body: { name, mapping: sentMapping(preset.mapping) } }),
    onSuccess: changed,
  });
  if (make.data)
    return <Made name={make.data.name} id={make.data.id} address={make.data.address} onClose={onClose} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim()) make.mutate();
  };
  return (
    <EditModal
      title="Add survey tool"
      action="Make address"
      onClose={onClose}
      onSubmit={submit}
      pending={make.isPending}
      error={make.error}
    >
      <Select
        label="Tool"
        allowDeselect={false}
        value={preset.id}
        onChange={(id) => setPreset(SURVEY_PRESETS.find((one) => one.id === id) ?? preset)}
        data={SURVEY_PRESETS.map(({ id, name: label }) => ({ value: id, label }))}
      />
      <TextInput
        label="Name"
        description="Stands at each response as where it came from."
        required
        maxLength={60}
        value={name}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <Text fz="sm" c="dimmed">
        {isOther
          ? 'You say next where the rating and the company stand in what it sends.'
          : 'It is read as the tool’s own interface words its answers. Test it with a real one next: accounts differ.'}
      </Text>
    </EditModal>
  );
}

interface MadeProps {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly onClose: () => void;
}

function Made({ id, name, address, onClose }: MadeProps) {
  useFocusBack();
  return (
    <Modal opened onClose={onClose} title={`Address for ${name}`} size="lg">
      <Stack gap="md">
        <CopyLine label="Address" value={address}>
          Give it to the tool as the webhook that it calls for each answer, now: it is shown only this once.
          Whoever has it can send answers.
        </CopyLine>
        <Group justify="flex-end" gap="xs">
          <ButtonLink variant="default" {...paths.surveyTool(id)}>
            Test the mapping
          </ButtonLink>
          <Button onClick={onClose}>Done</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

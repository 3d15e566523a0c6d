import { Button, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { rotateSurveyTool, type SurveyTool, updateSurveyTool } from '../../../contract/survey-tools.ts';
import { call } from '../../api/call.ts';
import { EditModal } from '../../editing/EditModal.tsx';
import { ConfirmModal } from '../../ui/ConfirmModal.tsx';
import { CopyLine } from '../../ui/CopyLine.tsx';
import { formatMoment } from '../../ui/days.ts';
import { FormError } from '../../ui/FormError.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useToolsChanged } from './queries.ts';

/** A tool's address, which can be given up for another one, and whether it signs what it sends. */
export function AddressPanel({ tool }: { readonly tool: SurveyTool }) {
  const changed = useToolsChanged();
  const [doing, setDoing] = useState<'rotate' | 'sign' | null>(null);
  const rotate = useMutation({
    mutationFn: () => call(rotateSurveyTool, { params: { id: tool.id } }),
    onSuccess: async () => {
      setDoing(null);
      await changed();
    },
  });
  const unsign = useMutation({
    mutationFn: () => call(updateSurveyTool, { params: { id: tool.id }, body: { signature: null } }),
    onSuccess: changed,
  });
  const since = tool.rotatedAt ?? tool.createdAt;
  return (
    <Panel title="Address and signature">
      <Stack gap="sm">
        {rotate.data ? (
          <CopyLine label="New address" value={rotate.data.address}>
            Give it to the tool now: it is shown only this once. The one before has ended.
          </CopyLine>
        ) : null}
        <Text fz="sm">
          The address was made {formatMoment(since)}, and only its hash is kept.{' '}
          {tool.signatureHeader
            ? `Deliveries must be signed in the header ${tool.signatureHeader}.`
            : 'Deliveries need not be signed.'}
        </Text>
        <FormError error={unsign.error} />
        <Group gap="xs">
          <Button variant="default" onClick={() => setDoing('rotate')}>
            New address
          </Button>
          <Button variant="default" onClick={() => setDoing('sign')}>
            {tool.signatureHeader ? 'Another signature' : 'Require a signature'}
          </Button>
          {tool.signatureHeader ? (
            <Button variant="subtle" onClick={() => unsign.mutate()} loading={unsign.isPending}>
              Take unsigned ones too
            </Button>
          ) : null}
        </Group>
      </Stack>
      {doing === 'rotate' ? (
        <ConfirmModal
          title={`Give ${tool.name} a new address?`}
          action="Make new address"
          pending={rotate.isPending}
          error={rotate.error}
          onConfirm={() => rotate.mutate()}
          onClose={() => setDoing(null)}
        >
          The one it has ends at once: nothing comes until the tool has the new one.
        </ConfirmModal>
      ) : null}
      {doing === 'sign' ? <SignatureModal tool={tool} onClose={() => setDoing(null)} /> : null}
    </Panel>
  );
}

function SignatureModal({ tool, onClose }: { readonly tool: SurveyTool; readonly onClose: () => void }) {
  const changed = useToolsChanged();
  const [header, setHeader] = useState(tool.signatureHeader ?? 'X-Signature');
  const [secret, setSecret] = useState('');
  const save = useMutation({
    mutationFn: () =>
      call(updateSurveyTool, { params: { id: tool.id }, body: { signature: { header, secret } } }),
    onSuccess: async () => {
      onClose();
      await changed();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <EditModal
      title="Require a signature"
      onClose={onClose}
      onSubmit={submit}
      pending={save.isPending}
      error={save.error}
      dirty={secret !== ''}
    >
      <Text fz="sm" c="dimmed">
        HMAC-SHA256 of the body under a secret that the tool and this server share. Deliveries without it are
        refused.
      </Text>
      <TextInput
        label="Header"
        required
        value={header}
        onChange={({ currentTarget }) => setHeader(currentTarget.value)}
      />
      <PasswordInput
        label="Secret"
        description="As the tool shows it, at least 8 characters. It is kept sealed and never shown again."
        required
        autoComplete="off"
        value={secret}
        onChange={({ currentTarget }) => setSecret(currentTarget.value)}
      />
    </EditModal>
  );
}

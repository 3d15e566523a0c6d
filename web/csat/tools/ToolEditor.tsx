import { Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type SurveyTool, updateSurveyTool } from '../../../contract/survey-tools.ts';
import { mappingProblems, type SurveyMapping } from '../../../domain/csat/survey-mapping.ts';
import { call } from '../../api/call.ts';
import { conflictOf } from '../../api/conflict.ts';
import { ChangedMeanwhile } from '../../settings/ChangedMeanwhile.tsx';
import { SaveBar } from '../../settings/SaveBar.tsx';
import { Panel } from '../../ui/Panel.tsx';
import classes from '../csat.module.css';
import { AddressPanel } from './AddressPanel.tsx';
import { DeliveriesPanel } from './DeliveriesPanel.tsx';
import { jsonIn, sentMapping } from './mapping-draft.ts';
import { PathFields } from './PathFields.tsx';
import { toolsQuery, useToolsChanged } from './queries.ts';
import { RatingFields } from './RatingFields.tsx';
import { SamplePanel } from './SamplePanel.tsx';

interface Draft {
  readonly name: string;
  readonly mapping: SurveyMapping;
}

/** Edits how a tool is read, with a sample beside it. */
export function ToolEditor({ stored }: { readonly stored: SurveyTool }) {
  const queryClient = useQueryClient();
  const changed = useToolsChanged();
  const [edited, setEdited] = useState<Draft | null>(null);
  const [sample, setSample] = useState('');
  const { name, mapping } = edited ?? stored;
  const edit = (change: Partial<Draft>) => setEdited({ name, mapping, ...change });
  const save = useMutation({
    mutationFn: () =>
      call(updateSurveyTool, {
        params: { id: stored.id },
        body: { name: name.trim(), mapping: sentMapping(mapping) },
        ifMatch: stored.etag,
      }),
    onSuccess: async () => {
      await changed();
      setEdited(null);
    },
    onError: (error) => {
      const { current } = conflictOf<SurveyTool>(error) ?? {};
      if (current)
        queryClient.setQueryData(toolsQuery.queryKey, (tools) =>
          tools?.map((tool) => (tool.id === current.id ? current : tool)),
        );
    },
  });
  const conflict = conflictOf<SurveyTool>(save.error);
  const problems = mappingProblems(mapping);
  const isChanged =
    edited !== null && JSON.stringify([name, mapping]) !== JSON.stringify([stored.name, stored.mapping]);
  return (
    <div className={classes.page}>
      <ChangedMeanwhile changed={conflict?.changed ?? null} what="survey tool" />
      <div className={classes.editor}>
        <Panel title="How its answers are read">
          <Stack gap="sm">
            <TextInput
              label="Name"
              description="Stands at each response as where it came from."
              required
              maxLength={60}
              value={name}
              onChange={({ currentTarget }) => edit({ name: currentTarget.value })}
            />
            <PathFields
              paths={mapping.paths}
              sample={jsonIn(sample)}
              onChange={(paths) => edit({ mapping: { ...mapping, paths } })}
            />
            <RatingFields
              ratings={mapping.ratings}
              onChange={(ratings) => edit({ mapping: { ...mapping, ratings } })}
            />
          </Stack>
        </Panel>
        <SamplePanel tool={stored.id} mapping={mapping} sample={sample} onSample={setSample} />
      </div>
      <AddressPanel tool={stored} />
      <DeliveriesPanel tool={stored.id} />
      <SaveBar
        changes={isChanged ? (problems[0] ?? 'Changes how its next answers are read') : null}
        incomplete={problems.length > 0 || !name.trim()}
        pending={save.isPending}
        error={conflict ? null : save.error}
        onSave={() => save.mutate()}
        onDiscard={() => setEdited(null)}
      />
    </div>
  );
}

import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { WorkspaceSettings } from '../../contract/workspace-settings.ts';
import { useMoney } from '../me/queries.ts';
import { ChangedMeanwhile } from '../settings/ChangedMeanwhile.tsx';
import { SaveBar } from '../settings/SaveBar.tsx';
import { LoadFailed } from '../ui/Notes.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { inBrief } from '../what-if/in-brief.ts';
import { useWhatIf } from '../what-if/use-what-if.ts';
import { WhatIfPanel } from '../what-if/WhatIfPanel.tsx';
import { AlignmentPanel } from './AlignmentPanel.tsx';
import { CurrencyPanel } from './CurrencyPanel.tsx';
import { GeneralPanel } from './GeneralPanel.tsx';
import { workspaceSettingsQuery } from './queries.ts';
import { SegmentsPanel } from './SegmentsPanel.tsx';
import { StatusesPanel } from './StatusesPanel.tsx';
import { useSettingsDraft } from './use-settings-draft.ts';
import { type Editing, useWorkspaceSettings } from './use-workspace-settings.ts';
import { FIELD_NAMES } from './values.ts';
import classes from './workspace-settings.module.css';

/** What holds for the whole workspace: its name and money, its day, where segments are cut, bands and statuses. */
export function WorkspacePage() {
  const settings = useQuery(workspaceSettingsQuery);
  if (settings.error) return <LoadFailed error={settings.error} onRetry={() => void settings.refetch()} />;
  return (
    <>
      <PageHeader
        title="Workspace"
        note="Name, money, days, segments, bands and statuses; for every company"
      />
      {settings.data ? <SettingsEditor read={settings.data} /> : <Skeleton h={480} />}
    </>
  );
}

function SettingsEditor({ read }: { readonly read: WorkspaceSettings }) {
  const editing = useWorkspaceSettings(read);
  const { edited, problems } = editing;
  const money = useMoney();
  const { draft, setNow } = useSettingsDraft(editing);
  const whatIf = useWhatIf(draft);
  setNow(whatIf.loaded?.definitions ?? null);
  const shownAs = useMemo(() => edited.filter((field) => field !== 'replacedStatuses'), [edited]);
  return (
    <>
      <Meanwhile editing={editing} />
      <div className={classes.page}>
        <Stack gap="md">
          <GeneralPanel editing={editing} />
          <CurrencyPanel editing={editing} />
          <SegmentsPanel editing={editing} />
          <AlignmentPanel editing={editing} />
          <StatusesPanel editing={editing} />
        </Stack>
        <div className={classes.beside}>
          <WhatIfPanel whatIf={whatIf} edited={edited.length > 0} />
        </div>
      </div>
      <SaveBar
        changes={
          edited.length > 0 ? `Changes: ${shownAs.map((field) => FIELD_NAMES[field]).join(', ')}` : null
        }
        effect={firstProblem(problems) ?? (whatIf.tried && inBrief(whatIf.tried.changes, money))}
        incomplete={Object.keys(problems).length > 0}
        pending={editing.pending}
        error={editing.error}
        onSave={() => editing.save(whatIf.refresh)}
        onDiscard={editing.discard}
      />
    </>
  );
}

const firstProblem = (problems: Editing['problems']): string | null => Object.values(problems)[0] ?? null;

function Meanwhile({ editing: { meanwhile, takeTheirs } }: { readonly editing: Editing }) {
  if (!meanwhile) return null;
  return (
    <>
      <ChangedMeanwhile changed={meanwhile.changed} what="settings" />
      {meanwhile.clashes.map((field) => (
        <Group key={field} gap="xs" mb="sm">
          <Text fz="sm">
            Both of you changed <b>{FIELD_NAMES[field]}</b>; yours stands below.
          </Text>
          <Button size="compact-sm" variant="default" onClick={() => takeTheirs(field)}>
            Take theirs: {FIELD_NAMES[field]}
          </Button>
        </Group>
      ))}
    </>
  );
}

import { Group, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import type { MetricDefinitions } from '../../../contract/metric-definitions.ts';
import type { ScoreKind } from '../../../contract/metrics.ts';
import type { Draft } from '../../../domain/what-if/draft.ts';
import { useMoney } from '../../me/queries.ts';
import { paths } from '../../paths.ts';
import { ChangedMeanwhile } from '../../settings/ChangedMeanwhile.tsx';
import { SaveBar } from '../../settings/SaveBar.tsx';
import settings from '../../settings/settings.module.css';
import { formatMoment } from '../../ui/days.ts';
import { LoadFailed } from '../../ui/Notes.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { inBrief } from '../../what-if/in-brief.ts';
import { useWhatIf } from '../../what-if/use-what-if.ts';
import { WhatIfPanel } from '../../what-if/WhatIfPanel.tsx';
import classes from './admin.module.css';
import { CutScores } from './CutScores.tsx';
import { changeWords } from './change-words.ts';
import { MetricList } from './MetricList.tsx';
import { problemsOf, whatIfDraft } from './metrics-draft.ts';
import { metricDefinitionsQuery } from './queries.ts';
import { useMetricsDraft } from './use-metrics-draft.ts';

export const HealthAdminPage = () => <MetricsAdminPage kind="health" />;
export const EffortAdminPage = () => <MetricsAdminPage kind="effort" />;

/** What health and effort are made of, and where their bands begin, for every company. */
function MetricsAdminPage({ kind }: { readonly kind: ScoreKind }) {
  const definitions = useQuery(metricDefinitionsQuery(kind));
  if (definitions.error)
    return <LoadFailed error={definitions.error} onRetry={() => void definitions.refetch()} />;
  return (
    <>
      <PageHeader title="Health/Effort Admin" note={noteOf(definitions.data)}>
        <Group component="nav" gap={4} aria-label="Scores">
          <Link {...paths.healthAdmin()} className={settings.part} activeOptions={{ exact: true }}>
            Health
          </Link>
          <Link {...paths.effortAdmin()} className={settings.part}>
            Effort
          </Link>
        </Group>
      </PageHeader>
      {definitions.data ? <Editor key={kind} kind={kind} loaded={definitions.data} /> : <Skeleton h={420} />}
    </>
  );
}

/** "Version 12, changed by Dana Reyes on Nov 22" */
function noteOf(definitions: MetricDefinitions | undefined): string {
  if (!definitions?.changed) return 'What every company is scored by';
  const { by, at, version } = definitions.changed;
  return `Version ${version}, changed by ${by?.name ?? 'the command line'}, ${formatMoment(at)}`;
}

function Editor({ kind, loaded }: { readonly kind: ScoreKind; readonly loaded: MetricDefinitions }) {
  const editing = useMetricsDraft(kind, loaded);
  const { stored, draft, edited, change } = editing;
  const [opened, setOpened] = useState<string | null>(null);
  const money = useMoney();
  const problems = useMemo(() => problemsOf(draft, stored.metrics), [draft, stored]);
  const tried = useSound(
    useMemo(() => (problems.any ? null : whatIfDraft(kind, stored, draft)), [kind, stored, draft, problems]),
  );
  const open = draft.metrics.find(({ key }) => key === opened);
  const whatIf = useWhatIf(tried, open?.kind === 'computed' ? open.fact : null);
  const spreads = whatIf.tried;
  return (
    <>
      <ChangedMeanwhile
        changed={editing.meanwhile}
        what={kind === 'health' ? 'health metrics' : 'effort metrics'}
      />
      <div className={classes.page}>
        <Stack gap="md" miw={0}>
          <MetricList
            title={kind === 'health' ? 'Health metrics' : 'Effort metrics'}
            stored={stored.metrics}
            metrics={draft.metrics}
            problems={problems.metrics}
            opened={opened}
            spread={spreads?.fact ?? null}
            onOpen={setOpened}
            onChange={(metrics) => change({ metrics })}
          />
          <CutScores
            kind={kind}
            draft={draft}
            problems={problems.bands}
            coverageProblem={problems.coverage}
            spread={spreads?.[kind] ?? null}
            onChange={change}
          />
        </Stack>
        <div className={classes.side}>
          <WhatIfPanel whatIf={whatIf} edited={edited} />
        </div>
      </div>
      <SaveBar
        changes={edited ? changeWords(stored, draft) : null}
        effect={
          problems.any
            ? 'Something is to be completed first'
            : whatIf.tried && inBrief(whatIf.tried.changes, money)
        }
        incomplete={problems.any}
        pending={editing.pending}
        error={editing.error}
        onSave={() => editing.save(whatIf.refresh)}
        onDiscard={editing.discard}
      />
    </>
  );
}

/** The draft, or the last one before it that the rules could read. */
function useSound(draft: Draft | null): Draft {
  const last = useRef<Draft>({});
  if (draft) last.current = draft;
  return last.current;
}

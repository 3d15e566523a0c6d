import { Checkbox, NumberInput, Skeleton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import {
  type RecordRequirement,
  type RecordRequirements,
  updateRecordRequirements,
} from '../../contract/records.ts';
import { MEETING_KIND_NAMES, type MeetingKind } from '../../domain/engagement/meeting-kinds.ts';
import { REQUIRABLE } from '../../domain/records/missing-records.ts';
import { call } from '../api/call.ts';
import { conflictOf } from '../api/conflict.ts';
import { ChangedMeanwhile } from '../settings/ChangedMeanwhile.tsx';
import { SaveBar } from '../settings/SaveBar.tsx';
import { LoadFailed } from '../ui/Notes.tsx';
import { formatCount } from '../ui/numbers.ts';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Panel } from '../ui/Panel.tsx';
import { requirementsQuery } from './queries.ts';
import { RECORD_NAMES } from './record-names.ts';
import classes from './records.module.css';

/** Which records each kind of meeting requires. */
export function RequirementsPage() {
  const requirements = useQuery(requirementsQuery);
  if (requirements.error)
    return <LoadFailed error={requirements.error} onRetry={() => void requirements.refetch()} />;
  return (
    <>
      <PageHeader
        title="Meeting records"
        note="What a meeting of each kind has to have on file; it says itself what is missing"
      />
      {requirements.data ? <Editor stored={requirements.data} /> : <Skeleton h={320} />}
    </>
  );
}

type Stored = z.infer<typeof RecordRequirements>;
type Draft = ReadonlyMap<MeetingKind, RecordRequirement>;

function Editor({ stored }: { readonly stored: Stored }) {
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState<Draft>(new Map());
  const save = useMutation({
    mutationFn: () =>
      call(updateRecordRequirements, { body: { items: [...draft.values()] }, ifMatch: stored.etag }),
    onSuccess: async (saved) => {
      queryClient.setQueryData(requirementsQuery.queryKey, saved);
      setDraft(new Map());
      await queryClient.invalidateQueries({ queryKey: ['companies', 'records'] });
    },
    onError: (error) => {
      const conflict = conflictOf<Stored>(error);
      if (conflict) queryClient.setQueryData(requirementsQuery.queryKey, conflict.current);
    },
  });
  const set = (changed: RecordRequirement) => {
    const before = stored.items.find(({ meetingKind }) => meetingKind === changed.meetingKind);
    const next = new Map(draft);
    if (JSON.stringify(before) === JSON.stringify(changed)) next.delete(changed.meetingKind);
    else next.set(changed.meetingKind, changed);
    setDraft(next);
  };
  const conflict = conflictOf<Stored>(save.error);
  return (
    <>
      <ChangedMeanwhile changed={conflict?.changed ?? null} what="meeting records" />
      <Panel title="Required records">
        <section
          className={classes.requirements}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
          tabIndex={0}
          aria-label="Required records by kind of meeting"
        >
          <table>
            <thead>
              <tr>
                <th scope="col">Meeting</th>
                {REQUIRABLE.map((kind) => (
                  <th key={kind} scope="col">
                    {RECORD_NAMES[kind]}
                  </th>
                ))}
                <th scope="col">An assessment counts for</th>
              </tr>
            </thead>
            <tbody>
              {stored.items.map((item) => (
                <Row key={item.meetingKind} item={draft.get(item.meetingKind) ?? item} onChange={set} />
              ))}
            </tbody>
          </table>
        </section>
      </Panel>
      <SaveBar
        changes={
          draft.size > 0 ? `Changes ${formatCount(draft.size, 'kind of meeting', 'kinds of meetings')}` : null
        }
        pending={save.isPending}
        error={conflict ? null : save.error}
        onSave={() => save.mutate()}
        onDiscard={() => setDraft(new Map())}
      />
    </>
  );
}

interface RowProps {
  readonly item: RecordRequirement;
  readonly onChange: (changed: RecordRequirement) => void;
}

function Row({ item, onChange }: RowProps) {
  const meeting = MEETING_KIND_NAMES[item.meetingKind];
  return (
    <tr>
      <th scope="row">{meeting}</th>
      {REQUIRABLE.map((kind) => (
        <td key={kind}>
          <Checkbox
            aria-label={`${RECORD_NAMES[kind]} for ${meeting}`}
            checked={item.records.includes(kind)}
            onChange={({ currentTarget: { checked } }) =>
              onChange({
                ...item,
                records: REQUIRABLE.filter((one) => (one === kind ? checked : item.records.includes(one))),
              })
            }
          />
        </td>
      ))}
      <td>
        <NumberInput
          aria-label={`Days for which an assessment counts for ${meeting}`}
          value={item.assessmentDays}
          min={1}
          max={3650}
          allowDecimal={false}
          clampBehavior="strict"
          suffix=" days"
          w={120}
          onChange={(value) => typeof value === 'number' && onChange({ ...item, assessmentDays: value })}
        />
      </td>
    </tr>
  );
}

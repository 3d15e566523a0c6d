import { Badge, Button, FileButton, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import CircleAlert from 'lucide-react/icons/circle-alert';
import CircleCheck from 'lucide-react/icons/circle-check';
import FileText from 'lucide-react/icons/file-text';
import Link2 from 'lucide-react/icons/link-2';
import Trash2 from 'lucide-react/icons/trash-2';
import Upload from 'lucide-react/icons/upload';
import { useState } from 'react';
import { FILE_TYPES, FILE_TYPES_IN_WORDS, LARGEST_FILE } from '../../contract/file-types.ts';
import type { MeetingRecord, MeetingRecords } from '../../contract/records.ts';
import type { RecordKind } from '../../domain/records/missing-records.ts';
import { useCompanyChanged } from '../companies/use-company-changed.ts';
import { useMay } from '../me/queries.ts';
import { formatDay, formatMoment } from '../ui/days.ts';
import { FormError } from '../ui/FormError.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { formatBytes } from './format-bytes.ts';
import { LinkModal } from './LinkModal.tsx';
import { recordFileUrl, uploadRecord } from './queries.ts';
import { RemoveRecord } from './RemoveRecord.tsx';
import { RECORD_NAMES } from './record-names.ts';
import classes from './records.module.css';

interface RecordChecklistProps {
  readonly meeting: string;
  readonly found: MeetingRecords;
}

type Doing =
  | { readonly what: 'link'; readonly kind: RecordKind }
  | { readonly what: 'remove'; readonly record: MeetingRecord }
  | null;

/** What a meeting requires and what it has, each record with its file or link; those who may add and remove. */
export function RecordChecklist({ meeting, found }: RecordChecklistProps) {
  const mayEdit = useMay('edit_companies');
  const companyChanged = useCompanyChanged();
  const [doing, setDoing] = useState<Doing>(null);
  const upload = useMutation({
    mutationFn: ({ kind, file }: { kind: RecordKind; file: File }) => uploadRecord(meeting, kind, file),
    onSuccess: companyChanged,
  });
  const required = found.required.map(({ kind }) => kind as RecordKind);
  const more = found.records.map(({ kind }) => kind).filter((kind) => !required.includes(kind));
  const kinds = [...new Set<RecordKind>([...required, ...more, ...(mayEdit ? (['other'] as const) : [])])];
  const close = () => setDoing(null);
  return (
    <>
      <FormError error={upload.error} />
      <ul className={classes.list}>
        {kinds.map((kind) => (
          <li key={kind} className={classes.kind}>
            <div className={classes.head}>
              <State required={found.required.find((one) => one.kind === kind)} kind={kind} />
              {mayEdit ? (
                <Group gap={6} wrap="nowrap">
                  <FileButton
                    accept={ACCEPT}
                    onChange={(file) => file && upload.mutate({ kind, file })}
                    inputProps={{ 'aria-label': `File for ${RECORD_NAMES[kind]}` }}
                  >
                    {(props) => (
                      <Button
                        {...props}
                        size="compact-sm"
                        variant="default"
                        leftSection={<Upload size={13} aria-hidden />}
                        aria-label={`Upload ${RECORD_NAMES[kind]}`}
                        loading={upload.isPending && upload.variables.kind === kind}
                      >
                        Upload
                      </Button>
                    )}
                  </FileButton>
                  <Button
                    size="compact-sm"
                    variant="default"
                    leftSection={<Link2 size={13} aria-hidden />}
                    aria-label={`Link ${RECORD_NAMES[kind]}`}
                    onClick={() => setDoing({ what: 'link', kind })}
                  >
                    Link
                  </Button>
                </Group>
              ) : null}
            </div>
            {found.records
              .filter((record) => record.kind === kind)
              .map((record) => (
                <Attached
                  key={record.id}
                  record={record}
                  onRemove={mayEdit ? () => setDoing({ what: 'remove', record }) : null}
                />
              ))}
          </li>
        ))}
      </ul>
      {mayEdit ? (
        <Text fz="xs" c="dimmed" mt="xs">
          {FILE_TYPES_IN_WORDS}, at most {formatBytes(LARGEST_FILE)} each; or a link to where it is kept.
        </Text>
      ) : null}
      {doing?.what === 'link' ? <LinkModal meeting={meeting} kind={doing.kind} onClose={close} /> : null}
      {doing?.what === 'remove' ? <RemoveRecord record={doing.record} onClose={close} /> : null}
    </>
  );
}

const ACCEPT = [...Object.keys(FILE_TYPES), 'jpeg'].map((ending) => `.${ending}`).join(',');

interface StateProps {
  readonly required: MeetingRecords['required'][number] | undefined;
  readonly kind: RecordKind;
}

function State({ required, kind }: StateProps) {
  const missing = required?.state === 'missing';
  const Icon = missing ? CircleAlert : required ? CircleCheck : FileText;
  const { assessment = null } = required ?? {};
  return (
    <div className={classes.state} data-state={missing ? 'missing' : required ? 'there' : 'extra'}>
      <Icon size={17} aria-hidden className={classes.mark} />
      <span className={classes.name}>{RECORD_NAMES[kind]}</span>
      {missing ? (
        <Badge size="sm" className={classes.missing ?? ''}>
          Missing
        </Badge>
      ) : null}
      {assessment ? (
        <Text component="span" fz="sm" c="dimmed">
          {assessment.template}, {formatDay(assessment.takenOn)}: {assessment.score}
        </Text>
      ) : null}
    </div>
  );
}

interface AttachedProps {
  readonly record: MeetingRecord;
  /** Null: for those who only read. */
  readonly onRemove: (() => void) | null;
}

function Attached({ record, onRemove }: AttachedProps) {
  const { id, title, link, file, addedAt, addedBy } = record;
  const about = [
    file ? formatBytes(file.bytes) : link && new URL(link).host !== title ? new URL(link).host : null,
    addedBy,
    addedAt ? formatMoment(addedAt) : null,
  ].filter(Boolean);
  return (
    <div className={classes.attached}>
      <div className={classes.what}>
        {file ? (
          <a href={recordFileUrl(id)} download={file.name} className={classes.link}>
            <bdi>{title}</bdi>
          </a>
        ) : (
          <a href={link ?? ''} target="_blank" rel="noreferrer noopener" className={classes.link}>
            <bdi>{title}</bdi>
          </a>
        )}
        <Text component="span" fz="xs" c="dimmed" className="qd-figures">
          {about.join(' · ')}
        </Text>
      </div>
      {onRemove ? <IconButton icon={Trash2} label={`Remove ${title}`} onClick={onRemove} /> : null}
    </div>
  );
}

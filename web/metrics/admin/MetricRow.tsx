import { ActionIcon, Badge, Text } from '@mantine/core';
import Archive from 'lucide-react/icons/archive';
import ArchiveRestore from 'lucide-react/icons/archive-restore';
import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronRight from 'lucide-react/icons/chevron-right';
import Trash2 from 'lucide-react/icons/trash-2';
import { type ComponentProps, type RefCallback, useId } from 'react';
import type { MetricProblem } from '../../../domain/metrics/metric-problems.ts';
import type { FactSpread } from '../../../domain/what-if/fact-spread.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { formatShare } from '../../ui/numbers.ts';
import { ReorderHandle } from '../../ui/reorder/ReorderHandle.tsx';
import { metricIcon } from '../metric-icons.ts';
import classes from './admin.module.css';
import { DecimalInput } from './DecimalInput.tsx';
import { KIND_NAMES } from './fact-names.ts';
import { MetricEditor } from './MetricEditor.tsx';
import type { DraftMetric } from './metrics-draft.ts';

interface MetricRowProps {
  readonly metric: DraftMetric;
  readonly problems: readonly MetricProblem[];
  /** 0–1 of the score; undefined: no part of it. */
  readonly share: number | undefined;
  /** No company has points of it, so that it can go. */
  readonly unused: boolean;
  readonly open: boolean;
  readonly spread: FactSpread | null;
  readonly onToggle: () => void;
  readonly onChange: (metric: DraftMetric) => void;
  readonly onDelete: () => void;
  readonly rowRef?: RefCallback<HTMLElement>;
  /** None: it cannot be moved. */
  readonly handle?: Partial<ComponentProps<typeof ReorderHandle>>;
  readonly held?: boolean;
  readonly drop?: 'before' | 'after' | undefined;
}

/** A metric with its weight and what part of the score that makes it; opened, with every field. */
export function MetricRow(props: MetricRowProps) {
  const { metric, problems, share, unused, open, spread, onToggle, onChange, onDelete } = props;
  const editor = useId();
  const Icon = metricIcon(metric.icon);
  const name = metric.name || 'New metric';
  const weightProblem = problems.find(({ field }) => field === 'weight')?.message;
  return (
    <li
      ref={props.rowRef}
      className={classes.metric}
      aria-label={name}
      data-held={props.held || undefined}
      data-drop={props.drop}
    >
      <div className={classes.row}>
        {props.handle ? <ReorderHandle name={name} {...props.handle} /> : null}
        <ActionIcon
          aria-label={`Edit ${name}`}
          aria-expanded={open}
          aria-controls={editor}
          onClick={onToggle}
        >
          {open ? <ChevronDown size={16} aria-hidden /> : <ChevronRight size={16} aria-hidden />}
        </ActionIcon>
        <Icon size={18} aria-hidden style={{ flex: 'none' }} />
        <div className={classes.title}>
          <Text fz="sm" fw={550} dir="auto">
            {name}
          </Text>
          <Badge color="gray" size="sm">
            {KIND_NAMES[metric.kind]}
          </Badge>
          {problems.length > 0 && !open ? (
            <Badge color="red" size="sm" ml={4}>
              To complete
            </Badge>
          ) : null}
        </div>
        {metric.retired ? null : (
          <>
            <DecimalInput
              aria-label={`${name}: weight`}
              value={metric.weight}
              onChange={(weight) => onChange({ ...metric, weight })}
              error={weightProblem}
              step={0.5}
              w={84}
            />
            <span className={classes.share}>{share === undefined ? '' : formatShare(share)}</span>
          </>
        )}
        {metric.id === null ? null : (
          <IconButton
            icon={metric.retired ? ArchiveRestore : Archive}
            label={metric.retired ? `Restore ${name}` : `Retire ${name}`}
            onClick={() => onChange({ ...metric, retired: !metric.retired })}
          />
        )}
        {metric.id === null || (metric.retired && unused) ? (
          <IconButton icon={Trash2} label={`Delete ${name}`} onClick={onDelete} />
        ) : null}
      </div>
      <div id={editor}>
        {open ? (
          <MetricEditor metric={metric} problems={problems} spread={spread} onChange={onChange} />
        ) : null}
      </div>
    </li>
  );
}

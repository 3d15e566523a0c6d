import { Badge, Text } from '@mantine/core';
import type { StageChange } from '../../contract/lifecycle.ts';
import { STAGE_NAMES } from '../companies/stage-names.ts';
import { formatMoment } from '../ui/days.ts';
import { Panel } from '../ui/Panel.tsx';
import classes from './lifecycle.module.css';

/** Every change of stage, the latest first: who, when, and why where somebody said so. */
export function HistoryPanel({ history }: { readonly history: readonly StageChange[] }) {
  return (
    <Panel title="History">
      {history.length === 0 ? (
        <Text fz="sm" c="dimmed">
          No change of stage is recorded yet.
        </Text>
      ) : (
        <ol className={classes.history} aria-label="Changes of stage">
          {history.map((change) => (
            <Change key={change.id} change={change} />
          ))}
        </ol>
      )}
    </Panel>
  );
}

function Change({ change: { at, by, from, to, note, forced } }: { readonly change: StageChange }) {
  return (
    <li className={classes.change}>
      <div>
        <Text span fz="sm" fw={600}>
          {from === null ? `Added as ${STAGE_NAMES[to]}` : `${STAGE_NAMES[from]} → ${STAGE_NAMES[to]}`}
        </Text>{' '}
        {forced ? (
          <Badge size="sm" color="yellow">
            Forced
          </Badge>
        ) : null}
        {note === null ? null : (
          <Text fz="sm" className={classes.note ?? ''}>
            {note}
          </Text>
        )}
      </div>
      <Text fz="sm" c="dimmed" className="qd-figures">
        {by ?? 'An import'}, {formatMoment(at)}
      </Text>
    </li>
  );
}

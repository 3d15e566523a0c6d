import { Button, Group, Progress, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import ArrowUp from 'lucide-react/icons/arrow-up';
import type { CompanyMetrics } from '../../contract/metrics.ts';
import { statusStyles } from '../charts/status-style.ts';
import { useMay } from '../me/queries.ts';
import { formatDay } from '../ui/days.ts';
import { formatCount, formatShare, formatWhole } from '../ui/numbers.ts';
import { Panel } from '../ui/Panel.tsx';
import { StatusLabel } from '../ui/StatusLabel.tsx';
import { EndOverride } from './EndOverride.tsx';
import classes from './metrics.module.css';
import { OverrideModal } from './OverrideModal.tsx';
import { ScoreParts } from './ScoreParts.tsx';

const TITLES = { health: 'Health score', effort: 'Effort score' } as const;

/** The score, what it is called, and what it rests on. */
export function ScoreSummary({ metrics }: { readonly metrics: CompanyMetrics }) {
  const { kind, score, band, bands, coverage, oldestInput, status } = metrics;
  const shown = status ?? band;
  // The last style is that of having no score.
  const styles = statusStyles([...bands, { name: 'No score', color: shown?.color ?? '#8A8F98' }]);
  return (
    <Panel title={TITLES[kind]}>
      <div className={classes.summary}>
        <div className={classes.figures}>
          <Group gap="md" align="baseline">
            <span className={classes.score}>{formatWhole(score)}</span>
            {shown ? (
              <Text span fw={600}>
                <StatusLabel name={shown.name} status={styles.find(({ name }) => name === shown.name)} />
              </Text>
            ) : (
              <Text span c="dimmed">
                No score
              </Text>
            )}
          </Group>
          {kind === 'effort' ? (
            <Group gap={6} wrap="nowrap">
              <ArrowUp size={15} aria-hidden />
              <Text fz="sm" fw={550}>
                Higher means more effort
              </Text>
            </Group>
          ) : null}
          {status ? <StatusOrigin metrics={metrics} status={status} /> : null}
          <div>
            <Group justify="space-between" mb={4}>
              <Text fz="sm" c="dimmed">
                Coverage
              </Text>
              <Text fz="sm" className="qd-figures">
                {formatShare(coverage)} of the weight rests on fresh values
              </Text>
            </Group>
            <Progress value={coverage * 100} size={6} aria-label="Coverage" />
          </div>
          <Text fz="sm">
            <Text span inherit c="dimmed">
              Oldest input:{' '}
            </Text>
            {oldestInput
              ? `${oldestInput.metric.name}, ${formatDay(oldestInput.date)} (${oldestInput.ageDays === 0 ? 'today' : formatCount(oldestInput.ageDays, 'day', 'days')})`
              : 'none'}
          </Text>
        </div>
        <ScoreParts metrics={metrics} />
      </div>
    </Panel>
  );
}

interface StatusOriginProps {
  readonly metrics: CompanyMetrics;
  readonly status: NonNullable<CompanyMetrics['status']>;
}

/** Why the status is what it is; an override is marked as one, and can be set and ended. */
function StatusOrigin({ metrics, status }: StatusOriginProps) {
  const mayEdit = useMay('edit_companies');
  const [setting, { open, close }] = useDisclosure(false);
  const { override } = status;
  return (
    <>
      {override ? (
        <div className={classes.override}>
          <Text fz="sm" fw={600}>
            Status set by hand: {override.status}
          </Text>
          <Text fz="sm" dir="auto" className={classes.note ?? ''}>
            {override.reason}
          </Text>
          <Text fz="xs" c="dimmed">
            {override.setBy ? `${override.setBy.name}, ` : ''}
            {formatDay(override.setOn)} to {formatDay(override.expiresOn)}. Without it:{' '}
            {status.withoutOverride.name}.
          </Text>
        </div>
      ) : (
        <Text fz="sm" c="dimmed">
          {status.reason}
        </Text>
      )}
      {mayEdit ? (
        <Group gap="xs">
          {override ? (
            <EndOverride company={metrics.company.id} etag={status.etag} />
          ) : (
            <Button variant="default" size="xs" onClick={open}>
              Override status
            </Button>
          )}
        </Group>
      ) : null}
      {setting ? <OverrideModal metrics={metrics} etag={status.etag} onClose={close} /> : null}
    </>
  );
}

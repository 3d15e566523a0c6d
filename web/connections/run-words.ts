import type { SyncRun } from '../../contract/sync-runs.ts';
import type { Cycle } from '../../domain/portfolio/facts.ts';
import type { RecordKind } from '../../domain/sync/records.ts';
import { formatCount, formatWhole } from '../ui/numbers.ts';

export const KINDS: Readonly<Record<RecordKind, string>> = {
  companies: 'Companies',
  sites: 'Sites',
  contacts: 'Contacts',
  products: 'Products',
  contracts: 'Contracts',
  contractLines: 'Contract lines',
  tickets: 'Tickets',
  timeEntries: 'Hours',
  opportunities: 'Opportunities',
  surveys: 'Surveys',
};

export const RUN_KINDS: Readonly<Record<SyncRun['kind'], string>> = {
  first: 'First sync',
  full: 'Everything',
  incremental: 'What has changed',
};

export const STATES: Readonly<Record<SyncRun['state'], { readonly label: string; readonly color: string }>> =
  {
    due: { label: 'Due', color: 'gray' },
    running: { label: 'Running', color: 'blue' },
    waiting: { label: 'Waits for you', color: 'yellow' },
    succeeded: { label: 'Succeeded', color: 'teal' },
    failed: { label: 'Failed', color: 'red' },
    cancelled: { label: 'Cancelled', color: 'gray' },
  };

export const CYCLE_LABELS: Readonly<Record<Cycle, string>> = {
  weekly: 'Every week',
  biweekly: 'Every 2 weeks',
  monthly: 'Every month',
  bimonthly: 'Every 2 months',
  quarterly: 'Every quarter',
  semiannual: 'Every half-year',
  annual: 'Every year',
  biennial: 'Every 2 years',
  triennial: 'Every 3 years',
  onetime: 'Once',
};

/** It has not ended. */
export const isOpen = ({ state }: Pick<SyncRun, 'state'>): boolean =>
  state === 'due' || state === 'running' || state === 'waiting';

/** The kind at hand: what is asked for counts before its first page has come. */
export const kindAtHand = ({ progress, state }: SyncRun): RecordKind | null =>
  state === 'running'
    ? (progress.find((one) => one.state === 'reading' || one.state === 'to read')?.kind ?? null)
    : null;

/** "Contacts: 1,200 so far", "Read 4,310 records", "Starting". */
export function progressInWords(run: SyncRun): string {
  const { progress, state, cancelAsked } = run;
  if (cancelAsked) return 'Stopping after the page that it is at';
  if (state === 'due') return 'A server takes it up within seconds';
  const reading = progress.find(({ kind }) => kind === kindAtHand(run));
  if (reading) return `${KINDS[reading.kind]}: ${formatWhole(reading.records)} so far`;
  const read = progress.reduce((sum, one) => sum + one.records, 0);
  return read === 0 ? 'Starting' : `Read ${formatCount(read, 'record', 'records')}`;
}

/** The share of kinds that are done, 0–100. */
export function progressShare({ progress }: SyncRun): number {
  if (progress.length === 0) return 0;
  return (
    (100 * progress.filter(({ state }) => state === 'read' || state === 'failed').length) / progress.length
  );
}

/** "12 new, 3 changed, 1 gone", or "nothing new". */
export function changesInWords({ progress }: SyncRun): string {
  const sum = (field: 'created' | 'changed' | 'gone') =>
    progress.reduce((total, one) => total + one[field], 0);
  const parts = [
    [sum('created'), 'new'],
    [sum('changed'), 'changed'],
    [sum('gone'), 'gone'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, word]) => `${formatWhole(count)} ${word}`);
  return said.length === 0 ? 'nothing new' : said.join(', ');
}

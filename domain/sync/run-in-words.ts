import type { RecordKind } from './records.ts';
import type { KindProgress, SyncProgress } from './run.ts';

export const KIND_WORDS: Readonly<Record<RecordKind, string>> = {
  companies: 'companies',
  sites: 'sites',
  contacts: 'contacts',
  products: 'products',
  contracts: 'contracts',
  contractLines: 'contract lines',
  tickets: 'tickets',
  timeEntries: 'hours',
  opportunities: 'opportunities',
  surveys: 'surveys',
};

const number = new Intl.NumberFormat('en-US');
const said = (count: number, one: string, more = `${one}s`) =>
  `${number.format(count)} ${count === 1 ? one : more}`;

/** What a run that ended well has done: "Read 1,204 records: 3 new, 12 changed, 1 gone." and what it could not read. */
export function doneInWords({ kinds }: SyncProgress, applied: readonly string[]): string {
  const sum = (of: (kind: KindProgress) => number) => kinds.reduce((total, kind) => total + of(kind), 0);
  const counts = [
    `${number.format(sum((kind) => kind.created))} new`,
    `${number.format(sum((kind) => kind.changed))} changed`,
    `${number.format(sum((kind) => kind.gone))} gone`,
  ];
  const problems = sum((kind) => kind.problems);
  return [
    `Read ${said(
      sum((kind) => kind.records),
      'record',
    )}: ${counts.join(', ')}.`,
    ...applied,
    ...(problems > 0 ? [`${said(problems, 'row')} could not be read.`] : []),
    ...kinds
      .filter(({ state }) => state === 'failed')
      .map(({ kind, message }) => `Left as they were: ${KIND_WORDS[kind]}. ${message ?? ''}`.trim()),
  ].join(' ');
}

/** What an admin has to confirm: "312 of 1,000 contacts (31 %) are not in HaloPSA any more. …". */
export function deletionsInWords({ kinds }: SyncProgress, source: string): string {
  const missing = kinds.flatMap(({ kind, missing, confirmed }) =>
    missing && !confirmed
      ? [
          `${number.format(missing.records)} of ${number.format(missing.of)} ${KIND_WORDS[kind]} (${Math.floor((missing.records * 100) / missing.of)} %)`,
        ]
      : [],
  );
  return `${source} does not show ${missing.join(', ')} any more. Confirm that they are gone, or cancel and look at what its user may read.`;
}

export function putOffInWords(problem: string, minutes: number): string {
  return `${problem} It goes on in ${said(minutes, 'minute')}.`;
}

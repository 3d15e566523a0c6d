import type { StatusNames } from '../../domain/recommendations/edited-statuses.ts';
import type { Settings } from './read-settings.ts';

interface Recorded {
  readonly before: Record<string, unknown>;
  readonly after: Record<string, unknown>;
}

/** Changed settings as they are recorded: of a list only what differs, in lines that a person can read. */
export function recordedSettings(before: Partial<Settings>, after: Partial<Settings>): Recorded {
  const recorded: Recorded = { before: { ...before }, after: { ...after } };
  for (const [name, lines] of Object.entries(LISTS)) {
    const [from, to] = [lines(before), lines(after)];
    if (!from || !to) continue;
    const [gone, come] = [
      from.filter((line) => !to.includes(line)),
      to.filter((line) => !from.includes(line)),
    ];
    const moved = gone.length + come.length === 0;
    recorded.before[name] = moved ? from : gone;
    recorded.after[name] = moved ? to : come;
  }
  return recorded;
}

const LISTS = {
  exchangeRates: (settings) => settings.exchangeRates?.map(({ currency, rate }) => `${currency} ${rate}`),
  segments: (settings) => settings.segments?.map(({ name, description }) => `${name} (${description})`),
  alignmentBands: (settings) =>
    settings.alignmentBands?.map(({ name, from, color }) => `${name} from ${from} (${color})`),
  recommendationStatuses: (settings) =>
    settings.recommendationStatuses?.map(({ name, state, color }) => {
      const details = [state.replace('_', ' '), ...(color === null ? [] : [color])];
      return `${name} (${details.join(', ')})`;
    }),
} as const satisfies Partial<Record<keyof Settings, (settings: Partial<Settings>) => string[] | undefined>>;

/** What became of statuses that are no longer called so: "On Hold → Planned". */
export function recordedNames({ renamed, replaced }: StatusNames): Record<string, unknown> {
  const lines = (names: ReadonlyMap<string, string>) => [...names].map(([from, to]) => `${from} → ${to}`);
  return {
    ...(renamed.size > 0 ? { renamedStatuses: lines(renamed) } : {}),
    ...(replaced.size > 0 ? { replacedStatuses: lines(replaced) } : {}),
  };
}

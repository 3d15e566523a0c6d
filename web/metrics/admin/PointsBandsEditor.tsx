import { Button, Text } from '@mantine/core';
import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import type { FactSpread } from '../../../domain/what-if/fact-spread.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { formatCount } from '../../ui/numbers.ts';
import classes from './admin.module.css';
import { DecimalInput } from './DecimalInput.tsx';
import { FactHistogram } from './FactHistogram.tsx';
import { countsByLimit } from './histogram.ts';
import type { DraftMetric } from './metrics-draft.ts';

type PointsBands = Extract<DraftMetric, { kind: 'computed' }>['bands'];

interface PointsBandsEditorProps {
  readonly bands: PointsBands;
  /** How the fact lies over the current clients; null: not known yet. */
  readonly spread: FactSpread | null;
  readonly error: string | undefined;
  readonly onChange: (bands: PointsBands) => void;
}

/** What a fact is worth in points, band by band, over how it lies in the current portfolio. */
export function PointsBandsEditor({ bands, spread, error, onChange }: PointsBandsEditorProps) {
  const set = (index: number, part: Partial<PointsBands[number]>) =>
    onChange(bands.map((band, i) => (i === index ? { ...band, ...part } : band)));
  const limits = bands.map(({ upTo }) => (upTo === null ? null : Number(upTo || Number.NaN)));
  const counts = spread && countsByLimit(spread.values, limits);
  return (
    <fieldset className={classes.pairs} style={{ border: 0, padding: 0, margin: 0 }}>
      <Text component="legend" fz="sm" fw={550}>
        Bands: what the fact is worth
      </Text>
      {spread ? <FactHistogram spread={spread} limits={limits} /> : null}
      {bands.map((band, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a band is its place
        <div key={i} className={classes.pair}>
          <span className={classes.words}>{band.upTo === null ? 'Above' : 'Up to'}</span>
          {band.upTo === null ? null : (
            <DecimalInput
              aria-label={`Band ${i + 1}: limit`}
              value={band.upTo}
              onChange={(upTo) => set(i, { upTo })}
              allowNegative
              w={100}
            />
          )}
          <DecimalInput
            aria-label={`Band ${i + 1}: points`}
            value={band.points}
            onChange={(points) => set(i, { points })}
            suffix=" points"
            w={110}
          />
          <Text fz="sm" c="dimmed" className={classes.count ?? ''}>
            {counts ? formatCount(counts[i] ?? 0, 'client', 'clients') : ''}
          </Text>
          {band.upTo === null ? null : (
            <IconButton
              icon={Trash2}
              label={`Remove band ${i + 1}`}
              onClick={() => onChange(bands.filter((_, at) => at !== i))}
            />
          )}
        </div>
      ))}
      {error ? (
        <Text fz="xs" c="var(--mantine-color-error)" role="alert">
          {error}
        </Text>
      ) : null}
      <div>
        <Button
          variant="default"
          size="xs"
          leftSection={<Plus size={14} aria-hidden />}
          onClick={() => onChange([...bands.slice(0, -1), { upTo: '', points: '' }, ...bands.slice(-1)])}
        >
          Add band
        </Button>
      </div>
    </fieldset>
  );
}

import { NumberInput, Radio, Text, Textarea, TextInput } from '@mantine/core';
import type { Quadrant } from '../../domain/portfolio/definitions.ts';
import { MoneyInput } from '../editing/MoneyInput.tsx';
import { moneyOf } from '../me/queries.ts';
import { Panel } from '../ui/Panel.tsx';
import { Problem } from './CurrencyPanel.tsx';
import type { Editing } from './use-workspace-settings.ts';
import classes from './workspace-settings.module.css';

const PLACES: Readonly<Record<Quadrant, string>> = {
  high_value_low_effort: 'High value, low effort',
  high_value_high_effort: 'High value, high effort',
  low_value_low_effort: 'Low value, low effort',
  low_value_high_effort: 'Low value, high effort',
};

/** Where the quadrants are cut, and what they are called. */
export function SegmentsPanel({ editing }: { readonly editing: Editing }) {
  const { values, stored, problems, set } = editing;
  return (
    <Panel title="Segments">
      <div className={classes.fields}>
        <Midpoint
          label="High value begins at"
          currency={values.currency}
          value={values.valueMidpoint}
          median={stored.medians.total}
          onChange={(valueMidpoint) => set({ valueMidpoint })}
        />
        <Midpoint
          label="High value per seat begins at"
          currency={values.currency}
          value={values.seatValueMidpoint}
          median={stored.medians.perSeat}
          onChange={(seatValueMidpoint) => set({ seatValueMidpoint })}
        />
        <NumberInput
          label="High effort begins at"
          description="An effort score, 0 to 100"
          min={0}
          max={100}
          value={values.effortMidpoint ?? ''}
          error={problems.effortMidpoint}
          onChange={(value) => set({ effortMidpoint: value === '' ? null : Number(value) })}
        />
      </div>
      <div className={classes.quadrants}>
        {values.segments.map((segment) => {
          const change = (part: Partial<typeof segment>) =>
            set({
              segments: values.segments.map((it) =>
                it.quadrant === segment.quadrant ? { ...it, ...part } : it,
              ),
            });
          const place = PLACES[segment.quadrant];
          return (
            <fieldset key={segment.quadrant} className={classes.quadrant}>
              <legend>{place}</legend>
              <TextInput
                aria-label={`Name of ${place}`}
                value={segment.name}
                error={!segment.name.trim()}
                onChange={(event) => change({ name: event.currentTarget.value })}
              />
              <Textarea
                aria-label={`Description of ${place}`}
                autosize
                minRows={2}
                value={segment.description}
                onChange={(event) => change({ description: event.currentTarget.value })}
              />
            </fieldset>
          );
        })}
      </div>
      {problems.segments ? <Problem>{problems.segments}</Problem> : null}
    </Panel>
  );
}

interface MidpointProps {
  readonly label: string;
  readonly currency: string;
  /** Cents; null: the median. */
  readonly value: number | null;
  readonly median: number | null;
  readonly onChange: (value: number | null) => void;
}

function Midpoint({ label, currency, value, median, onChange }: MidpointProps) {
  const now = median === null ? 'of no client yet' : `now ${moneyOf(currency).full(Math.round(median))}`;
  return (
    <Radio.Group
      label={label}
      value={value === null ? 'median' : 'fixed'}
      onChange={(choice) => onChange(choice === 'median' ? null : Math.round(median ?? 0))}
    >
      <div className={classes.midpoint}>
        <Radio value="median" label={`The median, ${now}`} />
        <Radio value="fixed" label="A fixed amount" />
        {value === null ? (
          <Text fz="xs" c="dimmed">
            The median moves with your clients: half of them are above it.
          </Text>
        ) : (
          <MoneyInput
            aria-label={`${label}: amount`}
            currency={currency}
            min={0}
            value={value / 100}
            onChange={(units) => onChange(units === '' ? 0 : Math.round(Number(units) * 100))}
          />
        )}
      </div>
    </Radio.Group>
  );
}

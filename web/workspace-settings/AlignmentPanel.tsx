import { Button, ColorInput, NumberInput, TextInput } from '@mantine/core';
import Plus from 'lucide-react/icons/plus';
import X from 'lucide-react/icons/x';
import { IconButton } from '../ui/IconButton.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Problem } from './CurrencyPanel.tsx';
import { SWATCHES } from './swatches.ts';
import type { Editing } from './use-workspace-settings.ts';
import type { Values } from './values.ts';
import classes from './workspace-settings.module.css';

type Band = Values['alignmentBands'][number];

/** The bands of alignment, and how long what was found stays fresh. */
export function AlignmentPanel({ editing }: { readonly editing: Editing }) {
  const { values, problems, set } = editing;
  const bands = values.alignmentBands;
  const put = (at: number, part: Partial<Band>) =>
    set({ alignmentBands: bands.map((band, i) => (i === at ? { ...band, ...part } : band)) });
  const top = bands.reduce<Band | null>(
    (best, band) => ((band.from ?? -1) > (best?.from ?? -1) ? band : best),
    null,
  );
  return (
    <Panel title="Stack alignment">
      <ol className={classes.rows} aria-label="Alignment bands">
        {bands.map((band, at) => {
          const name = band.name || `band ${at + 1}`;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a band has nothing else that stays while it is edited
            <li key={at} className={classes.band}>
              <TextInput
                aria-label={`Name of band ${at + 1}`}
                style={{ gridArea: 'name' }}
                value={band.name}
                onChange={(event) => put(at, { name: event.currentTarget.value })}
              />
              <NumberInput
                aria-label={`Lower bound of ${name}`}
                style={{ gridArea: 'from' }}
                min={0}
                max={100}
                prefix="from "
                suffix=" %"
                hideControls
                value={band.from ?? ''}
                onChange={(value) => put(at, { from: value === '' ? null : Number(value) })}
              />
              <ColorInput
                aria-label={`Colour of ${name}`}
                style={{ gridArea: 'colour' }}
                swatches={SWATCHES}
                eyeDropperButtonProps={{ 'aria-label': 'Pick a colour from the screen' }}
                value={band.color}
                onChange={(color) => put(at, { color })}
              />
              <IconButton
                icon={X}
                label={`Take ${name} out`}
                style={{ gridArea: 'out' }}
                disabled={bands.length === 1}
                onClick={() => set({ alignmentBands: bands.filter((_, i) => i !== at) })}
              />
            </li>
          );
        })}
      </ol>
      {problems.alignmentBands ? <Problem>{problems.alignmentBands}</Problem> : null}
      <div className={classes.adders}>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<Plus size={14} aria-hidden />}
          onClick={() => set({ alignmentBands: [...bands, { name: '', from: null, color: SWATCHES[0]! }] })}
        >
          Add a band
        </Button>
      </div>
      <NumberInput
        mt="md"
        maw={360}
        label="An alignment is stale after"
        description={`It is marked then, and counts as before. The top band${top ? `, “${top.name}”,` : ''} counts as aligned.`}
        min={0}
        allowDecimal={false}
        suffix=" days"
        value={values.alignmentStaleAfterDays ?? ''}
        error={problems.alignmentStaleAfterDays}
        onChange={(value) => set({ alignmentStaleAfterDays: value === '' ? null : Number(value) })}
      />
    </Panel>
  );
}

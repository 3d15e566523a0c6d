import { Button, ColorInput, Group, Stack, Text, TextInput } from '@mantine/core';
import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import type { ScoreKind } from '../../../contract/metrics.ts';
import type { BandProblem } from '../../../domain/portfolio/band-problems.ts';
import type { ScoreSpread } from '../../../domain/what-if/score-spread.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { formatCount } from '../../ui/numbers.ts';
import { Panel } from '../../ui/Panel.tsx';
import classes from './admin.module.css';
import { CutScoreBar } from './CutScoreBar.tsx';
import { DecimalInput } from './DecimalInput.tsx';
import { type DraftBand, type MetricsDraft, newKey } from './metrics-draft.ts';

interface CutScoresProps {
  readonly kind: ScoreKind;
  readonly draft: MetricsDraft;
  readonly problems: readonly BandProblem[];
  readonly coverageProblem: string | null;
  readonly spread: ScoreSpread | null;
  readonly onChange: (part: Partial<MetricsDraft>) => void;
}

const TITLES = { health: 'Health cut scores', effort: 'Effort bands' } as const;
const SWATCHES = ['#D55E00', '#E69F00', '#F0E442', '#009E73', '#56B4E9', '#0072B2', '#CC79A7', '#8A8F98'];

/** Where one status ends and the next begins. */
export function CutScores(props: CutScoresProps) {
  const { kind, draft, problems, coverageProblem, spread, onChange } = props;
  const { bands, minimumCoverage } = draft;
  const sound = !problems.some(({ field }) => field === 'from');
  const set = (index: number, part: Partial<DraftBand>) =>
    onChange({ bands: bands.map((band, i) => (i === index ? { ...band, ...part } : band)) });
  const errorOf = (index: number, field: BandProblem['field']) =>
    problems.find((problem) => problem.band === index && problem.field === field)?.message;
  return (
    <Panel title={TITLES[kind]}>
      <Stack gap="sm">
        {kind === 'effort' ? (
          <Text fz="sm" fw={550}>
            Higher means more effort
          </Text>
        ) : null}
        {sound ? (
          <CutScoreBar bands={bands} spread={spread} onMove={(index, from) => set(index, { from })} />
        ) : null}
        {bands.map((band, i) => (
          <div key={band.key} className={classes.band}>
            <DecimalInput
              aria-label={`${band.name || 'Band'}: lower bound`}
              value={band.from}
              onChange={(from) => set(i, { from })}
              disabled={i === 0}
              max={100}
              error={errorOf(i, 'from')}
              w={84}
            />
            <TextInput
              aria-label={`Band ${i + 1}: name`}
              value={band.name}
              onChange={(event) => set(i, { name: event.currentTarget.value })}
              error={errorOf(i, 'name')}
              className={classes.grow ?? ''}
            />
            <ColorInput
              aria-label={`${band.name || 'Band'}: colour`}
              value={band.color}
              onChange={(color) => set(i, { color })}
              swatches={SWATCHES}
              swatchesPerRow={8}
              withEyeDropper={false}
              w={120}
            />
            <Text fz="sm" c="dimmed" className={classes.count ?? ''}>
              {sound && spread ? formatCount(scoresIn(spread, bands, i), 'score', 'scores') : ''}
            </Text>
            <IconButton
              icon={Trash2}
              label={`Remove ${band.name || 'band'}`}
              disabled={bands.length === 1 || i === 0}
              onClick={() => onChange({ bands: bands.filter((_, at) => at !== i) })}
            />
          </div>
        ))}
        <Group justify="space-between" align="flex-end">
          <Button
            variant="default"
            size="xs"
            leftSection={<Plus size={14} aria-hidden />}
            disabled={!sound || Number(bands.at(-1)!.from) >= 100}
            onClick={() => onChange({ bands: withOneMore(bands) })}
          >
            Add band
          </Button>
          {minimumCoverage === null ? null : (
            <DecimalInput
              label="Minimum coverage"
              description="Below it a client’s status is “No score”"
              value={minimumCoverage}
              onChange={(value) => onChange({ minimumCoverage: value })}
              max={100}
              suffix=" %"
              error={coverageProblem}
              w={240}
            />
          )}
        </Group>
      </Stack>
    </Panel>
  );
}

function scoresIn({ counts }: ScoreSpread, bands: readonly DraftBand[], index: number): number {
  const [from, to] = [Number(bands[index]!.from), Number(bands[index + 1]?.from ?? 101)];
  return counts.reduce((sum, count, score) => (score >= from && score < to ? sum + count : sum), 0);
}

/** Halfway between the last band and 100. */
function withOneMore(bands: readonly DraftBand[]): readonly DraftBand[] {
  const from = Math.min(100, Math.ceil((Number(bands.at(-1)!.from) + 100) / 2));
  const color = SWATCHES.find((swatch) => bands.every((band) => band.color !== swatch)) ?? SWATCHES[0]!;
  return [...bands, { key: newKey(), name: '', from: String(from), color }];
}

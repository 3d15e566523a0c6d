import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import type { ScoreSpread } from '../../../domain/what-if/score-spread.ts';
import { formatCount } from '../../ui/numbers.ts';
import classes from './admin.module.css';
import { Bars } from './Bars.tsx';
import type { DraftBand } from './metrics-draft.ts';

interface CutScoreBarProps {
  readonly bands: readonly DraftBand[];
  /** By the draft; null: not known yet. */
  readonly spread: ScoreSpread | null;
  readonly onMove: (index: number, from: string) => void;
}

/** The bands side by side from 0 to 100 under the histogram of current scores; each cut score has a handle. */
export function CutScoreBar({ bands, spread, onMove }: CutScoreBarProps) {
  const track = useRef<HTMLDivElement>(null);
  const bounds = bands.map(({ from }) => Number(from));
  const bandOf = (score: number) => bands.findLast((_, i) => bounds[i]! <= score);
  const between = (index: number, value: number) => {
    const least = bounds[index - 1]! + 1;
    const most = (bounds[index + 1] ?? 101) - 1;
    return Math.max(least, Math.min(most, Math.round(value)));
  };
  const scoreAt = (x: number) => {
    const { left, width } = track.current!.getBoundingClientRect();
    return ((x - left) / width) * 100;
  };
  const move = (index: number, value: number) => {
    const next = between(index, value);
    if (next !== bounds[index]) onMove(index, String(next));
  };
  return (
    <div className={classes.cut}>
      <Bars
        counts={spread?.counts ?? new Array<number>(101).fill(0)}
        color={(score) => bandOf(score)?.color}
      />
      <div ref={track} className={classes.track}>
        {bands.map((band, i) => (
          <span
            key={band.key}
            className={classes.stretch}
            style={{
              left: `${bounds[i]}%`,
              right: `${100 - (bounds[i + 1] ?? 100)}%`,
              background: band.color,
            }}
          />
        ))}
        {bands.map((band, i) =>
          i === 0 ? null : (
            <Handle
              key={band.key}
              name={band.name}
              value={bounds[i]!}
              least={bounds[i - 1]! + 1}
              most={(bounds[i + 1] ?? 101) - 1}
              onMove={(value) => move(i, value)}
              scoreAt={scoreAt}
            />
          ),
        )}
      </div>
      <div className={classes.scale} aria-hidden>
        <span>0</span>
        <span>50</span>
        <span>100</span>
      </div>
      {spread && spread.without > 0 ? (
        <div className={classes.quiet}>
          {formatCount(spread.without, 'client has', 'clients have')} no score.
        </div>
      ) : null}
    </div>
  );
}

interface HandleProps {
  readonly name: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onMove: (value: number) => void;
  readonly scoreAt: (x: number) => number;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
};

function Handle({ name, value, least, most, onMove, scoreAt }: HandleProps) {
  const keyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const next = event.key === 'Home' ? least : event.key === 'End' ? most : step && value + step;
    if (next === undefined) return;
    event.preventDefault();
    onMove(next);
  };
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) onMove(scoreAt(event.clientX));
  };
  return (
    <span
      role="slider"
      tabIndex={0}
      className={classes.handle}
      style={{ left: `${value}%` }}
      aria-label={`${name} starts at`}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={value}
      onKeyDown={keyDown}
      onPointerDown={(event) => {
        if (event.button === 0) event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={drag}
    />
  );
}

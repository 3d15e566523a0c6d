import { formatDay } from '../ui/days.ts';
import { formatDecimal } from '../ui/numbers.ts';
import classes from './assessments.module.css';

interface TrendLineProps {
  readonly title: string;
  /** Earliest first. */
  readonly points: readonly { readonly day: string; readonly score: number }[];
}

const WIDTH = 340;
const HEIGHT = 120;
const LEFT = 26;
const RIGHT = 30;
const TOP = 14;
const BOTTOM = 18;

/** Scores 0–100 over time. */
export function TrendLine({ title, points }: TrendLineProps) {
  const times = points.map(({ day }) => Date.parse(day));
  const [first, last] = [times[0]!, times.at(-1)!];
  const x = (time: number) =>
    LEFT + (last === first ? 0.5 : (time - first) / (last - first)) * (WIDTH - LEFT - RIGHT);
  const y = (score: number) => TOP + (1 - score / 100) * (HEIGHT - TOP - BOTTOM);
  const places = points.map((point, i) => ({ ...point, x: x(times[i]!), y: y(point.score) }));
  const said = points.map(({ day, score }) => `${formatDay(day)}: ${formatDecimal(score)}`).join('; ');
  return (
    <figure className={classes.trend}>
      <figcaption dir="auto">{title}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${title}. ${said}`}>
        {[0, 50, 100].map((score) => (
          <g key={score}>
            <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(score)} y2={y(score)} stroke="var(--qd-line)" />
            <text
              x={LEFT - 6}
              y={y(score) + 3.5}
              textAnchor="end"
              fontSize={10}
              fill="var(--mantine-color-dimmed)"
            >
              {score}
            </text>
          </g>
        ))}
        <polyline
          points={places.map((place) => `${place.x},${place.y}`).join(' ')}
          fill="none"
          stroke="var(--mantine-color-teal-6)"
          strokeWidth={2}
          strokeLinejoin="round"
        />
        {places.map((place, i) => (
          <g key={`${place.day} ${place.x}`}>
            <circle cx={place.x} cy={place.y} r={4} fill="var(--mantine-color-teal-6)" />
            <text
              x={place.x}
              y={place.y - 8}
              textAnchor={i === 0 ? 'start' : 'middle'}
              dx={i === 0 ? -2 : 0}
              fontSize={11}
              fontWeight={600}
              fill="var(--mantine-color-text)"
            >
              {formatDecimal(place.score)}
            </text>
            {i === 0 || i === places.length - 1 ? (
              <text
                x={place.x}
                y={HEIGHT - 3}
                textAnchor={i === 0 ? 'start' : 'end'}
                dx={i === 0 ? -4 : 12}
                fontSize={10}
                fill="var(--mantine-color-dimmed)"
              >
                {formatDay(place.day)}
              </text>
            ) : null}
          </g>
        ))}
      </svg>
    </figure>
  );
}

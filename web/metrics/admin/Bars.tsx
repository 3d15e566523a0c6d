import classes from './admin.module.css';

interface BarsProps {
  readonly counts: readonly number[];
  /** By bar; none: all alike. */
  readonly color?: (index: number) => string | undefined;
}

/** A histogram without axes; what it says stands in words beside it. */
export function Bars({ counts, color }: BarsProps) {
  const most = Math.max(1, ...counts);
  const width = 100 / counts.length;
  return (
    <svg
      className={classes.bars}
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      aria-hidden
      focusable="false"
    >
      {counts.map((count, i) => {
        const height = (count / most) * 96;
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
            key={i}
            x={i * width + width * 0.08}
            width={width * 0.84}
            y={100 - height}
            height={height}
            fill={color?.(i) ?? 'var(--mantine-color-dimmed)'}
            opacity={0.85}
          />
        );
      })}
    </svg>
  );
}

import { Group } from '@mantine/core';
import type { StatusStyle } from '../charts/status-style.ts';

/** The shape of a status in its colour. */
export function StatusMark({ status, size = 10 }: { readonly status: StatusStyle; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="-1 -1 26 26"
      aria-hidden
      focusable="false"
      style={{ flex: 'none' }}
    >
      <path
        d={status.shape}
        fill={status.color}
        stroke="currentColor"
        strokeOpacity={0.45}
        strokeWidth={1.5}
      />
    </svg>
  );
}

interface StatusLabelProps {
  readonly name: string;
  /** Undefined while the workspace's statuses are not known yet. */
  readonly status: StatusStyle | undefined;
}

/** A health status: its mark and its name. */
export function StatusLabel({ name, status }: StatusLabelProps) {
  return (
    <Group component="span" gap={7} wrap="nowrap" display="inline-flex">
      {status ? <StatusMark status={status} /> : null}
      {name}
    </Group>
  );
}

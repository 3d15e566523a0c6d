import { formatWhole } from '../ui/numbers.ts';

/** "1.4 MB", "320 KB", "12 bytes". */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  if (bytes < 1024 ** 2) return `${formatWhole(Math.round(bytes / 1024))} KB`;
  return `${(bytes / 1024 ** 2).toLocaleString(undefined, { maximumFractionDigits: 1 })} MB`;
}

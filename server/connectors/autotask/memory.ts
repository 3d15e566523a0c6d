import type { Access } from '../connector.ts';

/** What was found out in earlier sessions and need not be asked again for some hours. */
export interface Memory {
  recall<T>(key: string, hours: number): T | null;
  keep(key: string, value: unknown): void;
}

export function memoryOf({ remembered, remember, now }: Access): Memory {
  let all = remembered;
  return {
    recall<T>(key: string, hours: number): T | null {
      const { at, value } = parse(all[key]);
      return at !== null && now().getTime() - at < hours * 3_600_000 ? (value as T) : null;
    },
    keep(key, value) {
      all = { ...all, [key]: JSON.stringify({ at: now().getTime(), value }) };
      remember(all);
    },
  };
}

function parse(kept: string | undefined): { at: number | null; value: unknown } {
  return kept === undefined ? { at: null, value: null } : JSON.parse(kept);
}

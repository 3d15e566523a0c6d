import { useState } from 'react';

/** Something that is known only later in the same render, and is then kept for the next. */
export function useNow<T>(): { readonly now: T | null; readonly setNow: (value: T | null) => void } {
  const [now, setNow] = useState<T | null>(null);
  return { now, setNow: (value) => (value === now ? undefined : setNow(value)) };
}

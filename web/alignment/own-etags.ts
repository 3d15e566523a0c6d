/** Follows the ETags of cells through one's own saves, so that a save after a save is not taken for a stranger's. */
export interface OwnEtags {
  /** The ETag by now of what was seen under `etag`, if only oneself has changed it since. */
  now(stackItem: string, etag: string): string;
  replaced(stackItem: string, before: string, after: string): void;
  /** Somebody else made this one, and was named when it was found. */
  told(stackItem: string, etag: string): void;
  /** Whether nobody has to be told of a cell in this state: it is one's own, or was told of. */
  isKnown(stackItem: string, etag: string): boolean;
}

export function ownEtags(): OwnEtags {
  const next = new Map<string, string>();
  const known = new Set<string>();
  const at = (stackItem: string, etag: string) => JSON.stringify([stackItem, etag]);
  return {
    now(stackItem, etag) {
      let found = etag;
      for (let after = next.get(at(stackItem, etag)); after !== undefined; ) {
        found = after;
        after = next.get(at(stackItem, found));
      }
      return found;
    },
    replaced(stackItem, before, after) {
      known.add(at(stackItem, after));
      if (before === after) return;
      next.set(at(stackItem, before), after);
      // a cell that is as it once was starts over
      next.delete(at(stackItem, after));
    },
    told: (stackItem, etag) => void known.add(at(stackItem, etag)),
    isKnown: (stackItem, etag) => known.has(at(stackItem, etag)),
  };
}

type Fields = Readonly<Record<string, unknown>>;

interface Recorded {
  readonly before: Record<string, unknown>;
  readonly after: Record<string, unknown>;
}

/**
 * What is put on record of a change of these fields: single values as they were and are; of a list only what was added
 * (`companiesAdded`) and taken out (`companiesRemoved`), as it may hold thousands. Null: nothing was changed.
 */
export function recordedChange(stored: Fields, now: Fields): Recorded | null {
  const before: Record<string, unknown> = {};
  const after: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(now)) {
    const old = stored[name] ?? null;
    if (Array.isArray(value)) {
      const [added, removed] = [without(value, old), without(old, value)];
      if (added.length > 0) after[`${name}Added`] = added;
      if (removed.length > 0) before[`${name}Removed`] = removed;
    } else if (value !== old) {
      before[name] = old;
      after[name] = value;
    }
  }
  return Object.keys(before).length + Object.keys(after).length > 0 ? { before, after } : null;
}

function without(list: unknown, others: unknown): unknown[] {
  const known = new Set(Array.isArray(others) ? others : []);
  return Array.isArray(list) ? list.filter((entry) => !known.has(entry)) : [];
}

/**
 * Keys for rows that a sync creates: "connectwise-250". Where that is taken, as by another connection of the same vendor, a number
 * follows. A key that was given is taken.
 */
export function newKeys(vendor: string, taken: Iterable<string>): (name: string) => string {
  const used = new Set(taken);
  return (name) => {
    const base = `${vendor}-${name}`;
    let key = base;
    for (let n = 2; used.has(key); n++) key = `${base}-${n}`;
    used.add(key);
    return key;
  };
}

/** Colours aside, and ratios to twelve places: the oracle divides in another order. Money stays to the cent. */
export function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? value : Number(value.toPrecision(12));
  if (Array.isArray(value)) return value.map(rounded);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== 'color')
      .map(([name, inner]) => [name, rounded(inner)]),
  );
}

/** The first of these fields that holds text, of what was recorded before or after a change. */
export function recordedText(recorded: unknown, fields: readonly string[]): string | undefined {
  if (typeof recorded !== 'object' || recorded === null) return undefined;
  const values = fields.map((field) => (recorded as Record<string, unknown>)[field]);
  return values.find((value) => typeof value === 'string');
}

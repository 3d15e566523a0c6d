/** Minutes after midnight of "02:00"; null: that is no time of day. */
export function minutesOfDay(text: string): number | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  return match ? 60 * Number(match[1]) + Number(match[2]) : null;
}

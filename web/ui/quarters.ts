/** A quarter for people: 2026-Q4 is "Q4 2026". */
export const quarterName = (quarter: string): string => `${quarter.slice(5)} ${quarter.slice(0, 4)}`;

/** A quarter or a year (2026, which is its own name) for people. */
export const periodName = (period: string): string => (period.includes('-') ? quarterName(period) : period);

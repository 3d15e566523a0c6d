/** A quarter for people: 2026-Q4 is "Q4 2026". */
export const quarterName = (quarter: string): string => `${quarter.slice(5)} ${quarter.slice(0, 4)}`;

/** What makes a field's clear button reachable by keyboard, finger and screen reader, under a name. */
export const clearButton = (label: string) => ({
  'aria-label': label,
  'aria-hidden': false as const,
  tabIndex: 0,
  miw: 24,
  mih: 24,
});

/** The Chromium to drive: $CHROMIUM, else the first of the usual names on the PATH, else undefined. */
export function findChromium(): string | undefined;

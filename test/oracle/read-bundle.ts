import type { Bundle } from './bundle.ts';

/** The files as rows of text; RFC 4180 read plainly. */
export function bundleOf(texts: Readonly<Record<string, string>>): Bundle {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => {
      const [header = [], ...records] = recordsOf(text);
      return [
        name,
        records.map((cells) => Object.fromEntries(header.map((column, i) => [column, cells[i]!]))),
      ];
    }),
  );
}

function recordsOf(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    record.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    records.push(record);
    record = [];
  }
  return records;
}

/** A bundle as plain rows of text, file by file: what the generator makes, the importer reads and the oracle computes from. */
export type Row = Readonly<Record<string, string>>;
export type Bundle = Readonly<Record<string, readonly Row[]>>;

export const list = (cell: string | undefined): string[] => (cell ? cell.split('|') : []);

import { shortDecimal } from '../cells/decimal.ts';
import { shown } from '../errors.ts';
import { named, query } from '../sql.ts';
import { cellAccess, type FileInCheck, type RowRule } from './file-in-check.ts';

/** The bands of a kind, those of the file with those that the workspace keeps: the lowest from 0, no two from the same bound. */
export async function bandRule(file: FileInCheck): Promise<RowRule> {
  const name = cellAccess(file.columns, 'name');
  const from = cellAccess(file.columns, 'from');
  const bounds = new Map<string, { from: string; line: number | undefined }>();
  for (const band of await storedBands(file))
    bounds.set(band.name, { from: shortDecimal(band.from)!, line: undefined });
  let sound = from.present && name.present;
  return {
    row(row) {
      const [band, bound] = [name.of(row), from.of(row)];
      if (typeof band === 'string' && typeof bound === 'string')
        bounds.set(band, { from: bound, line: row.line });
      else sound = false;
    },
    end(complete) {
      const given = [...bounds.values()].filter(({ line }) => line !== undefined);
      if (!complete || !sound || given.length === 0) return;
      const holders = new Map<string, string>();
      for (const [band, { from: bound, line }] of [...bounds].sort(
        ([, a], [, b]) => (a.line ?? 0) - (b.line ?? 0),
      )) {
        const holder = holders.get(bound);
        if (holder === undefined) holders.set(bound, band);
        else if (line !== undefined)
          file.report(
            line,
            from.place,
            `from is ${bound}, as of the band ${shown(holder)}; expected another lower bound`,
          );
      }
      if (!holders.has('0'))
        file.report(given[0]!.line!, from.place, 'no band starts at 0; expected the first one to');
    },
  };
}

function storedBands({ format, bundle }: FileInCheck): Promise<{ name: string; from: string }[]> {
  const sql = `select name, ${named('from')} from ${format.name} where workspace_id = $1`;
  return bundle.ask((tx, workspace) => query(tx, sql, [workspace]));
}

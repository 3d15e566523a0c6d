import { named, query } from '../sql.ts';
import { cellAccess, type FileInCheck, type RowRule } from './file-in-check.ts';

/** An end does not lie before its start; a column that the file lacks stands as the workspace has it. */
export async function periodRule(file: FileInCheck, fromName: string, toName: string): Promise<RowRule> {
  const from = cellAccess(file.columns, fromName);
  const to = cellAccess(file.columns, toName);
  const key = cellAccess(file.columns, file.format.identity[0]!);
  if (!from.present && !to.present) return { row() {} };
  const missing = from.present ? (to.present ? undefined : toName) : fromName;
  const stored = missing ? await storedDays(file, missing) : new Map<string, string>();
  return {
    row(row) {
      const kept = stored.get(key.of(row) ?? '');
      const start = from.present ? from.of(row) : kept;
      const end = to.present ? to.of(row) : kept;
      if (typeof start !== 'string' || typeof end !== 'string' || end >= start) return;
      const [place, problem] = to.present
        ? [to.place, `${toName} is ${end}; expected a day on or after ${fromName}, ${start}`]
        : [from.place, `${fromName} is ${start}; expected a day on or before ${toName}, ${end}`];
      file.report(row.line, place, problem);
    },
  };
}

function storedDays({ format, bundle }: FileInCheck, name: string): Promise<Map<string, string>> {
  const { column } = format.columns.find((candidate) => candidate.name === name)!;
  const sql = `select ${named(format.identity[0]!)} as key, ${named(column)} as day from ${format.name} where workspace_id = $1 and ${named(column)} is not null`;
  return bundle.ask(async (tx, workspace) => {
    const rows = await query<{ key: string; day: string }>(tx, sql, [workspace]);
    return new Map(rows.map(({ key, day }) => [key, day]));
  });
}

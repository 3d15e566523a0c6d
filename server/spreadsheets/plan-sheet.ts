import { fileFormat } from '../../contract/bundle/format.ts';
import type { Sheet } from '../../contract/spreadsheets.ts';
import { nameBook } from '../../domain/spreadsheets/name-book.ts';
import { planRows, type SheetPlan } from '../../domain/spreadsheets/plan-rows.ts';
import { sheetKind } from '../../domain/spreadsheets/sheet-kinds.ts';
import type { Viewer } from '../access/viewer.ts';
import { fileRows } from '../bundle/export/export-bundle.ts';
import type { Database } from '../platform/database/database.ts';

/** What a sheet would do to the portfolio as it is now. */
export async function planSheet(
  database: Database,
  { workspace, user, loaded }: Viewer,
  sheet: Sheet,
): Promise<SheetPlan> {
  const { definitions, grants, portfolio, asOf } = loaded;
  const format = fileFormat(sheet.kind)!;
  const rows = await fileRows(database, workspace, format);
  const stored = rows.map((cells) =>
    Object.fromEntries(format.columns.map(({ name }, i) => [name, cells[i]!])),
  );
  const names = nameBook({
    companies: [...portfolio.slots].map(([id, slot]) => ({ id, name: portfolio.names[slot]! })),
    users: grants.users.map(({ id, name, email }) => ({ id, name, also: email })),
    stackItems: definitions.stackItems,
    healthMetrics: definitions.healthMetrics,
    effortMetrics: definitions.effortMetrics,
  });
  return planRows(
    { ...sheet, kind: sheetKind(sheet.kind) },
    { stored, names, stamp: { setOn: asOf, setBy: user.name } },
  );
}

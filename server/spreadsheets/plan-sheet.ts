import { parse } from 'csv-parse/sync';
import { fileFormat } from '../../contract/bundle/format.ts';
import type { Sheet } from '../../contract/spreadsheets.ts';
import { nameBook } from '../../domain/spreadsheets/name-book.ts';
import { planRows, type SheetPlan, type StoredRow } from '../../domain/spreadsheets/plan-rows.ts';
import { sheetKind } from '../../domain/spreadsheets/sheet-kinds.ts';
import type { Viewer } from '../access/viewer.ts';
import { exportFile } from '../bundle/export/export-bundle.ts';
import type { Database } from '../platform/database/database.ts';

/** What a sheet would do to the portfolio as it is now. */
export async function planSheet(
  database: Database,
  { workspace, user, loaded }: Viewer,
  sheet: Sheet,
): Promise<SheetPlan> {
  const { definitions, grants, portfolio, asOf } = loaded;
  const text = await exportFile(database, workspace, fileFormat(sheet.kind)!);
  const stored: StoredRow[] = parse(text, { columns: true });
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

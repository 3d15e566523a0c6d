import { shown } from '../errors.ts';
import { query } from '../sql.ts';
import { cellAccess, type FileInCheck, type RowRule } from './file-in-check.ts';

interface Stored {
  readonly key: string;
  readonly company: string;
}

/** A company has at most one primary contact, those counted that the workspace keeps. */
export async function primaryContactRule(file: FileInCheck): Promise<RowRule> {
  const key = cellAccess(file.columns, 'key');
  const company = cellAccess(file.columns, 'company');
  const primary = cellAccess(file.columns, 'primaryContact');
  const stored = new Map((await storedPrimaryContacts(file)).map((contact) => [contact.key, contact]));
  const given: { readonly key: string; readonly company: string; readonly line: number }[] = [];
  return {
    row(row) {
      const [id, of] = [key.of(row), company.of(row)];
      if (typeof id !== 'string') return;
      const isPrimary = primary.present ? primary.of(row) === 'true' : stored.has(id);
      stored.delete(id);
      if (isPrimary && typeof of === 'string') given.push({ key: id, company: of, line: row.line });
    },
    end() {
      const first = new Map([...stored.values()].map((contact) => [contact.company, contact.key]));
      for (const contact of given) {
        const other = first.get(contact.company);
        if (other === undefined) first.set(contact.company, contact.key);
        else
          file.report(
            contact.line,
            primary.present ? primary.place : company.place,
            `${shown(contact.company)} has the primary contact ${shown(other)} already; expected one of a company`,
          );
      }
    },
  };
}

function storedPrimaryContacts({ bundle }: FileInCheck): Promise<Stored[]> {
  const sql = 'select key, company from contacts where workspace_id = $1 and primary_contact';
  return bundle.ask((tx, workspace) => query<Stored>(tx, sql, [workspace]));
}

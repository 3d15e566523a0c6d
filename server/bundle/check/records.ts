import { FILE_TYPES, kindByName } from '../../../contract/file-types.ts';
import { HttpsLink } from '../../../contract/records.ts';
import { REQUIRABLE } from '../../../domain/records/missing-records.ts';
import { shownName } from '../../platform/files/shown-name.ts';
import type { NamedContent } from '../contents.ts';
import { shown } from '../errors.ts';
import { cellAccess, type FileInCheck, type RowRule } from './file-in-check.ts';

/** A file has a plain name, whose ending says what its media type says. What its bytes are is noted, to be read later. */
export function fileRule(file: FileInCheck, named: NamedContent[]): RowRule {
  const name = cellAccess(file.columns, 'name');
  const media = cellAccess(file.columns, 'media');
  const sha256 = cellAccess(file.columns, 'sha256');
  const noted = new Set<string>();
  return {
    row(row) {
      const [called, type, hash] = [name.of(row), media.of(row), sha256.of(row)];
      if (typeof called !== 'string') return;
      const kind = kindByName(called);
      if (shownName(called) !== called)
        file.report(
          row.line,
          name.place,
          `name is ${shown(called)}; expected the name of a file, such as Report.pdf`,
        );
      else if (kind === undefined || (typeof type === 'string' && FILE_TYPES[kind].media !== type))
        file.report(
          row.line,
          name.place,
          `name is ${shown(called)}; expected one that ends as its media type asks`,
        );
      else if (typeof hash === 'string' && !noted.has(`${hash} ${kind}`)) {
        noted.add(`${hash} ${kind}`);
        named.push({ sha256: hash, name: called, line: row.line, column: sha256.place });
      }
    },
  };
}

/** A record is a link or a file. */
export function recordRule(file: FileInCheck): RowRule {
  const [link, name] = [cellAccess(file.columns, 'link'), cellAccess(file.columns, 'file')];
  return {
    row(row) {
      const [linked, kept] = [link.of(row), name.of(row)];
      if (typeof linked === 'string' && typeof kept === 'string')
        file.report(row.line, name.place, `file is ${shown(kept)} beside a link; expected one of the two`);
      else if (!linked && !kept && linked !== undefined && (kept !== undefined || !name.present))
        file.report(row.line, link.place, 'link and file are empty; expected one of the two');
      if (typeof linked === 'string' && !HttpsLink.safeParse(linked).success)
        file.report(
          row.line,
          link.place,
          `link is ${shown(linked)}; expected an address that begins with https://`,
        );
    },
  };
}

/** Only what a meeting can require, and for a day at least. */
export function requirementRule(file: FileInCheck): RowRule {
  const records = cellAccess(file.columns, 'records');
  const days = cellAccess(file.columns, 'assessmentDays');
  const known: readonly string[] = REQUIRABLE;
  return {
    row(row) {
      const [listed, count] = [records.of(row), days.of(row)];
      for (const kind of entriesOf(listed))
        if (!known.includes(kind))
          file.report(
            row.line,
            records.place,
            `records has ${shown(kind)}; expected some of ${known.join(', ')}`,
          );
      if (count === '0') file.report(row.line, days.place, 'assessmentDays is 0; expected at least 1');
    },
  };
}

/** The entries of a list as its cell was read: an array as the database writes it. */
function entriesOf(list: string | null | undefined): string[] {
  return [...(list ?? '').matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, entry = '']) =>
    entry.replace(/\\(.)/g, '$1'),
  );
}

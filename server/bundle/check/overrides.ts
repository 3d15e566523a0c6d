import { compareText } from '../../../domain/text/compare.ts';
import { query } from '../sql.ts';
import { cellAccess, type FileInCheck, identityOf, type RowRule } from './file-in-check.ts';

interface Override {
  readonly company: string;
  readonly setOn: string;
  readonly expiresOn: string;
  readonly line: number | undefined;
}

/** At most one override of a company's status is in force on any day, those counted that the workspace keeps. */
export async function overrideRule(file: FileInCheck): Promise<RowRule> {
  const company = cellAccess(file.columns, 'company');
  const setOn = cellAccess(file.columns, 'setOn');
  const expiresOn = cellAccess(file.columns, 'expiresOn');
  const overrides = new Map<string, Override>();
  for (const stored of await storedOverrides(file))
    overrides.set(identityOf([stored.company, stored.setOn]), { ...stored, line: undefined });
  return {
    row(row) {
      const [of, from, to] = [company.of(row), setOn.of(row), expiresOn.of(row)];
      if (typeof of === 'string' && typeof from === 'string' && typeof to === 'string')
        overrides.set(identityOf([of, from]), { company: of, setOn: from, expiresOn: to, line: row.line });
    },
    end() {
      for (const [earlier, later] of overlapping([...overrides.values()])) {
        const at = later.line !== undefined ? later : earlier;
        const other = at === later ? earlier : later;
        if (at.line === undefined) continue;
        file.report(
          at.line,
          setOn.place,
          `the override from ${at.setOn} to ${at.expiresOn} overlaps that from ${other.setOn} to ${other.expiresOn}; expected one at a time for a company`,
        );
      }
    },
  };
}

/** Each override that begins before another of its company has ended, with that one. */
function overlapping(overrides: readonly Override[]): [Override, Override][] {
  const pairs: [Override, Override][] = [];
  let longest: Override | undefined;
  for (const override of [...overrides].sort(byCompanyAndDay)) {
    if (longest?.company !== override.company) longest = undefined;
    if (longest && override.setOn <= longest.expiresOn) pairs.push([longest, override]);
    if (!longest || override.expiresOn > longest.expiresOn) longest = override;
  }
  return pairs;
}

function byCompanyAndDay(a: Override, b: Override): number {
  return compareText(a.company, b.company) || compareText(a.setOn, b.setOn);
}

function storedOverrides({
  bundle,
}: FileInCheck): Promise<{ company: string; setOn: string; expiresOn: string }[]> {
  const sql =
    'select company, set_on as "setOn", expires_on as "expiresOn" from health_overrides where workspace_id = $1';
  return bundle.ask((tx, workspace) => query(tx, sql, [workspace]));
}

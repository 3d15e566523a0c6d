import { rm } from 'node:fs/promises';
import type { Kysely } from 'kysely';
import { FILE_TYPES, type FileKind, kindByName, LARGEST_FILE } from '../../contract/file-types.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { Draft, FileStore } from '../platform/files/file-store.ts';
import { newName } from '../platform/files/new-name.ts';
import { kindsByContent } from '../platform/files/sniff.ts';
import { writeAside } from '../platform/files/write-aside.ts';
import type { Ask } from './check/file-in-check.ts';
import { CONTENTS } from './content-names.ts';
import type { Report } from './errors.ts';
import type { BundleSource } from './source.ts';
import { query } from './sql.ts';

/** Bytes that rows of files.csv name, and the first of these rows. */
export interface NamedContent {
  readonly sha256: string;
  readonly name: string;
  readonly line: number;
  /** Of the cell. */
  readonly column: number;
}

/** Bytes that were kept in the store for an import that is not committed yet. */
export interface KeptContent {
  readonly sha256: string;
  readonly bytes: number;
  readonly storedAs: string;
}

/** The bytes of a bundle's files, from its packing to the store. */
export interface BundleContents {
  /** Writes aside what the workspace does not have yet, and reports what is missing, damaged, too large or of another kind. */
  check(named: readonly NamedContent[], ask: Ask, report: Report): Promise<void>;
  /** Keeps what was written aside; in a dry run it only makes up names. */
  keep(workspace: string, dryRun: boolean): Promise<readonly KeptContent[]>;
  /** Takes away again what an import kept and does not use. */
  remove(unused: readonly KeptContent[]): Promise<void>;
  /** Removes what is left aside. */
  close(): Promise<void>;
}

/** `store` null: no place is known to keep files in, so that a bundle with files cannot be read. */
export function bundleContents(source: BundleSource, store: FileStore | null): BundleContents {
  const drafts = new Map<string, Aside>();
  return {
    async check(named, ask, report) {
      if (named.length === 0) return;
      if (!store) throw new Error('This bundle has files, and no place is known to keep them in.');
      const known = await knownContents(ask, named);
      for (const content of named) {
        if (known.has(content.sha256)) continue;
        const found = drafts.get(content.sha256) ?? (await readContent(source, store, content.sha256));
        if (typeof found !== 'string') drafts.set(content.sha256, found);
        const problem = typeof found === 'string' ? found : kindProblem(found, content);
        if (problem !== null) report(content.line, content.column, problem);
      }
    },
    async keep(workspace, dryRun) {
      const kept: KeptContent[] = [];
      for (const [sha256, draft] of drafts) {
        const storedAs = newName(workspace);
        if (!dryRun) await store!.keep(storedAs, draft);
        kept.push({ sha256, bytes: draft.bytes, storedAs });
      }
      return kept;
    },
    async remove(unused) {
      for (const { storedAs } of unused) await store!.remove(storedAs);
    },
    async close() {
      for (const { place } of drafts.values()) await rm(place, { force: true });
    },
  };
}

/** Puts on record what was kept. Resolves to the names that are in use: equal bytes may have come by another way meanwhile. */
export async function insertContents(
  tx: Kysely<Tables>,
  workspace: string,
  kept: readonly KeptContent[],
): Promise<ReadonlySet<string>> {
  const used = new Set<string>();
  for (const { sha256, bytes, storedAs } of kept) {
    const sql = `insert into file_contents (workspace_id, sha256, bytes, stored_as) values ($1, $2, $3, $4)
      on conflict (workspace_id, sha256) do update set unused_since = null returning stored_as as "storedAs"`;
    const [row] = await query<{ storedAs: string }>(tx, sql, [workspace, sha256, bytes, storedAs]);
    used.add(row!.storedAs);
  }
  return used;
}

async function knownContents(ask: Ask, named: readonly NamedContent[]): Promise<ReadonlySet<string>> {
  const wanted = [...new Set(named.map(({ sha256 }) => sha256))];
  const sql = 'select sha256 from file_contents where workspace_id = $1 and sha256 = any ($2::text[])';
  const rows = await ask((tx, workspace) => query<{ sha256: string }>(tx, sql, [workspace, wanted]));
  return new Set(rows.map(({ sha256 }) => sha256));
}

/** Bytes that were written aside, and what kinds of file they can be. */
interface Aside extends Draft {
  readonly kinds: readonly FileKind[];
}

/** The bytes, written aside, or what is wrong with them. */
async function readContent(source: BundleSource, store: FileStore, sha256: string): Promise<Aside | string> {
  const place = `${CONTENTS}/${sha256}`;
  const file = source.contents.get(sha256);
  if (!file) return `the bundle lacks ${place}; expected the bytes of this file there`;
  const large = new Error('large');
  let draft: Awaited<ReturnType<typeof writeAside>>;
  try {
    draft = await writeAside(file.open(), store.drafts, LARGEST_FILE, () => large);
  } catch (error) {
    const why = error === large ? 'has more than 50 MB' : `cannot be read: ${(error as Error).message}`;
    return `${place} ${why}; expected a file as it can be uploaded`;
  }
  if (draft.sha256 === sha256 && draft.bytes > 0) return { ...draft, kinds: await kindsByContent(draft) };
  await rm(draft.place, { force: true });
  if (draft.bytes === 0) return `${place} is empty; expected the bytes of this file`;
  return `${place} has other bytes, of the SHA-256 ${draft.sha256}; expected its own`;
}

function kindProblem({ kinds }: Aside, { sha256, name }: NamedContent): string | null {
  const kind = kindByName(name)!;
  if (kinds.includes(kind)) return null;
  return `${CONTENTS}/${sha256} is not ${FILE_TYPES[kind].name}, or not without scripts or macros; expected what its name says`;
}

import type { Readable } from 'node:stream';
import type { Environment } from '../environment.ts';
import { dataFolderStore } from './data-folder.ts';
import { s3Store } from './s3.ts';

/** A file that was written aside, whole and on disk, with what is known of its bytes. */
export interface Draft {
  readonly place: string;
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/** Where the bytes of uploaded files are kept. Names are ours (see `newName`), never a user's, and are given once. */
export interface FileStore {
  /** The folder on this machine where files are written aside first. */
  readonly drafts: string;
  /** Keeps a draft's bytes under a name; once this resolves they outlive a crash. The draft may be gone afterwards. */
  keep(name: string, draft: Draft): Promise<void>;
  /** Rejects where there is nothing under the name. */
  open(name: string): Promise<Readable>;
  /** Nothing under the name is fine. */
  remove(name: string): Promise<void>;
  /** Names of everything that was kept for a workspace before a moment. */
  keptBefore(workspace: string, moment: Date): AsyncIterable<string>;
}

/** The store that the surroundings name: S3-compatible storage where QUARTERDECK_S3_* is set, else the data folder. */
export function openFileStore({ dataFolder, s3 }: Pick<Environment, 'dataFolder' | 's3'>): FileStore {
  const local = dataFolderStore(dataFolder);
  return s3 === null ? local : s3Store(s3, local.drafts);
}

import { randomBytes } from 'node:crypto';

/** A name to keep bytes under: the workspace's folder and 160 random bits, so it is never given twice. */
export function newName(workspace: string): string {
  return `${workspace}/${randomBytes(20).toString('hex')}`;
}

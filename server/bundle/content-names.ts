/** The folder of a bundle that has the bytes of files, each named by its SHA-256. */
export const CONTENTS = 'files';

/** Whether this can be the name of a file's bytes. */
export function isSha256(name: string): boolean {
  return /^[0-9a-f]{64}$/.test(name);
}

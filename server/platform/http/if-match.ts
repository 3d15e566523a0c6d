/** Whether a change may be made to what has this ETag now. */
export function isUnchanged(ifMatch: string | undefined, etag: string): boolean {
  if (ifMatch === undefined) return true;
  const wanted = ifMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return wanted.includes('*') || wanted.includes(etag);
}

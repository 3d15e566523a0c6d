/** A name as it is compared with others that people typed: case, and spaces around it, say nothing. */
export function foldedName(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}

import { parseArgs } from 'node:util';
import { UsageError } from './command.ts';

/** The one argument of a command that takes a file and nothing else. */
export function onlyFile(args: readonly string[]): string {
  const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError('Expected one file.');
  return file;
}

import type { Readable } from 'node:stream';
import type { Environment } from '../server/platform/environment.ts';

/** One command of `quarterdeck`: a file of its own, with a default export of this shape. */
export interface Command {
  /** What stands after the command's name, then what it does and its options: shown by --help and on wrong usage. */
  readonly usage: string;
  /** Resolves to the exit code (0 done, 1 the input or the state is wrong); a thrown error is said on stderr: exit 1. */
  run(args: readonly string[], io: Io): Promise<number>;
}

/** The outside world of a command, so that tests can look at it. */
export interface Io {
  readonly environment: Environment;
  readonly stdin: Readable;
  /** Results only, as they are; resolves when the text is taken, so that much text needs little memory. */
  out(text: string): Promise<void>;
  /** Talk: one line on stderr. */
  say(line: string): void;
}

/** Wrong usage: said on stderr together with the command's usage, exit 2. */
export class UsageError extends Error {}

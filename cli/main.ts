import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { readEnvironment } from '../server/platform/environment.ts';
import { type Command, type Io, UsageError } from './command.ts';

/** Every command, in the order of --help. Loaded when called, so that a small command starts quickly. */
const COMMANDS: Readonly<Record<string, () => Promise<{ default: Command }>>> = {
  serve: () => import('./serve.ts'),
  import: () => import('./import.ts'),
  export: () => import('./export.ts'),
  demo: () => import('./demo.ts'),
  'user add': () => import('./user-add.ts'),
  'api-key create': () => import('./api-key-create.ts'),
  dashboard: () => import('./dashboard.ts'),
  backup: () => import('./backup.ts'),
  restore: () => import('./restore.ts'),
  doctor: () => import('./doctor.ts'),
};

/** The process that a command runs in. */
export interface Surroundings {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
}

/** Runs `quarterdeck <args>` and resolves to its exit code: 0 done, 1 the input or the state is wrong, 2 wrong usage. */
export async function main(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const say = (line: string) => void surroundings.stderr.write(`${line}\n`);
  const out = (text: string) => write(surroundings.stdout, text);
  const found = findCommand(args);
  if (!found) {
    const help = await helpText();
    if (args.length === 1 && isHelp(args[0])) return out(help).then(() => 0);
    say(args.length === 0 ? help : `Unknown command "${args.join(' ')}".\n\n${help}`);
    return 2;
  }
  const { name, rest } = found;
  const { default: command } = await COMMANDS[name]!();
  const usage = `Usage: quarterdeck ${name} ${command.usage}`;
  if (rest.some(isHelp)) return out(`${usage}\n`).then(() => 0);
  try {
    const io: Io = {
      environment: readEnvironment(surroundings.variables),
      stdin: surroundings.stdin,
      out,
      say,
    };
    return await command.run(rest, io);
  } catch (error) {
    return explain(error, usage, say);
  }
}

function findCommand(args: readonly string[]): { name: string; rest: readonly string[] } | undefined {
  for (const words of [2, 1]) {
    const name = args.slice(0, words).join(' ');
    if (Object.hasOwn(COMMANDS, name)) return { name, rest: args.slice(words) };
  }
  return undefined;
}

function isHelp(argument: string | undefined): boolean {
  return argument === '--help' || argument === '-h';
}

async function helpText(): Promise<string> {
  const commands = await Promise.all(
    Object.entries(COMMANDS).map(async ([name, load]) => {
      const [synopsis, about] = (await load()).default.usage.split('\n\n');
      const firstSentence = about!.replace(/\s*\n\s*/g, ' ').replace(/(?<=[.:]) .*/, '');
      return `  ${`quarterdeck ${name} ${synopsis}`.trimEnd()}\n      ${firstSentence}\n`;
    }),
  );
  return `Usage: quarterdeck <command>\n\n${commands.join('')}\n${ENVIRONMENT}\nquarterdeck <command> --help says more.\n`;
}

const ENVIRONMENT = `Environment:
  QUARTERDECK_DATA     folder of the embedded database and files (default: ./data)
  DATABASE_URL         a PostgreSQL server instead of the embedded database
  QUARTERDECK_PORT, QUARTERDECK_HOST, QUARTERDECK_URL
                       where the server listens (default: 127.0.0.1:4400), and its public address
  QUARTERDECK_SECRET   encrypts stored credentials (default: made and kept in the data folder)
`;

function explain(error: unknown, usage: string, say: (line: string) => void): number {
  if (error instanceof UsageError || isParseError(error)) {
    say(`${error.message}\n\n${usage}`);
    return 2;
  }
  if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return 1; // nobody reads our results any more
  say(error instanceof Error ? error.message || error.name : String(error));
  return 1;
}

/** What node:util's parseArgs throws for an unknown option or a missing value. */
function isParseError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');
}

async function write(stream: Writable, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}

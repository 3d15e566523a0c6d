import { describe, expect, it } from 'vitest';
import { commandLine } from './test-command-line.ts';

const quarterdeck = commandLine({ QUARTERDECK_DATA: '/dev/null/nowhere' });

const COMMANDS = [
  'serve',
  'import',
  'export',
  'demo',
  'user add',
  'api-key create',
  'dashboard',
  'backup',
  'restore',
  'doctor',
];

describe('the command line', () => {
  it('says on request what there is, on stdout', async () => {
    const { code, stdout, stderr } = await quarterdeck(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const command of COMMANDS) expect(stdout).toContain(`quarterdeck ${command}`);
    expect(stdout).toContain('DATABASE_URL');
  });

  it.each([[[]], [['frob']], [['user']], [['user', 'remove']], [['frob', '--help']]])(
    'refuses %j with the usage on stderr',
    async (args) => {
      const { code, stdout, stderr } = await quarterdeck(args);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain('Usage: quarterdeck <command>');
    },
  );

  describe.each(COMMANDS)('%s', (command) => {
    const words = command.split(' ');

    it.each(['--help', '-h'])('explains itself on %s, without a database', async (help) => {
      const { code, stdout, stderr } = await quarterdeck([...words, help]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(new RegExp(`^Usage: quarterdeck ${command}\\b`));
    });

    it.each([[['--frob']], [['--email']], [['a', 'b', 'c']]])(
      'refuses %j with its usage on stderr',
      async (args) => {
        const { code, stdout, stderr } = await quarterdeck([...words, ...args]);
        expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
        expect(stderr).toContain(`Usage: quarterdeck ${command}`);
      },
    );
  });

  it.each([
    [['import']],
    [['export']],
    [['backup']],
    [['restore']],
    [['user', 'add', '--name', 'Ada', '--role', 'admin']],
    [['user', 'add', '--email', 'ada@example.com', '--role', 'admin']],
    [['user', 'add', '--email', 'ada@example.com', '--name', 'Ada']],
    [['user', 'add', '--email', 'ada@example.com', '--name', 'Ada', '--role', 'owner']],
    [['api-key', 'create']],
    [['serve', '--port', 'http']],
    [['serve', '--port', '65536']],
  ])('refuses %j as wrong usage', async (args) => {
    expect((await quarterdeck(args)).code).toBe(2);
  });

  it.each([
    [{ QUARTERDECK_PORT: 'http' }, 'QUARTERDECK_PORT is "http"'],
    [{ QUARTERDECK_URL: 'quarterdeck.example.com' }, 'QUARTERDECK_URL is "quarterdeck.example.com"'],
    [{ DATABASE_URL: 'mysql://localhost/x' }, 'DATABASE_URL'],
    [{ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }, 'Cannot use the database at DATABASE_URL'],
  ])('with %j says what is wrong', async (variables, message) => {
    const { code, stdout, stderr } = await commandLine(variables)(['dashboard']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(message);
  });
});

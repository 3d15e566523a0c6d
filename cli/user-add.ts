import { text as readText } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { Email, Line } from '../contract/values.ts';
import { ROLES, type Role } from '../domain/access/grants.ts';
import { type Command, UsageError } from './command.ts';
import { withMigratedDatabase } from './database.ts';
import { type AddedUser, addNewUser, type NewUser } from './new-user.ts';

const userAdd: Command = {
  usage: `--email E --name N --role R [--security-group G]… [--account-group G]… [--password-stdin]

Adds a user, and a workspace if there is none, and prints the user's id.

  --email E            the address that they sign in with
  --name N             their name
  --role R             admin, member or viewer
  --security-group G   may be given several times: a group by id or name, "all" for all companies
  --account-group G    the same for account groups
  --password-stdin     reads their password from the standard input (8 to 256 characters);
                       without it they sign in once they have been invited

A workspace's first user, and its first admin who can sign in, is put into both groups of all
companies unless groups are given. Whoever is in no security group sees no company.`,

  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        email: { type: 'string' },
        name: { type: 'string' },
        role: { type: 'string' },
        'security-group': { type: 'string', multiple: true },
        'account-group': { type: 'string', multiple: true },
        'password-stdin': { type: 'boolean' },
      },
    });
    const newUser: NewUser = {
      email: checked('--email', values.email, Email, 'an e-mail address'),
      name: checked('--name', values.name, Line, 'a name of one line'),
      role: roleOption(values.role),
      securityGroups: values['security-group'] ?? [],
      accountGroups: values['account-group'] ?? [],
      password: values['password-stdin'] ? firstLine(await readText(io.stdin)) : null,
    };
    const added = await withMigratedDatabase(io.environment, (database) => addNewUser(database, newUser));
    for (const line of remarks(added, newUser)) io.say(line);
    await io.out(`${added.id}\n`);
    return 0;
  },
};
export default userAdd;

interface Schema {
  safeParse(value: unknown): { success: true; data: string } | { success: false };
}

function checked(option: string, value: string | undefined, schema: Schema, expected: string): string {
  if (value === undefined) throw new UsageError(`${option} is missing; expected ${expected}.`);
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new Error(`${option} is "${value}"; expected ${expected}.`);
  return parsed.data;
}

function roleOption(role: string | undefined): Role {
  const known = ROLES.find((candidate) => candidate === role);
  if (!known)
    throw new UsageError(
      `--role is ${role === undefined ? 'missing' : `"${role}"`}; expected ${ROLES.join(', ')}.`,
    );
  return known;
}

/** What was typed, without the line's end. */
function firstLine(text: string): string {
  return text.replace(/\r?\n$/, '');
}

function remarks({ id, newWorkspace, seesNothing }: AddedUser, { password }: NewUser): string[] {
  const lines = newWorkspace ? ['There was no workspace, so one was made.'] : [];
  if (seesNothing)
    lines.push(
      `${id} sees no company yet: that needs a security group and, unless they are an admin, an account group.`,
    );
  if (password === null) lines.push(`${id} cannot sign in yet: invite them on the page Users.`);
  return lines;
}

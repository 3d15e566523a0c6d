import type { Connector, CredentialField } from '../connectors/connector.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { seal, unseal } from '../platform/secret.ts';

/** By the names of the connector's fields. */
export type Credentials = Readonly<Record<string, string>>;

export function sealCredentials(key: Buffer, credentials: Credentials): Buffer {
  return seal(key, JSON.stringify(credentials));
}

export function openCredentials(key: Buffer, sealed: Buffer): Credentials {
  return JSON.parse(unseal(key, sealed)) as Credentials;
}

/** What may be shown: the values of those that are not secret, and the names of the secret ones. */
export function shownCredentials({ credentials: fields }: Pick<Connector, 'credentials'>, kept: Credentials) {
  const has = fields.filter(({ name }) => kept[name] !== undefined);
  return {
    credentials: Object.fromEntries(
      has.filter(({ secret }) => !secret).map(({ name }) => [name, kept[name]!]),
    ),
    secrets: has.filter(({ secret }) => secret).map(({ name }) => name),
  };
}

/**
 * The credentials as they are to be, of what was kept and what was entered; an empty text takes one away. Refuses
 * (`unprocessable`) unknown names, what is missing, and, with `elsewhere` or a changed field that is not secret, secrets that were kept but
 * not entered again: they were meant for where they went before.
 */
export function enteredCredentials(
  { credentials: fields, name: system }: Pick<Connector, 'credentials' | 'name'>,
  kept: Credentials,
  entered: Credentials,
  elsewhere = false,
): Credentials {
  const unknown = Object.keys(entered).find((name) => !fields.some((field) => field.name === name));
  if (unknown !== undefined)
    throw refused(`${system} has no credential "${unknown}"; expected ${listed(fields)}.`);
  const next = Object.fromEntries(
    Object.entries({ ...kept, ...entered }).filter(([, value]) => value !== ''),
  );
  const missing = fields.filter(({ name, optional }) => !optional && next[name] === undefined);
  if (missing.length > 0) throw refused(`${system} needs ${listed(missing)} as well.`);
  const moved = elsewhere || fields.some(({ name, secret }) => !secret && kept[name] !== next[name]);
  const again = fields.filter(
    ({ name, secret }) => secret && kept[name] !== undefined && entered[name] === undefined,
  );
  if (moved && again.length > 0)
    throw refused(`Enter ${listed(again)} again: what is secret is not sent to another place unasked.`);
  return next;
}

const listed = (fields: readonly CredentialField[]) => fields.map(({ label }) => `“${label}”`).join(', ');

const refused = (message: string) => new Refusal('unprocessable', message);

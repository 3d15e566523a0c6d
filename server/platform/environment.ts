import type { S3Settings } from './files/s3.ts';

/** What the surroundings decide (docs/interfaces.md "Command line"): read once, when a program starts. */
export interface Environment {
  /** Folder of the embedded database and of files. */
  readonly dataFolder: string;
  /** A PostgreSQL server instead of the embedded engine. */
  readonly databaseUrl: string | null;
  readonly host: string;
  readonly port: number;
  /** Encrypts stored credentials; null: made once and kept in the data folder. */
  readonly secret: string | null;
  /** The address that people reach the server under; null: where it listens. */
  readonly url: string | null;
  /** The mail server and the address that mail comes from; null: no mail is sent. */
  readonly mail: { readonly url: string; readonly from: string } | null;
  /** Storage for uploaded files; null: the data folder. */
  readonly s3: S3Settings | null;
}

/**
 * Reads QUARTERDECK_DATA, DATABASE_URL, QUARTERDECK_PORT, QUARTERDECK_HOST, QUARTERDECK_SECRET, QUARTERDECK_URL,
 * QUARTERDECK_SMTP_URL, QUARTERDECK_MAIL_FROM and QUARTERDECK_S3_*; an empty variable counts as unset. Throws with the variable's name when a value cannot be meant.
 */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const url = variables.QUARTERDECK_URL || null;
  if (url !== null && !(/^https?:\/\//.test(url) && URL.canParse(url)))
    throw new Error(
      `QUARTERDECK_URL is "${url}"; expected an address such as https://quarterdeck.example.com`,
    );
  const databaseUrl = variables.DATABASE_URL || null;
  if (databaseUrl !== null && !/^postgres(ql)?:\/\//.test(databaseUrl))
    throw new Error(
      'DATABASE_URL is not an address of PostgreSQL; expected postgres://user@host:port/database',
    );
  return {
    dataFolder: variables.QUARTERDECK_DATA || './data',
    databaseUrl,
    host: variables.QUARTERDECK_HOST || '127.0.0.1',
    port: readPort('QUARTERDECK_PORT', variables.QUARTERDECK_PORT || '4400'),
    secret: variables.QUARTERDECK_SECRET || null,
    url,
    mail: readMail(variables),
    s3: readS3(variables),
  };
}

/** Both or neither: without an address to come from, mail servers refuse mail. Never says the address, which may hold a password. */
function readMail(variables: Readonly<Record<string, string | undefined>>): Environment['mail'] {
  const url = variables.QUARTERDECK_SMTP_URL || null;
  const from = variables.QUARTERDECK_MAIL_FROM || null;
  if (url === null && from === null) return null;
  if (url === null || !/^smtps?:\/\/./.test(url) || !URL.canParse(url))
    throw new Error(
      'QUARTERDECK_SMTP_URL is not the address of a mail server; expected smtp://user:password@host:587 or smtps://…',
    );
  if (from === null || !/^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/.test(from))
    throw new Error(
      `QUARTERDECK_MAIL_FROM is "${from ?? ''}"; expected the address that mail comes from, such as Quarterdeck <quarterdeck@example.com>`,
    );
  return { url, from };
}

/** All of it or nothing; the region may be left out. Never says the secret key. */
function readS3(variables: Readonly<Record<string, string | undefined>>): S3Settings | null {
  const of = (name: string) => variables[`QUARTERDECK_S3_${name}`] || null;
  const needed = ['ENDPOINT', 'BUCKET', 'ACCESS_KEY', 'SECRET_KEY'] as const;
  if ([...needed, 'REGION'].every((name) => of(name) === null)) return null;
  const missing = needed.find((name) => of(name) === null);
  if (missing !== undefined)
    throw new Error(
      `QUARTERDECK_S3_${missing} is missing; expected it beside the others of QUARTERDECK_S3_*`,
    );
  const [endpoint, bucket, accessKey, secretKey] = needed.map((name) => of(name)!) as [
    string,
    string,
    string,
    string,
  ];
  if (!/^https?:\/\//.test(endpoint) || !URL.canParse(endpoint))
    throw new Error(
      `QUARTERDECK_S3_ENDPOINT is "${endpoint}"; expected an address such as https://s3.eu-central-1.amazonaws.com`,
    );
  return { endpoint, bucket, accessKey, secretKey, region: of('REGION') ?? 'us-east-1' };
}

/** A TCP port as typed: 0 (any free one) to 65535. `source` names the variable or option in the error. */
export function readPort(source: string, text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new Error(`${source} is "${text}"; expected a port, 0 to 65535`);
  return Number(text);
}

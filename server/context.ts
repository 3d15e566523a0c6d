import type { SignIn } from './access/sign-in.ts';
import type { Connector } from './connectors/connector.ts';
import type { Database } from './platform/database/database.ts';
import type { FileStore } from './platform/files/file-store.ts';
import type { Mail } from './platform/mail.ts';
import type { Portfolios } from './portfolio/portfolios.ts';

/** What the server works with, made once when it starts. */
export interface ServerContext {
  readonly database: Database;
  readonly portfolios: Portfolios;
  readonly signIn: SignIn;
  /** The key under which remembered answers are sealed. */
  readonly sealKey: Buffer;
  /** The key that survey links are signed with. */
  readonly surveyKey: Buffer;
  /** The key that secrets and waiting deliveries of survey tools are sealed with. */
  readonly surveyToolKey: Buffer;
  /** The systems that can be connected. */
  readonly connectors: readonly Connector[];
  /** The key that the credentials of connected systems are sealed with. */
  readonly connectionKey: Buffer;
  /** The address that people reach the server under; null: the one that the request came to. */
  readonly url: string | null;
  /** Null: no mail server is set, and no mail is sent. */
  readonly mail: Mail | null;
  /** Where the bytes of uploaded files are kept. */
  readonly files: FileStore;
  readonly version: string;
  readonly now: () => Date;
}

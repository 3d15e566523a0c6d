import { createTransport } from 'nodemailer';

/** One e-mail to one person, in plain text. */
export interface Message {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
}

/** The way to people's mailboxes, where a mail server is set. */
export interface Mail {
  /** Resolves once the mail server has taken it; rejects with a MailFailure when it does not. */
  send(message: Message): Promise<void>;
}

/** A mail server that did not take a message: what it says of it, never what was in the message. */
export class MailFailure extends Error {
  /** Such as ECONNECTION or EAUTH, with the server's status where it answered. */
  readonly reason: string;

  constructor(reason: string) {
    super(`The mail server did not take a message: ${reason}`);
    this.reason = reason;
  }
}

/** How long the mail server may keep somebody waiting who looks at the screen. Milliseconds. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** Mail by SMTP: `url` is smtp:// or smtps://, with user and password where the server wants them. */
export function openMail({ url, from }: { readonly url: string; readonly from: string }): Mail {
  const transport = createTransport(
    { url, ...patience, disableFileAccess: true, disableUrlAccess: true },
    { from },
  );
  return {
    async send({ to, subject, text }) {
      try {
        await transport.sendMail({ to, subject, text });
      } catch (error) {
        throw new MailFailure(reasonOf(error));
      }
    },
  };
}

function reasonOf(error: unknown): string {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return [code ?? 'no reason given', responseCode].filter((part) => part !== undefined).join(' ');
}

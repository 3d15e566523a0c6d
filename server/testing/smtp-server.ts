import net, { type AddressInfo } from 'node:net';

/** A mail server on this machine that keeps what it is sent. */
export interface SmtpServer {
  readonly url: string;
  /** The messages as they came in, headers and all. */
  readonly messages: readonly { readonly to: string; readonly text: string }[];
  /** Refuses every recipient from now on, or takes them again. */
  refuse(refusing: boolean): void;
  close(): Promise<void>;
}

/** Speaks as much SMTP (RFC 5321) as it takes to receive a message. */
export async function openSmtpServer(): Promise<SmtpServer> {
  const messages: { to: string; text: string }[] = [];
  let refusing = false;
  const server = net.createServer((socket) => {
    let [pending, to, body] = ['', '', null as string[] | null];
    const say = (line: string) => socket.write(`${line}\r\n`);
    const take = (line: string) => {
      if (body !== null) {
        if (line !== '.') return void body.push(line.replace(/^\./, ''));
        messages.push({ to, text: body.join('\n') });
        body = null;
        return say('250 taken');
      }
      const command = line.slice(0, 4).toUpperCase();
      if (command === 'RCPT' && refusing) return say('550 5.1.1 no such mailbox');
      if (command === 'RCPT') to = /<(.*?)>/.exec(line)?.[1] ?? '';
      if (command === 'DATA') body = [];
      return say(command === 'DATA' ? '354 go on' : command === 'QUIT' ? '221 bye' : '250 ok');
    };
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      const lines = (pending + chunk.toString('utf8')).split('\r\n');
      pending = lines.pop() ?? '';
      for (const line of lines) take(line);
    });
    say('220 mail.test');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    messages,
    refuse: (value) => {
      refusing = value;
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

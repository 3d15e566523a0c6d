import { parseArgs } from 'node:util';
import { readPort } from '../server/platform/environment.ts';
import { type Command, UsageError } from './command.ts';

const serve: Command = {
  usage: `[--port N] [--host H]

Starts the server and says its address when it accepts requests.

  --port N   where it listens (default: QUARTERDECK_PORT, or 4400; 0: any free port)
  --host H   the interface it listens on (default: QUARTERDECK_HOST, or 127.0.0.1)`,

  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: { port: { type: 'string' }, host: { type: 'string' } },
    });
    const { startServer } = await import('../server/main.ts');
    return startServer({
      ...io.environment,
      port: values.port === undefined ? io.environment.port : portOption(values.port),
      host: values.host ?? io.environment.host,
    });
  },
};
export default serve;

function portOption(text: string): number {
  try {
    return readPort('--port', text);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

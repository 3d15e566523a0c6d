import { maskRecord } from '../../domain/sync/mask-record.ts';
import type { RecordKind } from '../../domain/sync/records.ts';
import type { Permission } from '../connectors/connector.ts';
import { ConnectorProblem } from '../connectors/connector.ts';
import type { ServerContext } from '../context.ts';
import { Refusal } from '../platform/http/refusal.ts';
import type { ConnectionPlace } from '../sync/sync-context.ts';
import { openConnection } from './open-connection.ts';

type Access = Pick<ServerContext, 'database' | 'connectors' | 'connectionKey' | 'now'>;

/** Somebody waits for the answer: the connected system gets so long for all of it. Milliseconds. */
const PATIENCE = 90_000;

/** What the credentials may read, with one that says whether they can sign in at all. Nothing that goes wrong is thrown. */
export async function testConnection(access: Access, place: ConnectionPlace): Promise<readonly Permission[]> {
  try {
    const { session } = await openConnection(access, place, AbortSignal.timeout(PATIENCE));
    return await session.test();
  } catch (error) {
    return [{ kind: 'sign in', allowed: false, message: problemInWords(error) }];
  }
}

/** One record as the connected system sends it, masked; null: there is none. Refuses what goes wrong (`unprocessable`). */
export async function sampleRecord(
  access: Access,
  place: ConnectionPlace,
  kind: RecordKind,
): Promise<unknown> {
  try {
    const { connector, session } = await openConnection(access, place, AbortSignal.timeout(PATIENCE));
    if (!connector.kinds.includes(kind))
      throw new ConnectorProblem('answer', `${connector.name} has no ${kind}.`);
    return maskRecord(await session.sample(kind));
  } catch (error) {
    throw new Refusal('unprocessable', problemInWords(error));
  }
}

/** What a person can do something about; everything else is thrown on. */
function problemInWords(error: unknown): string {
  if (error instanceof ConnectorProblem) return error.message;
  if (error instanceof Error && error.name === 'TimeoutError')
    return `No answer in ${PATIENCE / 1000} seconds. Try again later.`;
  throw error;
}

import { type Access, ConnectorProblem } from '../connector.ts';
import { parseZone } from './answers.ts';
import type { Memory } from './memory.ts';

const DISCOVERY = 'https://webservices.autotask.net';
const HOURS = 12;

/** Where an Autotask account lives. */
export interface Zone {
  /** The address of its API, up to and with `V1.0/`. */
  readonly base: string;
  /** Whether it was asked for just now, and not remembered. */
  readonly fresh: boolean;
}

/**
 * Each account lives in one of Autotask's zones; which one, the zone information says without signing in. It is remembered for
 * twelve hours, as an account may move. Throws a ConnectorProblem (`credentials`) if Autotask knows no such API user.
 */
export async function findZone(access: Access, memory: Memory, anew = false): Promise<Zone> {
  const user = access.credentials.username ?? '';
  const key = `zone ${user}`;
  const remembered = anew ? null : memory.recall<string>(key, HOURS);
  if (remembered !== null) return { base: remembered, fresh: false };
  const base = await askForZone(access, user);
  memory.keep(key, base);
  return { base, fresh: true };
}

async function askForZone({ http, credentials }: Access, user: string): Promise<string> {
  const discovery = credentials.address?.trim().replace(/\/+$/, '') || DISCOVERY;
  const answer = await http({
    url: `${discovery}/ATServicesRest/V1.0/ZoneInformation`,
    query: { user },
  });
  const url = answer.status === 200 ? parseZone(answer.json()).url : null;
  if (url === null)
    throw new ConnectorProblem(
      'credentials',
      `Autotask knows no zone for the API user "${user}" (status ${answer.status}). Check the user name: it looks like an e-mail address, and belongs to a resource of the security level "API User (system)".`,
    );
  return `${withinAutotask(url, discovery).replace(/\/+$/, '')}/V1.0/`;
}

/** The secret goes to this address next, so it has to be one of Autotask's, or where the question was sent to. */
function withinAutotask(url: string, discovery: string): string {
  const zone = URL.canParse(url) ? new URL(url) : null;
  if (
    zone &&
    (zone.host === new URL(discovery).host ||
      (zone.protocol === 'https:' && zone.hostname.endsWith('.autotask.net')))
  )
    return url;
  throw new ConnectorProblem('address', `Autotask's zone is at "${url}", which is no address of Autotask.`);
}

import { ConnectorProblem } from '../connector.ts';

/** Where an installation is reached. */
export interface Addresses {
  /** Where people sign in; says the codebase without credentials. */
  readonly login: string;
  /** Where its interface is. Both without a slash at the end. */
  readonly api: string;
}

const CLOUD = /^(?:api-)?([a-z]+\.myconnectwise\.net|staging\.connectwisedev\.com)$/;

/**
 * From what an admin copies out of the address bar, such as "na.myconnectwise.net" or "https://connect.example.com/v4_6_release".
 * ConnectWise's own cloud has its interface beside the site (api-na for na); a system of one's own has both at one host.
 */
export function addressesOf(site: string): Addresses {
  const typed = site.trim();
  const address = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (typed === '' || !URL.canParse(address))
    throw new ConnectorProblem(
      'address',
      `Site: "${typed}" is no address. Expected one such as na.myconnectwise.net.`,
    );
  const { protocol, host } = new URL(address);
  const cloud = CLOUD.exec(host);
  if (!cloud) return { login: `${protocol}//${host}`, api: `${protocol}//${host}` };
  return { login: `https://${cloud[1]}`, api: `https://api-${cloud[1]}` };
}

import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { RecordKind } from '../../../domain/sync/records.ts';
import type { Hooks } from '../connector.ts';
import { text } from '../lenient.ts';
import { addressesOf } from './address.ts';

const KINDS: Readonly<Record<string, readonly RecordKind[]>> = {
  company: ['companies', 'sites'],
  contact: ['contacts'],
  agreement: ['contracts', 'contractLines'],
  ticket: ['tickets'],
  time: ['timeEntries'],
  opportunity: ['opportunities'],
};
/** The types that ConnectWise is known to call back for. */
const TYPES = ['company', 'contact', 'ticket', 'opportunity'];

/** ConnectWise's callbacks: signed with a key that lies at an address which the call itself names. */
export const connectWiseHooks: Hooks = {
  instructions: (address) => [
    'Sign in to ConnectWise’s interface with the API member (the REST explorer of the developer site will do).',
    ...TYPES.map(
      (type) =>
        `POST /system/callbacks with ${JSON.stringify({ description: `Quarterdeck: ${type}`, url: address, type, level: 'owner', objectId: 1, inactiveFlag: false })}`,
    ),
    'ConnectWise must reach this address from outside, by https.',
  ],

  async hints({ headers, body }, { http, credentials }) {
    const call = callShape.safeParse(jsonOf(body.toString('utf8'))).data;
    const keyUrl = call?.Metadata?.key_url ?? null;
    const signature = headers['x-content-signature'];
    if (!call || keyUrl === null || !signature || !isVendors(keyUrl, credentials.site ?? '')) return null;
    const answer = await http({ url: keyUrl });
    const key = keyShape.safeParse(jsonOf(answer.text)).data?.signing_key;
    if (answer.status !== 200 || !key || !isSigned(body, key, signature)) return null;
    return KINDS[call.Type?.toLowerCase() ?? ''] ?? [];
  },
};

const callShape = z.object({
  Type: text,
  Metadata: z.object({ key_url: text }).nullable().catch(null),
});
const keyShape = z.object({ signing_key: text });

/** Else anybody could sign with a key of their own, and have us call what they like. */
function isVendors(keyUrl: string, site: string): boolean {
  if (!URL.canParse(keyUrl)) return false;
  const url = new URL(keyUrl);
  const { login, api } = addressesOf(site);
  if (url.origin === login || url.origin === api) return true;
  const isCloud = new URL(api).host.endsWith('.myconnectwise.net');
  return (
    isCloud && url.protocol === 'https:' && url.port === '' && url.hostname.endsWith('.myconnectwise.net')
  );
}

/** HMAC-SHA256 over the body as it came; its key is the digest of the signing key. */
function isSigned(body: Buffer, signingKey: string, signature: string): boolean {
  const key = createHash('sha256').update(signingKey).digest();
  const expected = createHmac('sha256', key).update(body).digest();
  const given = Buffer.from(signature, 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function jsonOf(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
}

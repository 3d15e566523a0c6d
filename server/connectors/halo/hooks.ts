import { createHash, timingSafeEqual } from 'node:crypto';
import type { RecordKind } from '../../../domain/sync/records.ts';
import type { HookCall, Hooks } from '../connector.ts';

/** Words of a call, which each HaloPSA writes as its admin likes, and what may have changed then. */
const WORDS: readonly (readonly [RegExp, readonly RecordKind[]])[] = [
  [/opportunit/, ['opportunities']],
  [/ticket|action|fault/, ['tickets', 'timeEntries']],
  [/timesheet/, ['timeEntries']],
  [/client|customer|area/, ['companies']],
  [/site/, ['sites']],
  [/user|contact/, ['contacts']],
  [/contract/, ['contracts', 'contractLines']],
  [/invoice/, ['contracts', 'contractLines']],
  [/item|product/, ['products']],
  [/feedback|survey/, ['surveys']],
];

/**
 * HaloPSA does not sign: its webhooks send what an admin has put into their address and authorization. So the call is taken
 * for HaloPSA's if it brings the secret in either place.
 */
export const haloHooks: Hooks = {
  instructions: (address) => [
    'In HaloPSA, open Configuration › Integrations › Webhooks and add a webhook of type "Standard Webhook".',
    `Payload URL: ${address}`,
    'Method POST, content type application/json, authentication "Basic": any user name, and the secret as the password.',
    'Events: new ticket logged, ticket updated, action added, client updated, contract updated, invoice updated, or those you like.',
    'If you write the payload yourself, name what it is about, such as {"about": "ticket"}. Nothing else of it is read.',
  ],
  hints: async (call) => {
    if (call.secret === null || !brought(call).some((word) => same(word, call.secret!))) return null;
    const about = `${call.query.about ?? ''} ${call.body.toString('utf8', 0, 20_000)}`.toLowerCase();
    const kinds = WORDS.filter(([word]) => word.test(about)).flatMap(([, kinds]) => kinds);
    return [...new Set(kinds.length > 0 ? kinds : (['tickets', 'timeEntries'] as const))];
  },
};

function brought({ headers, query }: HookCall): readonly string[] {
  const [scheme = '', value = ''] = (headers.authorization ?? '').trim().split(/\s+/, 2);
  const basic = Buffer.from(value, 'base64').toString();
  const password = basic.slice(basic.indexOf(':') + 1);
  return [query.secret ?? '', value === '' ? scheme : /^basic$/i.test(scheme) ? password : value];
}

function same(a: string, b: string): boolean {
  const digest = (word: string) => createHash('sha256').update(word).digest();
  return timingSafeEqual(digest(a), digest(b));
}

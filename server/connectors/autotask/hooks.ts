import { createHmac, timingSafeEqual } from 'node:crypto';
import type { RecordKind } from '../../../domain/sync/records.ts';
import type { Hooks } from '../connector.ts';

/** Autotask calls for companies, contacts and tickets; it cannot for contracts and hours. */
export const hooks: Hooks = {
  instructions: (address) => [
    'In Autotask, an administrator makes a webhook of each kind through the REST API (entities CompanyWebhooks, ContactWebhooks and TicketWebhooks), or with a tool for it.',
    `Give each this address as webhookUrl and as deactivationUrl: ${address}`,
    'Give each the secret shown here as secretKey, and subscribe it to create, update and delete events.',
    'Name at least one field to watch: the company name and type, the name and e-mail address of a contact, the status of a ticket.',
  ],
  async hints({ headers, body, secret }) {
    if (secret === null || !isSigned(body, secret, headers['x-hook-signature'])) return null;
    return kindsOf(body.toString());
  },
};

/** Whether a header is the HMAC-SHA1 of the body as it came, or as Autotask escapes it before it signs. */
function isSigned(body: Buffer, secret: string, header: string | undefined): boolean {
  const given = Buffer.from(header?.trim().replace(/^sha1=/i, '') ?? '', 'base64');
  return [body, Buffer.from(escaped(body.toString()))].some((signed) => {
    const expected = createHmac('sha1', secret).update(signed).digest();
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}

/** JSON with `& < > ' + "` and the backtick inside texts, and all that is not ASCII, as `\uXXXX`. */
export function escaped(json: string): string {
  return json.replace(/\\(.)|[&<>'`+]|[^\0-\x7f]/gs, (found, afterBackslash: string | undefined) => {
    if (afterBackslash === undefined) return unicode(found);
    return afterBackslash === '"' ? unicode('"') : found;
  });
}

function unicode(text: string): string {
  return Array.from({ length: text.length }, (_, at) => {
    const code = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
    return `\\u${code}`;
  }).join('');
}

const KINDS: readonly (readonly [RegExp, RecordKind])[] = [
  [/account|compan/i, 'companies'],
  [/contact/i, 'contacts'],
  [/ticket/i, 'tickets'],
];

/** An event of a kind that we do not read, such as that a webhook was switched off, may have changed nothing of ours. */
function kindsOf(body: string): readonly RecordKind[] {
  try {
    const event = JSON.parse(body) as { EntityType?: unknown; entityType?: unknown } | null;
    const type = String(event?.EntityType ?? event?.entityType ?? '');
    return KINDS.flatMap(([pattern, kind]) => (pattern.test(type) ? [kind] : []));
  } catch {
    return [];
  }
}

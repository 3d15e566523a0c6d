import { createHmac } from 'node:crypto';

/** What Autotask calls back with when a row has changed: signed over the body as it is, or as it is escaped first. */
export function autotaskHook(
  event: {
    readonly entityType: string;
    readonly action: string;
    readonly id: number;
    readonly fields?: object;
  },
  secret: string,
  form: 'raw' | 'escaped',
): { readonly body: string; readonly headers: Readonly<Record<string, string>> } {
  const body = JSON.stringify({
    Action: event.action,
    Guid: '6f1b0f8e-5c5d-4d43-9a7c-0e5e8a1f3c11',
    EntityType: event.entityType,
    Id: event.id,
    Fields: event.fields ?? {},
    EventTime: '2026-11-29T10:00:00Z',
    SequenceNumber: 1,
    PersonID: 29_682_885,
  });
  const signature = createHmac('sha1', secret)
    .update(form === 'raw' ? body : asAutotaskSigns(body))
    .digest('base64');
  return { body, headers: { 'content-type': 'application/json', 'x-hook-signature': `sha1=${signature}` } };
}

const ESCAPED = new Set(['&', '<', '>', "'", '`', '+']);

/** One character after the other: what JSON writes as \" is \u0022 here. */
function asAutotaskSigns(json: string): string {
  let text = '';
  for (let at = 0; at < json.length; at++) {
    const character = json[at]!;
    if (character === '\\') {
      at += 1;
      text += json[at] === '"' ? '\\u0022' : `\\${json[at]}`;
    } else if (ESCAPED.has(character) || character.charCodeAt(0) > 127)
      text += `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
    else text += character;
  }
  return text;
}

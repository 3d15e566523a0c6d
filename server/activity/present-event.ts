import type { Activity } from '../../contract/activity.ts';
import { eventInWords } from '../../domain/activity/event-in-words.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Names } from './names.ts';
import type { AuditEvent } from './queries.ts';
import { recordedText } from './recorded.ts';

/** An event in words, with the present names of those in it. */
export function presentEvent(event: AuditEvent, names: Names, { loaded }: Viewer): Activity {
  const { id, at, actor, action, company } = event;
  const subject = event.subject === null ? null : { id: event.subject, name: subjectName(event, names) };
  const words = eventInWords(
    {
      actor: actor === null ? null : (names.of('user', actor) ?? actor),
      action,
      subject: subject?.name ?? null,
      before: event.before,
      after: event.after,
    },
    {
      currency: currencyOf(event, names) ?? loaded.definitions.workspace.currency,
      nameOf: (kind, id) => names.of(kind, id) ?? id,
    },
  );
  return {
    id,
    at: at.toISOString(),
    actor: actor === null ? null : { id: actor, name: names.of('user', actor) ?? actor },
    action,
    ...words,
    company: company === null ? null : { id: company, name: companyName(loaded, company) },
    subject,
    changes: [...words.changes],
    definitionsVersion: event.definitionsVersion,
  };
}

function companyName({ portfolio }: Viewer['loaded'], id: string): string {
  const slot = portfolio.slots.get(id);
  return slot === undefined ? id : portfolio.names[slot]!;
}

/** What an action's object is named after: the last of these words that it ends with. */
const kinds = {
  alignment: 'stack item',
  'alignment note': 'stack item',
  'stack item': 'stack item',
  product: 'product',
  contract: 'contract',
  'contract line': 'contract line',
  contact: 'contact',
  recommendation: 'recommendation',
  meeting: 'meeting',
  'action item': 'action item',
  escalation: 'escalation',
  goal: 'goal',
  'log entry': 'escalation',
  cadence: 'cadence',
  assessment: 'assessment',
  'assessment template': 'assessment template',
  'onboarding task': 'onboarding task',
  user: 'user',
  'out user': 'user',
  'password link for user': 'user',
  'link to user': 'user',
  'viewing as user': 'user',
  'account manager': 'user',
  'account group': 'account group',
  'security group': 'security group',
  'health metric': 'metric',
  'effort metric': 'metric',
  'health score': 'metric',
  'effort score': 'metric',
} as const;

/** The present name, else the one that it had when it was deleted or recorded, else its id. */
function subjectName({ action, subject, before, after }: AuditEvent, names: Names): string {
  const object = action.slice(action.indexOf(' ') + 1);
  const kind = Object.hasOwn(kinds, object) ? kinds[object as keyof typeof kinds] : undefined;
  const present = kind && names.of(kind, subject!);
  const recorded = (fields: unknown) => recordedText(fields, ['name', 'title', 'description']);
  return present ?? names.ofDeleted(subject!) ?? recorded(after) ?? recorded(before) ?? subject!;
}

/** Amounts of a contract are in its own currency; what was recorded with them goes before what holds now. */
function currencyOf({ subject, before, after }: AuditEvent, names: Names): string | undefined {
  const recorded = recordedText(after, ['currency']) ?? recordedText(before, ['currency']);
  return recorded ?? (subject === null ? undefined : names.currencyOf(subject));
}

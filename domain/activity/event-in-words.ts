import { valueInWords } from './value-in-words.ts';
import { compareFields, fieldWords, type Vocabulary } from './vocabulary.ts';

/** A recorded change with the names of those in it. */
export interface RecordedEvent {
  /** Null: the command line. */
  readonly actor: string | null;
  /** A verb and its object: "update alignment". */
  readonly action: string;
  /** What it was done to, where that is not the company itself. */
  readonly subject: string | null;
  readonly before: unknown;
  readonly after: unknown;
}

export interface ChangedField {
  readonly field: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** A recorded change as a sentence without a full stop, and field by field, as far as fields differ. */
export function eventInWords(
  event: RecordedEvent,
  vocabulary: Vocabulary,
): { readonly sentence: string; readonly changes: readonly ChangedField[] } {
  const changes = changesOf(event, vocabulary);
  if (event.actor === null && Object.hasOwn(FROM_OUTSIDE, event.action))
    return { sentence: FROM_OUTSIDE[event.action]!(event.subject), changes };
  const actor = event.actor ?? 'The command line';
  return { sentence: `${actor} ${predicate(event, changes)}`, changes };
}

function changesOf({ before, after }: RecordedEvent, vocabulary: Vocabulary): ChangedField[] {
  const [from, to] = [fieldsOf(before), fieldsOf(after)];
  const names = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort(compareFields);
  return names
    .map((name) => {
      const words = fieldWords(name);
      const said = (value: unknown) => valueInWords(value, words, vocabulary);
      return { field: name, label: words.label, before: said(from[name]), after: said(to[name]) };
    })
    .filter((change) => change.before !== change.after);
}

function fieldsOf(recorded: unknown): Readonly<Record<string, unknown>> {
  const isFields = typeof recorded === 'object' && recorded !== null && !Array.isArray(recorded);
  return isFields ? (recorded as Record<string, unknown>) : {};
}

/** What was done by nobody of ours. */
const FROM_OUTSIDE: Readonly<Record<string, (subject: string | null) => string>> = {
  'answer survey': () => 'A client answered a survey',
  'comment on survey': () => 'A client added a comment to their answer',
  'receive CSAT response': (tool) => `A CSAT response came from ${tool}`,
  'import synced data': (system) => `The data of ${system} was brought in`,
  'receive changed CSAT response': (tool) => `A changed CSAT response came from ${tool}`,
};

/** Actions that are no verb with an object. */
const WHOLE: Readonly<Record<string, string>> = {
  'set up': 'set up the workspace',
  'make calendar link': 'made a private link to the calendar',
  'end calendar link': 'ended the private link to the calendar',
  'accept invitation': 'accepted the invitation',
  'choose password': 'chose another password',
  'copy onboarding template': 'gave the company tasks of the onboarding template',
  'mail survey link': 'sent a survey link by e-mail',
  'restart onboarding': 'started the onboarding over',
  'shift onboarding tasks': 'moved the days of the open onboarding tasks',
  'import bundle': 'imported a portfolio bundle',
  'import spreadsheet': 'imported a spreadsheet',
  'undo spreadsheet import': 'undid the import of a spreadsheet',
  'import stack': 'imported stack items and products',
  'stay in groups after import': 'stayed in the groups of all companies after an import',
};

/** Actions upon somebody, around their name. */
const UPON: Readonly<Record<string, readonly [string, string]>> = {
  'match company': ['matched the company with one of', ''],
  'part company': ['parted the company from', ''],
  'sign out user': ['signed', 'out'],
  'make password link for user': ['made a password link for', ''],
  'e-mail link to user': ['sent the link by e-mail to', ''],
  'start viewing as user': ['began to view as', ''],
  'stop viewing as user': ['stopped viewing as', ''],
  'log escalation': ['noted what was said about the escalation', ''],
  'assign survey delivery': ['said whose the answer from', 'is'],
  'dismiss survey delivery': ['dismissed a delivery of', ''],
  'delete log entry': ['deleted an entry of the log of the escalation', ''],
};

const PAST: Readonly<Record<string, string>> = { create: 'added', update: 'changed', set: 'set', run: 'ran' };

function predicate({ action, subject }: RecordedEvent, changes: readonly ChangedField[]): string {
  const whole = WHOLE[action];
  if (whole) return whole;
  const around = UPON[action];
  if (around && subject !== null) return `${around[0]} ${subject} ${around[1]}`.trim();
  const [verb = '', ...object] = action.split(' ');
  if ((verb === 'update' || verb === 'set') && changes.length > 0)
    return changingInWords(changes, ofWhat(object.join(' '), subject));
  if (object.join(' ') === 'alignment note') return `${pastOf(verb)} a note on ${subject}`;
  if (verb === 'merge') return mergeInWords(object.join(' '), subject, changes);
  // a meeting's name says what it is
  if (object.join(' ') === 'meeting' && subject !== null) return `${pastOf(verb)} the ${subject}`;
  const [moved] = changes;
  if (verb === 'move' && moved)
    return `moved the ${object.join(' ')} ${subject} from ${moved.label} ${moved.before} to ${moved.after}`;
  return [pastOf(verb), 'the', ...object, ...(subject === null ? [] : [subject])].join(' ');
}

/** What was set, and what came into lists, went out of them or changed in them. */
function changingInWords(changes: readonly ChangedField[], of: string): string {
  const isPart = ({ field }: ChangedField) => fieldWords(field).part !== undefined;
  const set = changes.filter((change) => !isPart(change));
  const parts = changes.filter(isPart).map(({ field, before, after }, index) => {
    const { of: list, how } = fieldWords(field).part!;
    const which = index === 0 && set.length === 0 ? `the ${list}${of}` : `the ${list}`;
    if (how === 'changed') return `changed ${after} in ${which}`;
    return how === 'added' ? `added ${after} to ${which}` : `took ${before} out of ${which}`;
  });
  const came = parts.join(' and ');
  if (set.length === 0) return came;
  return came === '' ? settingInWords(set, of) : `${settingInWords(set, of)}, and ${came}`;
}

/** "merged the stack item DNS security into Web filtering"; of a company's cell, "merged the alignment of …". */
function mergeInWords(object: string, subject: string | null, changes: readonly ChangedField[]): string {
  const into = changes.find(({ field }) => field === (object === 'product' ? 'product' : 'stackItem'));
  const of = object === 'alignment' ? 'alignment of' : object;
  return `merged the ${of} ${subject} into ${into?.after ?? 'another'}`;
}

/** "set MRR override from calculated to $4,250.00 and locations from none to 2"; after three, how many more. */
function settingInWords(changes: readonly ChangedField[], of: string): string {
  const [first, ...others] = changes.slice(0, 3).map(({ label, before, after }, index) => {
    const what = index === 0 ? `${label}${of}` : label;
    return `${what} from ${before} to ${after}`;
  });
  const more = changes.length > 3 ? [`${changes.length - 3} more`] : [];
  const parts = [first!, ...others, ...more];
  const last = parts.pop()!;
  return parts.length === 0 ? `set ${last}` : `set ${parts.join(', ')} and ${last}`;
}

/** Whose fields they are; nothing for the company's own. A cell of the grid goes by its stack item. */
function ofWhat(object: string, subject: string | null): string {
  if (subject === null) return object === 'company' ? '' : ` of the ${object}`;
  if (object === 'meeting') return ` of the ${subject}`;
  return object === 'alignment' ? ` of ${subject}` : ` of the ${object} ${subject}`;
}

function pastOf(verb: string): string {
  const irregular = PAST[verb];
  if (irregular) return irregular;
  return verb.endsWith('e') ? `${verb}d` : `${verb}ed`;
}

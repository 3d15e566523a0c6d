import { compareText } from '../../text/compare.ts';
import { foldedName } from '../../text/folded.ts';
import type { CompanyRecord } from '../records.ts';
import { type ClientRule, whyNoClient } from './clients.ts';
import type { ApplyInput, Link } from './input.ts';
import type { LinkBook } from './link-book.ts';

export type CompanyAction = 'create' | 'match' | 'keep' | 'deactivate' | 'bring back' | 'leave out' | 'ask';

/** What becomes of a company of the PSA, and why in words. */
export interface CompanyDecision {
  readonly record: string;
  readonly fields: CompanyRecord | null;
  /** Ours; null: left out, or nobody has decided. */
  readonly key: string | null;
  readonly action: CompanyAction;
  readonly reason: string;
  /** Keys of ours that it may be, where somebody has to decide. */
  readonly candidates: readonly string[];
}

/**
 * "Which companies of the PSA are which of ours?" One that is linked stays so; a new client is the one of ours that has its name,
 * where that is one alone and linked with nothing; without any it is created. Where several have the name, here or there,
 * somebody is asked and nothing happens. What is gone, or no client any more, is deactivated, and comes back when it returns.
 */
export function decideCompanies(input: ApplyInput, links: LinkBook): CompanyDecision[] {
  const { mirror, settings, connection } = input;
  const typed = [...mirror.companies.values()].some(({ types }) => types.length > 0);
  const rule: ClientRule = { settings, typed, system: connection.system };
  const linked = links.all.map((link) => decideLinked(input, rule, links, link));
  const news = [...mirror.companies].filter(([record]) => !links.of(record));
  return [...linked, ...decideNew(input, rule, links, news)];
}

function decideLinked(input: ApplyInput, rule: ClientRule, links: LinkBook, link: Link): CompanyDecision {
  const { mirror, connection, present, today } = input;
  const fields = mirror.companies.get(link.record) ?? null;
  const why = whyGone(input, rule, link, fields);
  const decision = (action: CompanyAction, reason: string) => ({
    ...{ record: link.record, fields, key: link.key, candidates: [] },
    ...{ action, reason },
  });
  if (why !== null && link.goneOn !== null)
    return decision('keep', `Deactivated on ${link.goneOn}, and still so: ${why}`);
  if (why !== null) {
    const stage = present.companies.get(link.key)?.stage ?? '';
    links.change(link, { goneOn: today, stageBefore: stage === 'offboarded' ? null : stage || 'active' });
    return decision('deactivate', `Deactivated because ${why}`);
  }
  if (!present.companies.has(link.key))
    return decision('create', 'Created: it is linked with none that is there');
  if (link.goneOn !== null) return decision('bring back', `Back in ${connection.system}`);
  return decision('keep', `Linked with ${connection.system}`);
}

/** Null: it is there, and a client, or somebody chose it whatever its type. */
function whyGone(
  { mirror, connection, present }: ApplyInput,
  rule: ClientRule,
  { key, made }: Link,
  fields: CompanyRecord | null,
): string | null {
  if (fields === null) return mirror.read.has('companies') ? `it is no longer in ${connection.system}` : null;
  const why = whyNoClient(fields, rule);
  const isUp = fields.active && !fields.internal;
  // one that is a prospect of ours may well be none of their clients yet
  const isProspect = ['prospect', 'sales', 'ice', 'agreement'].includes(
    present.companies.get(key)?.stage ?? '',
  );
  return isUp && (made === 'chosen' || isProspect) ? null : why;
}

function decideNew(
  input: ApplyInput,
  rule: ClientRule,
  links: LinkBook,
  records: readonly (readonly [string, CompanyRecord])[],
): CompanyDecision[] {
  const sorted = [...records].sort(([a], [b]) => compareText(a, b));
  const reasons = new Map(sorted.map(([record, fields]) => [record, whyNoClient(fields, rule)]));
  const clients = sorted.filter(([record]) => reasons.get(record) === null);
  const theirs = countBy(clients, ([, { name }]) => foldedName(name));
  const ours = unlinkedByName(input, links);
  return sorted.map(([record, fields]) => {
    const undecided = { record, fields, key: null, candidates: [] };
    const why = reasons.get(record)!;
    if (why !== null) return { ...undecided, action: 'leave out', reason: `Left out because ${why}` };
    const folded = foldedName(fields.name);
    const candidates = ours.get(folded) ?? [];
    if (candidates.length === 0) return created(links, record, fields);
    if (candidates.length > 1 || theirs.get(folded)! > 1)
      return {
        ...undecided,
        action: 'ask',
        reason: whyAsk(input, fields, candidates, theirs.get(folded)!),
        candidates,
      };
    const [key] = candidates as [string];
    links.make(record, { key, made: 'matched' });
    const name = input.present.companies.get(key)!.name;
    return { ...undecided, key, action: 'match', reason: `Matched to the existing "${name}" by name` };
  });
}

function created(links: LinkBook, record: string, fields: CompanyRecord): CompanyDecision {
  const { key } = links.make(record, { made: 'created' });
  const reason = 'Created: none of ours has its name';
  return { record, fields, key, candidates: [], action: 'create', reason };
}

function whyAsk(
  { connection }: ApplyInput,
  { name }: CompanyRecord,
  candidates: readonly string[],
  theirs: number,
): string {
  if (theirs === 1) return `${candidates.length} of ours are called "${name}": say which one it is`;
  const ours = candidates.length === 1 ? 'one of ours is' : `${candidates.length} of ours are`;
  return `${theirs} companies of ${connection.system} are called "${name}", and ${ours}: say which is which`;
}

/** Companies of ours that no connection is linked with, by folded name. */
function unlinkedByName({ present, takenElsewhere }: ApplyInput, links: LinkBook): Map<string, string[]> {
  const linked = new Set(links.all.map(({ key }) => key));
  const byName = new Map<string, string[]>();
  for (const [key, { name = '' }] of present.companies) {
    if (linked.has(key) || takenElsewhere.has(key)) continue;
    const folded = foldedName(name);
    byName.set(folded, [...(byName.get(folded) ?? []), key].sort(compareText));
  }
  return byName;
}

function countBy<Item>(items: readonly Item[], of: (item: Item) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(of(item), (counts.get(of(item)) ?? 0) + 1);
  return counts;
}

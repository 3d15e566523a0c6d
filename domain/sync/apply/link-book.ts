import { compareText } from '../../text/compare.ts';
import type { Link, LinkedKind } from './input.ts';
import { newKeys } from './new-keys.ts';

/** The links of one kind, while a sync is planned: those that there are, and those that it makes or changes. */
export interface LinkBook {
  /** In the order of their records. */
  readonly all: readonly Link[];
  of(record: string): Link | undefined;
  /** Links a record with a row of ours; without a key with a new one, which is named after the record or as `name` says. */
  make(
    record: string,
    made: { readonly key?: string; readonly made: Link['made']; readonly name?: string },
  ): Link;
  change(link: Link, changed: Partial<Pick<Link, 'goneOn' | 'stageBefore' | 'owner'>>): void;
  /** New and changed ones. */
  readonly changed: readonly Link[];
}

export function linkBook(
  kind: LinkedKind,
  links: readonly Link[],
  vendor: string,
  presentKeys: Iterable<string>,
): LinkBook {
  const stored = links.filter((link) => link.kind === kind).sort((a, b) => compareText(a.record, b.record));
  const byRecord = new Map(stored.map((link) => [link.record, link]));
  const changed = new Map<string, Link>();
  const newKey = newKeys(vendor, [...presentKeys, ...stored.map(({ key }) => key)]);
  const put = (link: Link) => {
    byRecord.set(link.record, link);
    changed.set(link.record, link);
    return link;
  };
  return {
    all: stored,
    of: (record) => byRecord.get(record),
    make: (record, { key, made, name = record }) =>
      put({ kind, record, key: key ?? newKey(name), made, stageBefore: null, goneOn: null, owner: null }),
    change(link, fields) {
      const now = byRecord.get(link.record) ?? link;
      const isNew = Object.entries(fields).some(([name, value]) => now[name as keyof Link] !== value);
      if (isNew) put({ ...now, ...fields });
    },
    get changed() {
      return [...changed.values()];
    },
  };
}

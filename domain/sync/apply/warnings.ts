/** What an admin should know of what a sync does, or leaves. */
export type WarningKind = 'no company' | 'no contract' | 'other currency' | 'unsound' | 'notice';

export interface Warning {
  readonly kind: WarningKind;
  /** In words. */
  readonly message: string;
  /** How many records it is about. */
  readonly count: number;
}

/** Gathers what was noticed of records, each by what it is about: a name, a currency, or a notice in words. */
export interface Warnings {
  add(kind: WarningKind, about: string): void;
  readonly list: readonly Warning[];
}

/** Of unsound records so many are told one by one. */
const MOST_TOLD = 20;

export function warnings(system: string): Warnings {
  const counts = new Map<WarningKind, Map<string, number>>();
  return {
    add(kind, about) {
      const ofKind = counts.get(kind) ?? new Map<string, number>();
      counts.set(kind, ofKind.set(about, (ofKind.get(about) ?? 0) + 1));
    },
    get list() {
      return [...counts].flatMap(([kind, about]) => inWords(kind, about, system));
    },
  };
}

function inWords(kind: WarningKind, about: ReadonlyMap<string, number>, system: string): Warning[] {
  const total = [...about.values()].reduce((sum, count) => sum + count, 0);
  switch (kind) {
    case 'no company': {
      const name = total === 1 ? 'contract names' : 'contracts name';
      return [{ kind, count: total, message: `${total} ${name} no company of ${system}: ${named(about)}` }];
    }
    case 'no contract': {
      const name = total === 1 ? 'line names' : 'lines name';
      return [
        {
          kind,
          count: total,
          message: `${total} ${name} no contract and no company of ${system}: ${named(about)}`,
        },
      ];
    }
    case 'other currency':
      return [...about].map(([currency, count]) => ({
        kind,
        count,
        message: `${count} ${count === 1 ? 'contract is' : 'contracts are'} in ${currency}, for which no exchange rate is set: nothing of them counts until one is`,
      }));
    case 'unsound':
      return [...about].slice(0, MOST_TOLD).map(([message, count]) => ({ kind, count, message }));
    case 'notice':
      return [...about].map(([message, count]) => ({ kind, count, message }));
  }
}

function named(about: ReadonlyMap<string, number>): string {
  const names = [...about.keys()];
  const first = names.slice(0, 3).map((name) => `"${name}"`);
  return `${first.join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}`;
}

/** What an admin should know of what a sync does, or leaves. */
export type WarningKind =
  | 'no company'
  | 'no contract'
  | 'other currency'
  | 'counted twice'
  | 'unsound'
  | 'notice';

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

/** Of unsound records, and of companies counted twice, so many are told one by one. */
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
    case 'counted twice':
      return countedTwice(about, system);
    case 'unsound':
      return [...about].slice(0, MOST_TOLD).map(([message, count]) => ({ kind, count, message }));
    case 'notice':
      return [...about].map(([message, count]) => ({ kind, count, message }));
  }
}

function countedTwice(about: ReadonlyMap<string, number>, system: string): Warning[] {
  const kind = 'counted twice';
  const beside = `entered here beside those of ${system}: both count. Exclude or end`;
  const told = [...about].slice(0, MOST_TOLD).map(([company, count]): Warning => {
    const [contracts, which] = count === 1 ? ['contract', 'the one'] : ['contracts', 'those'];
    return {
      kind,
      count,
      message: `"${company}" has ${count} ${contracts} ${beside} ${which} entered here.`,
    };
  });
  const rest = [...about.values()].slice(MOST_TOLD);
  if (rest.length === 0) return told;
  const companies = rest.length === 1 ? 'company has' : 'companies have';
  const count = rest.reduce((sum, contracts) => sum + contracts, 0);
  const message = `${rest.length} more ${companies} contracts ${beside} those entered here.`;
  return [...told, { kind, count, message }];
}

function named(about: ReadonlyMap<string, number>): string {
  const names = [...about.keys()];
  const first = names.slice(0, 3).map((name) => `"${name}"`);
  return `${first.join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}`;
}

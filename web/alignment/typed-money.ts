import { MoneyField } from '../../contract/bundle/fields.ts';

/** What a person typed as an amount, in whole cents: "1,234.5", "$ 80". Null: nothing was typed; undefined: no such amount. */
export function centsTyped(text: string): number | null | undefined {
  const bare = text.replace(/[\s,$€£]/g, '');
  if (bare === '') return null;
  const parts = /^(\d{0,16})(?:\.(\d{0,2}))?$/.exec(bare);
  if (!parts || !/\d/.test(bare)) return undefined;
  const cents = Number(parts[1] || 0) * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
  return MoneyField.safeParse(cents).success ? cents : undefined;
}

/** Whole cents as a person would type them. */
export const moneyTyped = (cents: number): string => (cents / 100).toFixed(cents % 100 === 0 ? 0 : 2);

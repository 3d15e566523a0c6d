import type { FieldWords, Vocabulary } from './vocabulary.ts';

/** Longer texts are cut: the record has them whole. */
const LONGEST = 120;

/** A recorded value as a person would say it. */
export function valueInWords(value: unknown, { kind, empty }: FieldWords, vocabulary: Vocabulary): string {
  if (value === null || value === undefined) return empty;
  if (Array.isArray(value)) {
    if (value.length === 0) return empty;
    if (typeof value[0] === 'object') return String(value.length);
    const words = new Set(value.map((entry) => single(entry, kind, vocabulary)));
    return shortened([...words].join(', '));
  }
  return shortened(single(value, kind, vocabulary));
}

function single(value: unknown, kind: FieldWords['kind'], vocabulary: Vocabulary): string {
  if (kind === 'money' && typeof value === 'number') return moneyInWords(value, vocabulary.currency);
  if (kind === 'percent') return `${value} %`;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof kind === 'object' && typeof value === 'string') {
    if ('named' in kind)
      return kind.named === 'product' && value === 'none' ? 'none' : vocabulary.nameOf(kind.named, value);
    return Object.hasOwn(kind.words, value) ? kind.words[value]! : value;
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** 425000 cents of USD as "$4,250.00". */
function moneyInWords(cents: number, currency: string): string {
  const format = { style: 'currency', currency, minimumFractionDigits: 2, maximumFractionDigits: 2 } as const;
  return new Intl.NumberFormat('en-US', format).format(cents / 100);
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = Array.from(line.slice(0, 2 * LONGEST + 2));
  return characters.length <= LONGEST ? line : `${characters.slice(0, LONGEST - 1).join('')}…`;
}

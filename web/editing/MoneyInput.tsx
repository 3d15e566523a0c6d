import { NumberInput, type NumberInputProps } from '@mantine/core';
import { useMe } from '../me/queries.ts';

type MoneyInputProps = NumberInputProps & {
  /** Null or undefined: the workspace's. */
  readonly currency?: string | null;
};

/** An amount in units of a currency, with two decimals. */
export function MoneyInput({ currency, ...rest }: MoneyInputProps) {
  const own = useMe().workspace.currency;
  const code = currency && /^[A-Z]{3}$/.test(currency) ? currency : own;
  return (
    <NumberInput
      thousandSeparator=","
      decimalScale={2}
      hideControls
      inputMode="decimal"
      prefix={symbolOf(code)}
      {...rest}
    />
  );
}

function symbolOf(currency: string): string {
  const parts = new Intl.NumberFormat(undefined, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(0);
  return parts.find(({ type }) => type === 'currency')?.value ?? '';
}

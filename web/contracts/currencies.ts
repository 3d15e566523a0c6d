interface CurrencyChoice {
  readonly value: string;
  readonly label: string;
}

const names = new Intl.DisplayNames(undefined, { type: 'currency' });

const choice = (code: string): CurrencyChoice => ({
  value: code,
  label: `${code} – ${names.of(code) ?? code}`,
});

/** The world's currencies by code and name in the reader's language, and the one that is stored, whatever it is. */
export function currencyChoices(stored: string | null): readonly CurrencyChoice[] {
  const codes = new Set(Intl.supportedValuesOf('currency'));
  if (stored !== null) codes.add(stored);
  return [...codes].map(choice);
}

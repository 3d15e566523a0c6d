const names = new Intl.DisplayNames(undefined, { type: 'currency' });

/** A currency by its code and its name in the reader's language: "EUR – Euro". */
export function currencyLabel(code: string): string {
  const name = names.of(code);
  return name && name !== code ? `${code} – ${name}` : code;
}

/** The world's currencies by code, and those that are stored, whatever they are. */
export function currencyChoices(stored: readonly string[]): { value: string; label: string }[] {
  const codes = [...new Set([...Intl.supportedValuesOf('currency'), ...stored])].sort();
  return codes.map((code) => ({ value: code, label: currencyLabel(code) }));
}

const names = new Intl.DisplayNames(undefined, { type: 'currency' });

/** "EUR – Euro" */
export function currencyLabel(code: string): string {
  const name = names.of(code);
  return name && name !== code ? `${code} – ${name}` : code;
}

/** Every currency that the browser knows, and these. */
export function currencyChoices(more: readonly string[]): { value: string; label: string }[] {
  const codes = [...new Set([...more, ...Intl.supportedValuesOf('currency')])].sort();
  return codes.map((code) => ({ value: code, label: currencyLabel(code) }));
}

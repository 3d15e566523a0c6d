const WORDS: Readonly<Record<string, string>> = {
  typed: 'set by hand',
  tag: 'by tag',
  product: 'by product',
  preferred: 'the preferred product',
  'contract lines': 'from contract lines',
  recommendations: 'from recommendations',
  'price book': 'from the price book',
  default: 'by default',
};

/** Where a value of an alignment cell comes from, in words. */
export const sourceWords = (source: string): string => WORDS[source] ?? source;

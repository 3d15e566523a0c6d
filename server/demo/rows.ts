/** A portfolio as rows of text, one list per file of the bundle (docs/portfolio-format.md). */
export type PortfolioRow = Readonly<Record<string, string>>;
export type PortfolioRows = Readonly<Record<string, readonly PortfolioRow[]>>;

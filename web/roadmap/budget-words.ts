/** What amounts of a budget are called. */
export interface BudgetWords {
  readonly begins: string;
  readonly oneTime: string;
  readonly byThen: string;
  readonly recurring: string;
}

export const INTERNAL_WORDS: BudgetWords = {
  begins: 'New MRR',
  oneTime: 'One-time (NRR)',
  byThen: 'MRR by then',
  recurring: 'Recurring',
};

/** Without the words of our trade. */
export const CLIENT_WORDS: BudgetWords = {
  begins: 'New monthly',
  oneTime: 'One-time',
  byThen: 'Monthly by then',
  recurring: 'Recurring',
};

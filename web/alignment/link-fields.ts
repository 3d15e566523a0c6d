import { z } from 'zod';
import { MoneyField, NameField } from '../../contract/bundle/fields.ts';
import { Id } from '../../contract/values.ts';
import { DEFAULT_WIN_PROBABILITY } from '../../domain/portfolio/defaults.ts';
import { amount, oneOf, requiredText, wholeNumber } from '../editing/field-kinds.ts';
import type { Fields } from '../editing/use-edit-form.ts';

/** What a link adds to the recommendation for this service. */
interface Amounts {
  readonly mrr: number | null;
  readonly oneTime: number | null;
}

export type NewRecommendation = Readonly<{ title: string; winProbability: number | null }> &
  Readonly<Amounts>;
export type ExistingLink = Readonly<{ recommendation: string | null }> & Readonly<Amounts>;

const money = (label: string) =>
  amount({ label, rule: MoneyField.nullable(), message: 'Give an amount from 0 to 10,000,000,000,000' });

const amounts = { mrr: money('MRR'), oneTime: money('One-time (NRR)') };

export const newRecommendationFields: Fields<NewRecommendation> = {
  title: requiredText({ label: 'Title', rule: NameField, message: 'Give it a title' }),
  ...amounts,
  winProbability: wholeNumber({
    label: 'Win probability (%)',
    rule: z.number().min(0).max(100).multipleOf(0.01).nullable(),
    message: 'Give a number from 0 to 100',
  }),
};

export const NEW_RECOMMENDATION: NewRecommendation = {
  title: '',
  mrr: null,
  oneTime: null,
  winProbability: Number(DEFAULT_WIN_PROBABILITY),
};

export const existingLinkFields: Fields<ExistingLink> = {
  recommendation: oneOf({
    label: 'Recommendation',
    rule: Id,
    message: 'Choose one',
    names: (id) => id,
  }),
  ...amounts,
};

export const EXISTING_LINK: ExistingLink = { recommendation: null, mrr: null, oneTime: null };

import { z } from 'zod';
import { MoneyField, NameField, TextField } from '../../contract/bundle/fields.ts';
import type { Recommendation } from '../../contract/recommendations.ts';
import { DEFAULT_WIN_PROBABILITY } from '../../domain/portfolio/defaults.ts';
import type { Cents } from '../../domain/portfolio/values.ts';
import {
  amount,
  decimal,
  type Field,
  oneOf,
  optionalText,
  type RowControls,
  requiredText,
  severalOf,
} from '../editing/field-kinds.ts';
import type { Fields } from '../editing/use-edit-form.ts';
import { quarterName } from '../ui/quarters.ts';

/** What a recommendation brings for one stack item, or beside them all. */
export type LineValues = Readonly<{
  /** Null: a new one. */
  id: string | null;
  stackItem: string | null;
  mrr: Cents | null;
  oneTime: Cents | null;
}>;

/** What the dialog edits of a recommendation. */
export type RecommendationValues = Readonly<{
  title: string;
  status: string | null;
  targetQuarter: string | null;
  owner: string | null;
  priority: string | null;
  category: string | null;
  winProbability: number;
  description: string | null;
  lines: readonly LineValues[];
  goals: readonly string[];
  meetings: readonly string[];
}>;

export const recommendationValues = (recommendation: Recommendation): RecommendationValues => ({
  title: recommendation.title,
  status: recommendation.status,
  targetQuarter: recommendation.targetQuarter,
  owner: recommendation.owner?.id ?? null,
  priority: recommendation.priority,
  category: recommendation.category,
  winProbability: recommendation.winProbability,
  description: recommendation.description,
  lines: recommendation.lines.map(({ id, stackItem, mrr, oneTime }) => ({
    id,
    stackItem: stackItem?.id ?? null,
    mrr,
    oneTime,
  })),
  goals: recommendation.goals.map(({ id }) => id),
  meetings: recommendation.meetings.map(({ id }) => id),
});

export const NEW_RECOMMENDATION: RecommendationValues = {
  title: '',
  status: null,
  targetQuarter: null,
  owner: null,
  priority: null,
  category: null,
  winProbability: Number(DEFAULT_WIN_PROBABILITY),
  description: null,
  lines: [],
  goals: [],
  meetings: [],
};

/** What ids of a recommendation stand for. */
export interface RecommendationNames {
  readonly owner: (id: string) => string;
  readonly stackItem: (id: string) => string;
  readonly goal: (id: string) => string;
  readonly meeting: (id: string) => string;
}

export function recommendationFields(names: RecommendationNames): Fields<RecommendationValues> {
  const words = (label: string) =>
    optionalText({ label, rule: TextField.nullable(), message: 'At most 100,000 characters' });
  const choice = (label: string, nameOf: (value: string) => string) =>
    oneOf<string | null>({ label, rule: z.string().nullable(), message: 'Choose one', names: nameOf });
  const several = (label: string, nameOf: (id: string) => string) =>
    severalOf({ label, rule: z.array(z.string()).max(200), message: 'At most 200', names: nameOf });
  return {
    title: requiredText({ label: 'Title', rule: NameField, message: 'Give it a title' }),
    status: choice('Status', (name) => name),
    targetQuarter: choice('Target quarter', quarterName),
    owner: choice('Owner', names.owner),
    priority: words('Priority'),
    category: words('Category'),
    winProbability: decimal({
      label: 'Win probability',
      rule: z.number().min(0).max(100).multipleOf(0.01),
      message: 'A number from 0 to 100',
    }),
    description: words('Description'),
    lines: linesField(names),
    goals: several('Goals that it serves', names.goal),
    meetings: several('Meetings that spoke of it', names.meeting),
  };
}

const money = amount({ label: '', rule: MoneyField.nullable(), message: '' });

/** Lines as rows of controls. A new one in which nothing was said is none. */
const linesField = (names: RecommendationNames): Field<readonly LineValues[]> => ({
  label: 'Lines',
  rule: z.array(z.object({ mrr: MoneyField.nullable(), oneTime: MoneyField.nullable() })).max(200),
  message: 'Give amounts from 0 to 10,000,000,000,000, in at most 200 lines',
  toControl: (lines) =>
    lines.map(({ id, stackItem, mrr, oneTime }) => ({
      id,
      stackItem,
      mrr: money.toControl(mrr) as string | number,
      oneTime: money.toControl(oneTime) as string | number,
    })),
  toValue: (control) =>
    rowsOf(control)
      .map((row) => ({
        id: textOf(row.id),
        stackItem: textOf(row.stackItem),
        mrr: money.toValue(row.mrr ?? null),
        oneTime: money.toValue(row.oneTime ?? null),
      }))
      .filter((line) => Object.values(line).some((value) => value !== null)),
  words: (lines, currency) =>
    lines
      .map(({ stackItem, mrr, oneTime }) => {
        const item = stackItem === null ? 'without a stack item' : names.stackItem(stackItem);
        return `${item}: MRR ${money.words(mrr, currency)}, one-time ${money.words(oneTime, currency)}`;
      })
      .join('\n') || 'none',
});

/** The rows that a control holds. */
export const rowsOf = (control: unknown): readonly RowControls[] =>
  Array.isArray(control) ? control.filter((row): row is RowControls => typeof row === 'object') : [];

const textOf = (value: string | number | null | undefined): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

import type { z } from 'zod';
import { formatDay } from '../ui/days.ts';
import type { Money } from '../ui/money.ts';

/** What a control of a form holds. */
export type FieldValue = string | number | boolean | null | readonly string[] | readonly RowControls[];

/** What the controls of one row of a list of rows hold. */
export type RowControls = Readonly<Record<string, string | number | null>>;

/** A field of a form: how the API's value and the control's go over into each other, and what is allowed. */
export interface Field<V> {
  readonly label: string;
  readonly toControl: (value: V) => FieldValue;
  readonly toValue: (control: FieldValue) => V;
  readonly rule: z.ZodType;
  /** Said when the rule is broken. */
  readonly message: string;
  /** The value for people, where two of them stand side by side. */
  readonly words: (value: V, money: Money) => string;
}

interface Rule {
  readonly label: string;
  readonly rule: z.ZodType;
  readonly message: string;
}

const NOTHING = 'nothing';
const textOf = (control: FieldValue) => (typeof control === 'string' ? control : String(control ?? ''));

/** Text that may be missing: an empty control is null. */
export const optionalText = (rule: Rule): Field<string | null> => ({
  ...rule,
  toControl: (value) => value ?? '',
  toValue: (control) => (textOf(control).trim() === '' ? null : textOf(control)),
  words: (value) => value ?? NOTHING,
});

export const requiredText = (rule: Rule): Field<string> => ({
  ...rule,
  toControl: (value) => value,
  toValue: (control) => textOf(control).trim(),
  words: (value) => value || NOTHING,
});

/** A calendar day in a date control. */
export const day = (rule: Rule): Field<string | null> => ({
  ...optionalText(rule),
  words: (value) => (value === null ? NOTHING : formatDay(value)),
});

export const wholeNumber = (rule: Rule): Field<number | null> => ({
  ...rule,
  toControl: (value) => value ?? '',
  toValue: (control) => (textOf(control).trim() === '' ? null : Number(control)),
  words: (value) => (value === null ? NOTHING : String(value)),
});

/** A number that there must be; an empty control is none, which no rule lets pass. */
export const decimal = (rule: Rule): Field<number> => ({
  ...rule,
  toControl: (value) => value,
  toValue: (control) => (textOf(control).trim() === '' ? Number.NaN : Number(control)),
  words: (value) => String(value),
});

/** An exact decimal number that may be missing, kept as it is written. */
export const decimalText = (rule: Rule): Field<string | null> => ({
  ...optionalText(rule),
  toValue: (control) => textOf(control).trim() || null,
});

/** An amount: typed in units of the currency, kept in whole cents. */
export const amount = (rule: Rule): Field<number | null> => ({
  ...rule,
  toControl: (value) => (value === null ? '' : value / 100),
  toValue: (control) => (textOf(control).trim() === '' ? null : centsOf(Number(control))),
  words: (value, money) => (value === null ? NOTHING : money.full(value)),
});

/** Units as whole cents; -0 and what the float makes of two decimals are put right. */
const centsOf = (units: number): number => Math.round(units * 100) || 0;

/** One of a few values; `none`: null is one of them. */
export const oneOf = <V extends string | null>(
  rule: Rule & { readonly names: (value: string) => string },
): Field<V> => ({
  ...rule,
  toControl: (value) => value,
  toValue: (control) => control as V,
  words: (value) => (value === null ? NOTHING : rule.names(value)),
});

export const severalOf = (
  rule: Rule & { readonly names: (value: string) => string },
): Field<readonly string[]> => ({
  ...rule,
  toControl: (value) => [...value],
  toValue: (control) => (Array.isArray(control) ? control.filter((one) => typeof one === 'string') : []),
  words: (value) => value.map(rule.names).join(', ') || NOTHING,
});

export const flag = (rule: Rule): Field<boolean> => ({
  ...rule,
  toControl: (value) => value,
  toValue: (control) => control === true,
  words: (value) => (value ? 'yes' : 'no'),
});

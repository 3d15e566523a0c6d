import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ApiError } from '../api/call.ts';
import { type Conflict, conflictOf } from '../api/conflict.ts';
import type { Field, FieldValue } from './field-kinds.ts';
import { changedValues, type Merged, mergeEdits, type Values } from './merge-edits.ts';

export type Fields<V extends Values> = { readonly [K in keyof V & string]: Field<V[K]> };
type Controls = Record<string, FieldValue>;

interface EditOptions<V extends Values, T extends { readonly etag: string }> {
  readonly fields: Fields<V>;
  /** What stands in the form at first. */
  readonly values: V;
  /** Undefined: something new is made. */
  readonly etag: string | undefined;
  readonly valuesOf: (stored: T) => V;
  /** What more than one field says; messages by field. */
  readonly check?: (values: V) => Readonly<Record<string, string>>;
  /** Sends what was changed (of something new: everything that was given). */
  readonly save: (changed: Partial<V>, etag: string | undefined) => Promise<T>;
  readonly onSaved: (stored: T | null) => void;
}

/** Two people's work on the same thing, brought together and waiting to be saved. */
export interface Clash<V extends Values> extends Pick<Merged<V>, 'takenOver' | 'clashes'> {
  readonly changed: Conflict<unknown>['changed'];
  readonly base: V;
  readonly mine: V;
  readonly theirs: V;
}

/**
 * A form over the fields of something stored. When somebody else was faster, their changes come into the form beside
 * one's own, and saving again saves both; what both changed is for the editor to decide.
 */
export function useEditForm<V extends Values, T extends { readonly etag: string }>(
  options: EditOptions<V, T>,
) {
  const { fields, valuesOf, save, onSaved } = options;
  const names = Object.keys(fields) as (keyof V & string)[];
  const [base, setBase] = useState({ values: options.values, etag: options.etag });
  const [clash, setClash] = useState<Clash<V> | null>(null);
  const controlsOf = (values: V): Controls =>
    Object.fromEntries(names.map((name) => [name, fields[name].toControl(values[name])]));
  const read = (controls: Controls): V =>
    Object.fromEntries(names.map((name) => [name, fields[name].toValue(controls[name] ?? null)])) as V;
  const form = useForm<Controls>({
    initialValues: controlsOf(options.values),
    validate: (controls): Record<string, string> => {
      const values = read(controls);
      const broken = names.filter(
        (name) => isHalfTyped(form.getInputNode(name)) || !fields[name].rule.safeParse(values[name]).success,
      );
      const messages = Object.fromEntries(broken.map((name) => [name, fields[name].message]));
      return { ...options.check?.(values), ...messages };
    },
  });
  const mutation = useMutation({
    mutationFn: async (mine: V) => {
      const changed = changedValues(base.values, mine);
      if (base.etag !== undefined && Object.keys(changed).length === 0) return null;
      return save(changed, base.etag);
    },
    onSuccess: onSaved,
    onError: (error, mine) => {
      const conflict = conflictOf<T>(error);
      if (!conflict) return form.setErrors(messagesByField(error, names));
      const theirs = valuesOf(conflict.current);
      const { values, takenOver, clashes } = mergeEdits(base.values, mine, theirs);
      setClash({ changed: conflict.changed, base: base.values, mine, theirs, takenOver, clashes });
      setBase({ values: theirs, etag: conflict.current.etag });
      form.setValues(controlsOf(values));
    },
  });
  const changed = changedValues(base.values, read(form.values));
  return {
    form,
    /** What is not saved. */
    changed,
    submit: (event: FormEvent<HTMLFormElement>) =>
      form.onSubmit(
        (controls) => mutation.mutate(read(controls)),
        (errors) => form.getInputNode(names.find((name) => errors[name]) ?? '')?.focus(),
      )(event),
    /** Something in the form is not saved. */
    dirty: Object.keys(changed).length > 0,
    pending: mutation.isPending,
    error: conflictOf(mutation.error) ? null : mutation.error,
    clash,
    /** Decides a field that both changed. */
    decide: (name: keyof V & string, whose: 'mine' | 'theirs') => {
      if (clash) form.setFieldValue(name, fields[name].toControl(clash[whose][name]) as never);
    },
  };
}

/** A date control that is filled in part, or with a day that does not exist, holds what nobody can read. */
const isHalfTyped = (node: Element | null): boolean =>
  node instanceof HTMLInputElement && node.validity.badInput;

function messagesByField(error: unknown, names: readonly string[]): Record<string, string> {
  if (!(error instanceof ApiError)) return {};
  const known = error.issues.filter(({ name }) => names.includes(name));
  return Object.fromEntries(known.map(({ name, expected }) => [name, `Expected ${expected}`]));
}

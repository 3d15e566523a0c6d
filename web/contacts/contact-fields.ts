import { z } from 'zod';
import { NameField, TextField } from '../../contract/bundle/fields.ts';
import type { Contact } from '../../contract/contacts.ts';
import { flag, optionalText, requiredText } from '../editing/field-kinds.ts';
import type { Fields } from '../editing/use-edit-form.ts';

/** What the dialog edits of a contact, as the API takes it. */
export type ContactValues = Readonly<{
  name: string;
  title: string | null;
  email: string | null;
  decisionMaker: boolean;
  active: boolean;
}>;

export const contactValues = ({ name, title, email, decisionMaker, active }: Contact): ContactValues => ({
  name,
  title,
  email,
  decisionMaker,
  active,
});

export const NEW_CONTACT: ContactValues = {
  name: '',
  title: null,
  email: null,
  decisionMaker: false,
  active: true,
};

const LONG = 'At most 100,000 characters';

export const CONTACT_FIELDS: Fields<ContactValues> = {
  name: requiredText({ label: 'Name', rule: NameField, message: 'Give the name' }),
  title: optionalText({ label: 'Title', rule: TextField.nullable(), message: LONG }),
  email: optionalText({ label: 'E-mail', rule: TextField.nullable(), message: LONG }),
  decisionMaker: flag({ label: 'Decision maker', rule: z.boolean(), message: '' }),
  active: flag({ label: 'Active', rule: z.boolean(), message: '' }),
};

import { queryOptions } from '@tanstack/react-query';
import { listContacts } from '../../contract/contacts.ts';
import { call } from '../api/call.ts';

export const contactsQuery = (company: string) =>
  queryOptions({
    queryKey: ['companies', 'contacts', company],
    queryFn: async ({ signal }) => (await call(listContacts, { params: { id: company } }, signal)).items,
  });

import { Alert } from '@mantine/core';
import CircleAlert from 'lucide-react/icons/circle-alert';
import { messageOf } from '../api/query-client.ts';

/** Why a form was refused; nothing while there is no error. */
export function FormError({ error }: { readonly error: unknown }) {
  if (!error) return null;
  return (
    <Alert color="red" variant="light" icon={<CircleAlert size={18} aria-hidden />} role="alert" p="sm">
      {messageOf(error)}
    </Alert>
  );
}

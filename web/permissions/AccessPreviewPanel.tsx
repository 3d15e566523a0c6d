import { Alert, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import Eye from 'lucide-react/icons/eye';
import {
  type AccessPreview,
  type ProposedChange,
  previewAccess,
  type SomeCompanies,
} from '../../contract/permissions.ts';
import { call } from '../api/call.ts';
import { messageOf } from '../api/query-client.ts';
import { formatCount } from '../ui/numbers.ts';
import classes from './permissions.module.css';

interface AccessPreviewPanelProps {
  /** What would be sent to be stored; null: nothing has been changed. */
  readonly proposed: ProposedChange | null;
}

/** Who gains and who loses which companies, while a change is being made: nothing is stored. */
export function AccessPreviewPanel({ proposed }: AccessPreviewPanelProps) {
  // as text, which is the same for as long as the change is
  const text = proposed === null ? null : JSON.stringify(proposed);
  const [settled] = useDebouncedValue(text, 250);
  const preview = useQuery({
    queryKey: ['access-preview', settled],
    queryFn: ({ signal }) => call(previewAccess, { body: JSON.parse(settled!) as ProposedChange }, signal),
    enabled: settled !== null,
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  const stale = settled !== text || preview.isFetching;
  return (
    <Alert
      variant="light"
      color={preview.error && proposed ? 'red' : 'gray'}
      icon={<Eye size={18} aria-hidden />}
      title="Who will see what, once this is saved"
      role="status"
      aria-busy={proposed !== null && stale}
      p="sm"
    >
      {proposed === null ? (
        <Text fz="sm">Nothing has been changed yet.</Text>
      ) : preview.error ? (
        <Text fz="sm">{messageOf(preview.error)}</Text>
      ) : preview.data ? (
        <Changes preview={preview.data} />
      ) : (
        <Text fz="sm">Finding out …</Text>
      )}
    </Alert>
  );
}

function Changes({ preview: { users, everyCompany } }: { readonly preview: AccessPreview }) {
  return (
    <Stack gap={4}>
      {users.length === 0 ? <Text fz="sm">Nobody gains or loses a company.</Text> : null}
      <ul className={classes.changes}>
        {users.map(({ user, gains, loses }) => (
          <li key={user.id}>
            <b>{user.name}</b> {[said('gains', gains), said('loses', loses)].filter(Boolean).join('; ')}
          </li>
        ))}
      </ul>
      {everyCompany ? null : (
        <Text fz="xs" c="dimmed">
          Companies that you do not see are not counted here.
        </Text>
      )}
    </Stack>
  );
}

/** "gains 2 companies: Acme, Birch"; after five names, how many more. */
function said(verb: 'gains' | 'loses', { count, names }: SomeCompanies): string {
  if (count === 0) return '';
  const shown = names.slice(0, 5);
  const more = count > shown.length ? ` and ${count - shown.length} more` : '';
  return `${verb} ${formatCount(count, 'company', 'companies')}: ${shown.join(', ')}${more}`;
}

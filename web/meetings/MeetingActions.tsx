import { Button, Group, Menu } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import Check from 'lucide-react/icons/check';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Pencil from 'lucide-react/icons/pencil';
import { useState } from 'react';
import { deleteMeeting, type Meeting, type MeetingChange, updateMeeting } from '../../contract/meetings.ts';
import { call } from '../api/call.ts';
import { useEngagementChanged } from '../engagement/use-engagement-changed.ts';
import { useMe } from '../me/queries.ts';
import { paths } from '../paths.ts';
import { ConfirmModal } from '../ui/ConfirmModal.tsx';
import { FormError } from '../ui/FormError.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { MeetingModal } from './MeetingModal.tsx';

/** What can be done with a meeting: say that it was held, edit, cancel, plan again, delete. */
export function MeetingActions({ meeting }: { readonly meeting: Meeting }) {
  const { asOf } = useMe().workspace;
  const changed = useEngagementChanged();
  const [dialog, setDialog] = useState<'edit' | 'delete' | null>(null);
  const change = useMutation({
    mutationFn: (body: MeetingChange) => call(updateMeeting, { params: { id: meeting.id }, body }),
    onSettled: changed,
  });
  // held before the day that it was planned for: then it was today
  const held = { status: 'held' as const, ...(meeting.date > asOf ? { date: asOf } : {}) };
  return (
    <>
      <FormError error={change.error} />
      <Group gap="xs" wrap="nowrap">
        {meeting.status === 'planned' ? (
          <Button
            leftSection={<Check size={16} aria-hidden />}
            onClick={() => change.mutate(held)}
            loading={change.isPending}
          >
            Mark held
          </Button>
        ) : null}
        <Button
          variant="default"
          leftSection={<Pencil size={16} aria-hidden />}
          onClick={() => setDialog('edit')}
        >
          Edit
        </Button>
        <Menu position="bottom-end">
          <Menu.Target>
            <IconButton icon={Ellipsis} label="More" variant="default" size="lg" />
          </Menu.Target>
          <Menu.Dropdown>
            {meeting.status === 'planned' ? (
              <Menu.Item onClick={() => change.mutate({ status: 'cancelled' })}>Cancel the meeting</Menu.Item>
            ) : (
              <Menu.Item onClick={() => change.mutate({ status: 'planned' })}>Set back to planned</Menu.Item>
            )}
            <Menu.Item color="red" onClick={() => setDialog('delete')}>
              Delete
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
      {dialog === 'edit' ? (
        <MeetingModal company={meeting.company.id} meeting={meeting} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'delete' ? <DeleteMeeting meeting={meeting} onClose={() => setDialog(null)} /> : null}
    </>
  );
}

function DeleteMeeting({ meeting, onClose }: { readonly meeting: Meeting; readonly onClose: () => void }) {
  const navigate = useNavigate();
  const changed = useEngagementChanged();
  const remove = useMutation({
    mutationFn: () => call(deleteMeeting, { params: { id: meeting.id } }),
    onSuccess: async () => {
      await navigate(paths.customerEngagement(meeting.company.id));
      void changed();
    },
  });
  return (
    <ConfirmModal
      title="Delete this meeting?"
      action="Delete"
      danger
      pending={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      Its notes and action items go with it. One that did not take place is better cancelled: calendars are
      told so.
    </ConfirmModal>
  );
}

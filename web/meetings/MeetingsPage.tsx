import { Button, SegmentedControl, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import {
  MEETING_KIND_NAMES,
  MEETING_KINDS,
  type MeetingKind,
} from '../../domain/engagement/meeting-kinds.ts';
import { OverdueCadences } from '../cadences/OverdueCadences.tsx';
import { colleaguesQuery } from '../colleagues/queries.ts';
import { CompanySelect } from '../companies/CompanySelect.tsx';
import { NoCompanyYet } from '../companies/NoCompanyYet.tsx';
import { useMay, useMe } from '../me/queries.ts';
import { paths } from '../paths.ts';
import { clearButton } from '../ui/clear-button.ts';
import { formatDay } from '../ui/days.ts';
import { PageHeader } from '../ui/PageHeader.tsx';
import { MeetingTable } from './MeetingTable.tsx';
import classes from './meetings.module.css';
import { type MeetingList, type MeetingsView, meetingsSearch, readMeetingsView } from './meetings-view.ts';
import { MonthView } from './month/MonthView.tsx';
import { PlanMeeting } from './PlanMeeting.tsx';

/** The meetings with all customers: what comes, what is overdue by its cadence, what was held. */
export function MeetingsPage() {
  const { workspace, companies } = useMe();
  const mayEdit = useMay('edit_companies');
  const { view, change } = useMeetingsView();
  const [planning, setPlanning] = useState(false);
  if (companies === 0)
    return (
      <>
        <PageHeader title="Meetings" />
        <NoCompanyYet shows="which meetings come, and which are overdue" />
      </>
    );
  return (
    <>
      <PageHeader
        title="Meetings"
        note={`As of ${formatDay(workspace.asOf)} · times are those of ${workspace.timeZone}`}
      >
        {mayEdit ? (
          <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => setPlanning(true)}>
            Plan a meeting
          </Button>
        ) : null}
      </PageHeader>
      <Filters view={view} onChange={change} />
      {view.list === 'overdue' ? <OverdueCadences view={view} /> : null}
      {view.list === 'month' ? <MonthView view={view} onChange={change} /> : null}
      {view.list === 'upcoming' || view.list === 'held' ? <MeetingTable view={view} /> : null}
      {planning ? <PlanMeeting company={view.company} onClose={() => setPlanning(false)} /> : null}
    </>
  );
}

const KINDS = MEETING_KINDS.map((value) => ({ value, label: MEETING_KIND_NAMES[value] }));
const LISTS: readonly { value: MeetingList; label: string }[] = [
  { value: 'upcoming', label: 'Upcoming' },
  { value: 'overdue', label: 'Overdue' },
  { value: 'held', label: 'Held' },
  { value: 'month', label: 'Month' },
];

interface FiltersProps {
  readonly view: MeetingsView;
  readonly onChange: (part: Partial<MeetingsView>) => void;
}

function Filters({ view, onChange }: FiltersProps) {
  const colleagues = useQuery(colleaguesQuery).data ?? [];
  return (
    <section className={classes.filters} aria-label="Which meetings are shown">
      <SegmentedControl
        aria-label="List"
        data={[...LISTS]}
        value={view.list}
        onChange={(list) => onChange({ list: list as MeetingList })}
      />
      <Select
        aria-label="Kind"
        placeholder="Every kind"
        data={KINDS}
        value={view.kind}
        onChange={(kind) => onChange({ kind: kind as MeetingKind | null })}
        clearable
        clearButtonProps={clearButton('Every kind')}
      />
      <Select
        aria-label="vCIO"
        placeholder="Every vCIO"
        data={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        value={view.owner}
        onChange={(owner) => onChange({ owner })}
        searchable
        clearable
        clearButtonProps={clearButton('Every vCIO')}
      />
      <CompanySelect
        aria-label="Company"
        placeholder="Every company"
        value={view.company}
        onChange={(company) => onChange({ company })}
      />
    </section>
  );
}

/** The view that the address says, and how to change it. */
function useMeetingsView() {
  const view = readMeetingsView(useSearch({ from: '/app/meetings' }));
  const navigate = useNavigate();
  const change = (part: Partial<MeetingsView>) =>
    void navigate({
      ...paths.meetings(meetingsSearch({ ...view, ...part })),
      replace: true,
      resetScroll: false,
    });
  return { view, change };
}

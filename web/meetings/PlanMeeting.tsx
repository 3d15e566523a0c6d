import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Day } from '../../domain/portfolio/values.ts';
import { ChooseCompany } from '../companies/ChooseCompany.tsx';
import { paths } from '../paths.ts';
import { useFocusBack } from '../ui/use-focus-back.ts';
import { MeetingModal } from './MeetingModal.tsx';

interface PlanMeetingProps {
  /** The company that is chosen already; null: none is. */
  readonly company: string | null;
  /** The day that the dialog begins with; default: today. */
  readonly date?: Day;
  readonly onClose: () => void;
}

/** Plans a meeting with a company that is chosen first. */
export function PlanMeeting({ company, date, onClose }: PlanMeetingProps) {
  const navigate = useNavigate();
  const [chosen, setChosen] = useState(company);
  useFocusBack();
  if (chosen === null) return <ChooseCompany title="Plan a meeting" onChoose={setChosen} onClose={onClose} />;
  return (
    <MeetingModal
      company={chosen}
      meeting={null}
      {...(date === undefined ? {} : { begin: { date } })}
      onClose={onClose}
      onSaved={({ id }) => void navigate(paths.meeting(id))}
    />
  );
}

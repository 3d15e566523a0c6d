import { useParams } from '@tanstack/react-router';
import { CadencesPanel } from '../cadences/CadencesPanel.tsx';
import { EscalationsPanel } from '../escalations/EscalationsPanel.tsx';
import { CompanyMeetings } from '../meetings/CompanyMeetings.tsx';
import classes from './engagement.module.css';
import { OpenActionItems } from './OpenActionItems.tsx';

/** How we keep in touch with a company: cadences, meetings, what was promised, and what went wrong. */
export function EngagementPage() {
  const { id } = useParams({ from: '/app/customers/$id' });
  return (
    <div className={classes.page}>
      <CadencesPanel company={id} />
      <OpenActionItems company={id} />
      <CompanyMeetings company={id} />
      <EscalationsPanel company={id} />
    </div>
  );
}

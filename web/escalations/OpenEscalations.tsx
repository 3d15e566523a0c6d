import { useQuery } from '@tanstack/react-query';
import Siren from 'lucide-react/icons/siren';
import classes from '../companies/customer.module.css';
import { paths } from '../paths.ts';
import { formatDay } from '../ui/days.ts';
import { AnchorLink } from '../ui/links.tsx';
import { escalationsQuery } from './queries.ts';

/** The escalations of a company that are open, in its header; nothing where there are none. */
export function OpenEscalations({ id }: { readonly id: string }) {
  const escalations = useQuery(escalationsQuery(id)).data ?? [];
  const open = escalations.filter(({ status }) => status === 'open');
  if (open.length === 0) return null;
  return (
    <section className={classes.threats} aria-label="Open escalations">
      <Siren size={16} aria-hidden />
      <span>
        <b>{open.length === 1 ? 'Open escalation' : 'Open escalations'}:</b>{' '}
        {open.map((escalation, index) => (
          <span key={escalation.id}>
            {index > 0 ? ', ' : ''}
            <AnchorLink {...paths.customerEngagement(id)} inherit underline="always" c="inherit">
              {escalation.title}
            </AnchorLink>
            {escalation.updateLate > 0 && escalation.nextUpdateDue !== null
              ? ` (an update was due on ${formatDay(escalation.nextUpdateDue)})`
              : ''}
          </span>
        ))}
      </span>
    </section>
  );
}

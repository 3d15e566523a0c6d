import { useQuery } from '@tanstack/react-query';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import classes from './customer.module.css';
import { explanationQuery } from './queries.ts';

/** Other providers at the company that endanger the relationship, by name; nothing where there are none. */
export function Threats({ id }: { readonly id: string }) {
  const cells = useQuery(explanationQuery(id)).data?.alignment.cells ?? [];
  const threats = cells.filter(({ threat }) => threat);
  if (threats.length === 0) return null;
  const named = threats.map(({ provider, stackItem }) => `${provider ?? 'a provider'} (${stackItem.name})`);
  return (
    <section className={classes.threats} aria-label="Threats">
      <TriangleAlert size={16} aria-hidden />
      <span>
        <b>{threats.length === 1 ? 'Threat' : 'Threats'} to the relationship:</b> {named.join(', ')}
      </span>
    </section>
  );
}

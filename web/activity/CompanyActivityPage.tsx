import { useInfiniteQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Panel } from '../ui/Panel.tsx';
import { ActivityLog } from './ActivityLog.tsx';
import { companyActivityQuery } from './queries.ts';

/** Who changed what about a company. */
export function CompanyActivityPage() {
  const { id } = useParams({ from: '/app/customers/$id' });
  const activity = useInfiniteQuery(companyActivityQuery(id));
  return (
    <Panel title="Activity">
      <ActivityLog activity={activity} headings={3} withCompany={false} />
    </Panel>
  );
}

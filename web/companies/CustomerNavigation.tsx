import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { paths } from '../paths.ts';
import classes from './customer.module.css';

/** The pages about a company: how the address names each, and its name on the menu. */
const SECTIONS = [
  { segment: undefined, name: 'Company Profile', link: paths.customer },
  { segment: 'health', name: 'Health Metrics', link: paths.customerHealth },
  { segment: 'effort', name: 'Effort Metrics', link: paths.customerEffort },
  { segment: 'alignment', name: 'Stack Alignment', link: paths.customerAlignment },
  { segment: 'contracts', name: 'Contracts', link: paths.customerContracts },
  { segment: 'recommendations', name: 'Recommendations', link: paths.customerRecommendations },
  { segment: 'roadmap', name: 'Roadmap', link: paths.customerRoadmap },
  { segment: 'goals', name: 'Goals', link: paths.customerGoals },
  { segment: 'engagement', name: 'Engagement', link: paths.customerEngagement },
  { segment: 'assessments', name: 'Assessments', link: paths.customerAssessments },
  { segment: 'satisfaction', name: 'Satisfaction', link: paths.customerSatisfaction },
  { segment: 'records', name: 'Records', link: paths.customerRecords },
  { segment: 'lifecycle', name: 'Lifecycle', link: paths.customerLifecycle },
  { segment: 'history', name: 'History', link: paths.customerHistory },
  { segment: 'activity', name: 'Activity', link: paths.customerActivity },
] as const;

export function CustomerNavigation({ id }: { readonly id: string }) {
  const menu = useRef<HTMLElement>(null);
  const section = useSectionName();
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the menu is too wide, the page that stands is in sight
  useEffect(() => {
    const current = menu.current?.querySelector<HTMLElement>('[aria-current=page]');
    // only sideways: the page itself stays where it is
    if (current) menu.current?.scrollTo({ left: current.offsetLeft - menu.current.offsetLeft - 40 });
  }, [section]);
  return (
    <nav ref={menu} className={classes.menu} aria-label="Customer Detail">
      {SECTIONS.map(({ name, link, segment }) => (
        <Link
          key={name}
          {...link(id)}
          activeOptions={{ exact: segment === undefined, includeSearch: false }}
          className={classes.section}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}

/** The name of the page that stands. */
export function useSectionName(): string {
  const segment = useLocation().pathname.split('/')[3] || undefined;
  return (SECTIONS.find((section) => section.segment === segment) ?? SECTIONS[0]).name;
}

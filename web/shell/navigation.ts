import type { LucideIcon } from 'lucide-react';
import CalendarClock from 'lucide-react/icons/calendar-clock';
import Grid3x3 from 'lucide-react/icons/grid-3x3';
import Handshake from 'lucide-react/icons/handshake';
import House from 'lucide-react/icons/house';
import LayoutDashboard from 'lucide-react/icons/layout-dashboard';
import Lightbulb from 'lucide-react/icons/lightbulb';
import Magnet from 'lucide-react/icons/magnet';
import Route from 'lucide-react/icons/route';
import Settings from 'lucide-react/icons/settings';
import Users from 'lucide-react/icons/users';
import { type Ability, may } from '../../domain/access/abilities.ts';
import type { Role } from '../../domain/access/grants.ts';
import { paths } from '../paths.ts';

interface Destination {
  readonly label: string;
  /** Where it is too long for the rail: with where it may be broken. */
  readonly inRail?: string;
  readonly icon: LucideIcon;
  readonly link: ReturnType<
    (typeof paths)[
      | 'home'
      | 'dashboard'
      | 'customers'
      | 'stackAlignment'
      | 'recommendations'
      | 'meetings'
      | 'lifecycle'
      | 'renewals'
      | 'retention'
      | 'settings']
  >;
  readonly ability: Ability;
}

const DESTINATIONS: readonly Destination[] = [
  { label: 'Home', icon: House, link: paths.home(), ability: 'read_companies' },
  { label: 'Dashboard', icon: LayoutDashboard, link: paths.dashboard(), ability: 'read_companies' },
  { label: 'Customers', icon: Users, link: paths.customers(), ability: 'read_companies' },
  { label: 'Stack Alignment', icon: Grid3x3, link: paths.stackAlignment(), ability: 'read_companies' },
  {
    label: 'Recommendations',
    inRail: 'Recom\u00ADmendations',
    icon: Lightbulb,
    link: paths.recommendations(),
    ability: 'read_companies',
  },
  { label: 'Meetings', icon: Handshake, link: paths.meetings(), ability: 'read_companies' },
  { label: 'Lifecycle', icon: Route, link: paths.lifecycle(), ability: 'read_companies' },
  { label: 'Renewals', icon: CalendarClock, link: paths.renewals(), ability: 'read_companies' },
  { label: 'Retention', icon: Magnet, link: paths.retention(), ability: 'read_companies' },
  { label: 'Settings', icon: Settings, link: paths.settings(), ability: 'manage_users' },
];

/** The screens that a role can reach. */
export const destinationsFor = (role: Role): readonly Destination[] =>
  DESTINATIONS.filter(({ ability }) => may(role, ability));

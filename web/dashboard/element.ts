import type { Dashboard } from '../../domain/dashboard/dashboard.ts';
import type { Opening } from '../../domain/dashboard/rows.ts';
import type { DashboardView } from './view.ts';

/** What each of the six elements is given. */
export interface ElementProps {
  readonly dashboard: Dashboard;
  readonly view: DashboardView;
  readonly onChange: (change: Partial<DashboardView>) => void;
  /** Opens the rows behind a slice, bar or dot. */
  readonly onOpen: (opening: Opening) => void;
}

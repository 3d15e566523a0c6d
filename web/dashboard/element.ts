import type { Dashboard } from '../../domain/dashboard/dashboard.ts';
import type { Opening } from '../../domain/dashboard/rows.ts';
import type { DashboardView } from './view.ts';

/** How the elements are drawn, whatever is filtered by. */
export type ElementOptions = Pick<DashboardView, 'value' | 'rank' | 'weighted' | 'sizeByEmployees'>;

/** What each of the six elements is given. */
export interface ElementProps {
  readonly dashboard: Dashboard;
  readonly options: ElementOptions;
  readonly onChange: (change: Partial<ElementOptions>) => void;
  /** Opens the rows behind a slice, bar or dot. */
  readonly onOpen: (opening: Opening) => void;
}

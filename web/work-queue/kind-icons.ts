import type { LucideIcon } from 'lucide-react';
import Activity from 'lucide-react/icons/activity';
import CalendarCheck from 'lucide-react/icons/calendar-check';
import ClockAlert from 'lucide-react/icons/clock-alert';
import Flame from 'lucide-react/icons/flame';
import Grid3x3 from 'lucide-react/icons/grid-3x3';
import Handshake from 'lucide-react/icons/handshake';
import Hourglass from 'lucide-react/icons/hourglass';
import Lightbulb from 'lucide-react/icons/lightbulb';
import ListChecks from 'lucide-react/icons/list-checks';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import Siren from 'lucide-react/icons/siren';
import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal';
import SquareCheck from 'lucide-react/icons/square-check';
import Target from 'lucide-react/icons/target';
import TrendingDown from 'lucide-react/icons/trending-down';
import type { WorkKind } from '../../domain/work-queue/work-item.ts';

export const KIND_ICONS: Readonly<Record<WorkKind, LucideIcon>> = {
  escalation: Siren,
  red_high_value: Flame,
  falling_health: TrendingDown,
  action_item: SquareCheck,
  meeting_outcome: CalendarCheck,
  pulse_check: Activity,
  meeting: Handshake,
  stage: Hourglass,
  onboarding: ListChecks,
  renewal: RefreshCw,
  recommendation: Lightbulb,
  goal: Target,
  override: SlidersHorizontal,
  stale_metrics: ClockAlert,
  stale_alignment: Grid3x3,
};

import type { LucideIcon } from 'lucide-react';
import Activity from 'lucide-react/icons/activity';
import Building2 from 'lucide-react/icons/building-2';
import CalendarClock from 'lucide-react/icons/calendar-clock';
import ClipboardCheck from 'lucide-react/icons/clipboard-check';
import Clock from 'lucide-react/icons/clock';
import Gauge from 'lucide-react/icons/gauge';
import Handshake from 'lucide-react/icons/handshake';
import Headset from 'lucide-react/icons/headset';
import Heart from 'lucide-react/icons/heart';
import Layers from 'lucide-react/icons/layers';
import MapPin from 'lucide-react/icons/map-pin';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import Shield from 'lucide-react/icons/shield';
import Smile from 'lucide-react/icons/smile';
import Star from 'lucide-react/icons/star';
import Ticket from 'lucide-react/icons/ticket';
import Timer from 'lucide-react/icons/timer';
import TrendingUp from 'lucide-react/icons/trending-up';
import Users from 'lucide-react/icons/users';
import Wrench from 'lucide-react/icons/wrench';

const ICONS: Readonly<Record<string, LucideIcon>> = {
  activity: Activity,
  building: Building2,
  'building-2': Building2,
  'calendar-clock': CalendarClock,
  'clipboard-check': ClipboardCheck,
  clock: Clock,
  gauge: Gauge,
  handshake: Handshake,
  headset: Headset,
  heart: Heart,
  layers: Layers,
  'map-pin': MapPin,
  'refresh-cw': RefreshCw,
  shield: Shield,
  smile: Smile,
  star: Star,
  ticket: Ticket,
  timer: Timer,
  'trending-up': TrendingUp,
  users: Users,
  wrench: Wrench,
};

/** The icon that a metric names; one that is not known here, or none, is a gauge. */
export const metricIcon = (name: string | null): LucideIcon => ICONS[name ?? ''] ?? Gauge;

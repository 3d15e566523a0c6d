import type { LucideIcon } from 'lucide-react';
import Activity from 'lucide-react/icons/activity';
import Award from 'lucide-react/icons/award';
import BadgeDollarSign from 'lucide-react/icons/badge-dollar-sign';
import Building from 'lucide-react/icons/building';
import Building2 from 'lucide-react/icons/building-2';
import Calendar from 'lucide-react/icons/calendar';
import CalendarClock from 'lucide-react/icons/calendar-clock';
import CircleCheck from 'lucide-react/icons/circle-check';
import ClipboardCheck from 'lucide-react/icons/clipboard-check';
import Clock from 'lucide-react/icons/clock';
import Flame from 'lucide-react/icons/flame';
import Frown from 'lucide-react/icons/frown';
import Gauge from 'lucide-react/icons/gauge';
import Globe from 'lucide-react/icons/globe';
import Handshake from 'lucide-react/icons/handshake';
import Headset from 'lucide-react/icons/headset';
import Heart from 'lucide-react/icons/heart';
import Laptop from 'lucide-react/icons/laptop';
import Layers from 'lucide-react/icons/layers';
import MapPin from 'lucide-react/icons/map-pin';
import MessageCircle from 'lucide-react/icons/message-circle';
import Phone from 'lucide-react/icons/phone';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import Shield from 'lucide-react/icons/shield';
import ShieldCheck from 'lucide-react/icons/shield-check';
import Smile from 'lucide-react/icons/smile';
import Star from 'lucide-react/icons/star';
import Target from 'lucide-react/icons/target';
import ThumbsUp from 'lucide-react/icons/thumbs-up';
import Ticket from 'lucide-react/icons/ticket';
import Timer from 'lucide-react/icons/timer';
import TrendingDown from 'lucide-react/icons/trending-down';
import TrendingUp from 'lucide-react/icons/trending-up';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import Users from 'lucide-react/icons/users';
import Wrench from 'lucide-react/icons/wrench';
import Zap from 'lucide-react/icons/zap';

const ICONS: Readonly<Record<string, LucideIcon>> = {
  activity: Activity,
  award: Award,
  'badge-dollar-sign': BadgeDollarSign,
  building: Building,
  'building-2': Building2,
  calendar: Calendar,
  'calendar-clock': CalendarClock,
  'circle-check': CircleCheck,
  'clipboard-check': ClipboardCheck,
  clock: Clock,
  flame: Flame,
  frown: Frown,
  gauge: Gauge,
  globe: Globe,
  handshake: Handshake,
  headset: Headset,
  heart: Heart,
  laptop: Laptop,
  layers: Layers,
  'map-pin': MapPin,
  'message-circle': MessageCircle,
  phone: Phone,
  'refresh-cw': RefreshCw,
  shield: Shield,
  'shield-check': ShieldCheck,
  smile: Smile,
  star: Star,
  target: Target,
  'thumbs-up': ThumbsUp,
  ticket: Ticket,
  timer: Timer,
  'trending-down': TrendingDown,
  'trending-up': TrendingUp,
  'triangle-alert': TriangleAlert,
  users: Users,
  wrench: Wrench,
  zap: Zap,
};

/** The icon that a metric names; one that is not known here, or none, is a gauge. */
export const metricIcon = (name: string | null): LucideIcon =>
  name !== null && Object.hasOwn(ICONS, name) ? ICONS[name]! : Gauge;

/** The names of all icons that a metric can have. */
export const METRIC_ICONS: readonly string[] = Object.keys(ICONS);

import { addDays } from '../../domain/calendar/day.ts';
import type { DemoClient } from './clients.ts';
import { random } from './random.ts';
import type { PortfolioRow } from './rows.ts';

/** What clients answered to a survey tool long ago, a little worse than lately; too old for any score of today. */
export function earlierCsat(clients: readonly DemoClient[]): PortfolioRow[] {
  const r = random(20241130);
  return clients.flatMap((client) => {
    const since = client.acquired || '2024-12-01';
    return Array.from({ length: r.int(10) }, (_, i) => {
      const day = addDays('2024-12-01', r.int(570));
      const rating =
        r.next() < 0.3 + client.mood * 0.62 ? 'positive' : r.chance(0.5) ? 'neutral' : 'negative';
      return {
        key: `${client.key}-smileback-${i + 1}`,
        company: client.key,
        answeredAt: `${day}T15:30:00Z`,
        rating,
        comment: '',
        contact: '',
        source: 'smileback',
        about: '',
      };
    }).filter(({ answeredAt }) => answeredAt >= since);
  });
}

import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { getMe, type Me } from '../../contract/me.ts';
import { type Ability, may } from '../../domain/access/abilities.ts';
import { call } from '../api/call.ts';
import { type Money, moneyIn } from '../ui/money.ts';

/** Who is signed in, where. The app's frame has loaded it before any of its pages stands. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => call(getMe, {}, signal),
  staleTime: 60_000,
});

export const useMe = (): Me => useSuspenseQuery(meQuery).data;

export const useMay = (ability: Ability): boolean => may(useMe().user.role, ability);

const moneyByCurrency = new Map<string, Money>();

/** Amounts in the workspace's currency and the reader's locale. */
export function useMoney(): Money {
  return moneyOf(useMe().workspace.currency);
}

/** Amounts in any currency and the reader's locale. */
export function moneyOf(currency: string): Money {
  const known = moneyByCurrency.get(currency) ?? moneyIn(currency);
  moneyByCurrency.set(currency, known);
  return known;
}

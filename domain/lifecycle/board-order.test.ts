import { expect, it } from 'vitest';
import { compareOnBoard } from './board-order.ts';

it('puts first who has waited the longest, then the unknown by name', () => {
  const cards = [
    { id: 'zeta', name: 'Zeta', days: null },
    { id: 'new', name: 'New', days: 0 },
    { id: 'alpha', name: 'Alpha', days: null },
    { id: 'old', name: 'Old', days: 91 },
    { id: 'also-new', name: 'Also new', days: 0 },
  ];
  expect(cards.sort(compareOnBoard).map(({ id }) => id)).toEqual(['old', 'also-new', 'new', 'alpha', 'zeta']);
});

import type { MovementKind } from './movements.ts';

/** What is explained beside the figures. */
export type Explained =
  | 'start'
  | MovementKind
  | 'end'
  | 'logo'
  | 'gross'
  | 'net'
  | 'csat'
  | 'standing'
  | 'history';

/** What each figure means, in words, in the order in which they are read. */
export const DEFINITIONS: readonly {
  readonly id: Explained;
  readonly name: string;
  readonly text: string;
}[] = [
  {
    id: 'start',
    name: 'Starting MRR',
    text: 'What current clients (in onboarding or active) brought in on the first of the two days. One-time revenue is never in it.',
  },
  {
    id: 'new',
    name: 'New',
    text: 'MRR at the end of companies that had never been a client.',
  },
  {
    id: 'returning',
    name: 'Returning',
    text: 'MRR at the end of companies that had been a client earlier, and were none at the start.',
  },
  {
    id: 'expansion',
    name: 'Expansion',
    text: 'What clients of the start bring in more.',
  },
  {
    id: 'contraction',
    name: 'Contraction',
    text: 'What clients of the start bring in less, and are still clients.',
  },
  {
    id: 'churn',
    name: 'Churn',
    text: 'What clients of the start brought in who bring in nothing any more.',
  },
  {
    id: 'end',
    name: 'Ending MRR',
    text: 'Starting MRR + new + returning + expansion + contraction + churn, to the cent. What happened and was undone in between is no movement.',
  },
  {
    id: 'net',
    name: 'Net revenue retention',
    text: 'MRR at the end of the clients of the start ÷ their MRR at the start. Above 100% they grew. New and returning clients are left out.',
  },
  {
    id: 'gross',
    name: 'Gross revenue retention',
    text: 'The same, when a client who pays more counts as paying the same: never above 100%.',
  },
  {
    id: 'logo',
    name: 'Client retention',
    text: 'The share of the clients of the start who are still clients at the end (logo retention).',
  },
  {
    id: 'csat',
    name: 'CSAT',
    text: 'Positive responses ÷ all responses of the calendar month, or of twelve of them.',
  },
  {
    id: 'standing',
    name: 'By account manager, group, segment, health',
    text: 'As it was at the time: at the start for those who were clients then, at the end for new and returning ones. A client with two account managers counts under both.',
  },
  {
    id: 'history',
    name: 'Where the figures come from',
    text: 'One snapshot a day, taken when the day is over. A day without a server is made up for from the dates of contracts; health, segment and who looked after whom are not on record for it.',
  },
];

/** What each is called. */
export const EXPLAINED_NAMES = Object.fromEntries(DEFINITIONS.map(({ id, name }) => [id, name])) as Readonly<
  Record<Explained, string>
>;

import type { ReadRequest } from '../connector.ts';
import { once } from '../once.ts';
import type { HaloClient } from './client.ts';
import { rowsOf, wholeList } from './lists.ts';
import type { Lookups } from './lookups.ts';
import { parseRows, type Rows } from './rows.ts';
import { Client, ClientContract, Feedback, RecurringInvoice } from './shapes.ts';
import type { SurveyScale } from './survey-scale.ts';

/** What a session has at hand. */
export interface Reading {
  readonly client: HaloClient;
  readonly lookups: Lookups;
  readonly now: () => Date;
  readonly scale: SurveyScale | null;
  /** How hours are read where HaloPSA does not list them over all tickets, as an earlier session found out. */
  readonly hoursWay: string | undefined;
  rememberHoursWay(way: string): void;
  /** The lists that others refer to, each read once a session. All but the last grow with the clients, not with the work. */
  clients(): Promise<Rows<Client>>;
  contracts(): Promise<Rows<ClientContract>>;
  /** Those that bill: one that is disabled was replaced by another. */
  invoices(): Promise<Rows<RecurringInvoice>>;
  feedback(): Promise<Rows<Feedback>>;
}

export function openReading(base: Omit<Reading, 'clients' | 'contracts' | 'invoices' | 'feedback'>): Reading {
  const { client } = base;
  return {
    ...base,
    clients: once(async () =>
      parseRows(Client, await wholeList(client, 'Client', { includeinactive: true })),
    ),
    contracts: once(async () =>
      parseRows(ClientContract, await wholeList(client, 'ClientContract', { includeinactive: true })),
    ),
    invoices: once(async () => {
      const list = await wholeList(client, 'RecurringInvoice', { includelines: true });
      const { rows, problems } = parseRows(RecurringInvoice, list);
      return { rows: rows.filter(({ disabled }) => disabled !== true), problems };
    }),
    feedback: once(async () => parseRows(Feedback, rowsOf('Feedback', await client.get('Feedback')))),
  };
}

/** What has changed since then, as HaloPSA's lists are asked for it; they show what is inactive only if told to. */
export function listed({ since }: Pick<ReadRequest, 'since'>) {
  return { includeinactive: true, lastupdatefromdate: since?.toISOString() };
}

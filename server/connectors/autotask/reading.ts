import type { Access } from '../connector.ts';
import type { Client } from './client.ts';
import type { Lookups } from './lookups.ts';
import type { Memory } from './memory.ts';

/** What every kind of record is read with. */
export interface Reading {
  readonly client: Client;
  readonly lookups: Lookups;
  readonly memory: Memory;
  readonly access: Access;
}

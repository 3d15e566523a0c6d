import { RECORD_KINDS } from '../../../domain/sync/records.ts';
import type { Connector } from '../connector.ts';
import { isBusy, isFinal } from './client.ts';
import { hooks } from './hooks.ts';
import { openSession } from './session.ts';

/**
 * Datto (Kaseya) Autotask PSA by its REST API, version 1.0. Sources: Autotask's developer help on the REST API, its limits of
 * requests and threads, and ContractServiceUnits.
 */
export const autotask: Connector = {
  vendor: 'autotask',
  name: 'Autotask PSA',
  credentials: [
    {
      name: 'username',
      label: 'User name (key) of the API user',
      help: 'Admin › Account settings & users › Resources/users: a resource of the security level "API User (system)". Looks like an e-mail address, such as abc123@example.com.',
      secret: false,
    },
    {
      name: 'secret',
      label: 'Secret of the API user',
      help: 'Made on the same page, beside the user name.',
      secret: true,
    },
    {
      name: 'integrationCode',
      label: 'Tracking identifier',
      help: 'On the same page under API tracking identifier: choose "Custom (internal integration)" and a name.',
      secret: true,
    },
    {
      name: 'address',
      label: 'Address for finding the zone',
      help: 'Leave it empty for https://webservices.autotask.net; enter another one if support tells you to.',
      secret: false,
      optional: true,
    },
  ],
  limits: { concurrency: 2, perMinute: 300, isBusy, isFinal },
  kinds: RECORD_KINDS,
  // Lines are asked for only where contracts changed. What is left out cannot say what changed, or changes seldom.
  incremental: ['companies', 'contacts', 'contracts', 'contractLines', 'tickets', 'timeEntries'],
  connect: openSession,
  hooks,
};

import { RECORD_KINDS, type RecordKind } from '../../../domain/sync/records.ts';
import type { Connector, Page, ReadRequest } from '../connector.ts';
import { openClient } from './client.ts';
import { dateFormatOf } from './conditions.ts';
import { connectWiseHooks } from './hooks.ts';
import { openLookups } from './lookups.ts';
import { firstRow, permissionsOf } from './permissions.ts';
import {
  type Reading,
  readAgreements,
  readCatalog,
  readCompanies,
  readContacts,
  readOpportunities,
  readTickets,
  readTimeEntries,
} from './read-lists.ts';
import { readAdditions, readSites } from './read-nested.ts';
import { readSurveys } from './read-surveys.ts';

const READERS: Readonly<Record<RecordKind, (reading: Reading, request: ReadRequest) => Promise<Page>>> = {
  companies: readCompanies,
  sites: readSites,
  contacts: readContacts,
  products: readCatalog,
  contracts: readAgreements,
  contractLines: readAdditions,
  tickets: readTickets,
  timeEntries: readTimeEntries,
  opportunities: readOpportunities,
  surveys: readSurveys,
};

/**
 * ConnectWise PSA, in its cloud or on a system of one's own, by the REST interface 3.0. Sites and additions are listed by one
 * company or agreement: that is most of the calls of a full run, and an incremental one asks for those that have changed.
 */
export const connectWise: Connector = {
  vendor: 'connectwise',
  name: 'ConnectWise PSA',
  credentials: [
    {
      name: 'site',
      label: 'Site',
      help: 'Where you sign in, such as na.myconnectwise.net, or the host of a system of your own.',
      secret: false,
    },
    {
      name: 'companyId',
      label: 'Company id',
      help: 'What is typed above user and password when signing in.',
      secret: false,
    },
    {
      name: 'publicKey',
      label: 'Public key',
      help: 'System › Members › API members › a member › API keys.',
      secret: true,
    },
    {
      name: 'privateKey',
      label: 'Private key',
      help: 'Shown once when the public key is made.',
      secret: true,
    },
    {
      name: 'clientId',
      label: 'Client id',
      help: 'From developer.connectwise.com › Client ID; 36 characters with hyphens.',
      secret: true,
    },
    {
      name: 'dateFormat',
      label: 'Date format',
      help: 'Empty, unless runs after the first one bring nothing from a system of your own: then naive (times without a zone), or date_only.',
      secret: false,
      optional: true,
    },
  ],
  // A thousand a minute are said to be allowed, for all programs of an MSP together.
  limits: { concurrency: 4, perMinute: 300 },
  kinds: RECORD_KINDS,
  // Whether answers to surveys can be asked for by their change is not known.
  incremental: RECORD_KINDS.filter((kind) => kind !== 'surveys'),
  hooks: connectWiseHooks,

  async connect(access) {
    const client = openClient(access);
    const dates = dateFormatOf(access.credentials.dateFormat);
    const reading: Reading = { client, lookups: openLookups(client), dates };
    return {
      read: (kind, request) => READERS[kind](reading, request),
      test: () => permissionsOf(client),
      sample: (kind) => firstRow(client, kind),
    };
  },
};

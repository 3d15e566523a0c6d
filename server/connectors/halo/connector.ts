import type { RecordKind } from '../../../domain/sync/records.ts';
import { type Access, type Connector, ConnectorProblem, type Page, type ReadRequest } from '../connector.ts';
import { openHalo } from './client.ts';
import { haloHooks } from './hooks.ts';
import { openLookups } from './lookups.ts';
import { firstRow, probe } from './probe.ts';
import { readContractLines, readContracts, readProducts } from './read-contracts.ts';
import { readHours } from './read-hours.ts';
import { readCompanies, readContacts, readSites } from './read-people.ts';
import { readSurveys } from './read-surveys.ts';
import { readOpportunities, readTickets } from './read-tickets.ts';
import { openReading, type Reading } from './reading.ts';
import { parseSurveyScale, type SurveyScale } from './survey-scale.ts';

type Read = (reading: Reading, request: ReadRequest) => Promise<Page>;

const READ: Readonly<Record<RecordKind, Read>> = {
  companies: readCompanies,
  sites: readSites,
  contacts: readContacts,
  products: readProducts,
  contracts: readContracts,
  contractLines: readContractLines,
  tickets: readTickets,
  timeEntries: readHours,
  opportunities: readOpportunities,
  surveys: readSurveys,
};
const KINDS = Object.keys(READ) as RecordKind[];

export const halo: Connector = {
  vendor: 'halopsa',
  name: 'HaloPSA',
  credentials: [
    {
      name: 'address',
      label: 'Address',
      help: 'Where you open HaloPSA, such as https://acme.halopsa.com',
      secret: false,
    },
    {
      name: 'clientId',
      label: 'Client ID',
      help: 'Configuration › Integrations › HaloPSA API › View Applications: of an application with "Client ID and Secret (Services)", which signs in as an agent that may see all clients',
      secret: false,
    },
    { name: 'clientSecret', label: 'Client secret', help: 'Of the same application', secret: true },
    {
      name: 'tenant',
      label: 'Tenant',
      help: 'Only if the API details page names one that HaloPSA does not tell by itself',
      secret: false,
      optional: true,
    },
    {
      name: 'surveyScale',
      label: 'Survey scale, if a low score is a good one',
      help: 'From the worst score to the best, such as 5-1; "band 3-1" goes by the band of the score. Without it, answers are rated as the settings of the connection say',
      secret: false,
      optional: true,
    },
  ],
  // Some tenants allow 300 requests in 5 minutes, others 700.
  limits: { concurrency: 4, perMinute: 60 },
  kinds: KINDS,
  // The others cannot be asked for by when they changed.
  incremental: ['companies', 'sites', 'contacts', 'tickets', 'timeEntries', 'opportunities'],
  connect: async (access) => {
    const scale = scaleOf(access);
    const client = openHalo(access);
    const reading = openReading({
      client,
      lookups: openLookups(client),
      now: access.now,
      scale,
      hoursWay: access.remembered.hoursWay,
      rememberHoursWay: (hoursWay) => access.remember({ hoursWay }),
    });
    return {
      read: (kind, request) => READ[kind](reading, request),
      test: () => probe(client, KINDS, access.now()),
      sample: (kind) => firstRow(client, kind, access.now()),
    };
  },
  hooks: haloHooks,
};

function scaleOf({ credentials }: Access): SurveyScale | null {
  const typed = credentials.surveyScale?.trim();
  if (!typed) return null;
  const scale = parseSurveyScale(typed);
  if (!scale)
    throw new ConnectorProblem(
      'credentials',
      `Survey scale: "${typed}" is no scale such as 1-5, 5-1 or "band 3-1".`,
    );
  return scale;
}

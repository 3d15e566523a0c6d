import { z } from 'zod';
import { isTimeZone } from '../domain/calendar/time-zone.ts';
import { QUADRANTS } from '../domain/portfolio/definitions.ts';
import { CurrencyField, DayField, DecimalField, MoneyField, NameField, TextField } from './bundle/fields.ts';
import { endpoint } from './endpoint.ts';
import { NotNegative } from './not-negative.ts';
import { Cents, Day, Line } from './values.ts';

export const STATUS_STATES = ['not_started', 'started', 'completed', 'declined'] as const;

const rateText = 'a number above 0 such as 1.0825, with at most 20 digits on each side of the point';

/** What one unit of a currency is worth in the workspace's. */
export const ExchangeRate = z.strictObject({
  currency: CurrencyField,
  rate: DecimalField.refine((rate) => !rate.startsWith('-') && /[1-9]/.test(rate), rateText),
});
export type ExchangeRate = z.infer<typeof ExchangeRate>;

const color = 'a colour such as #009E73';
const ColorField = z.string().regex(/^#([0-9a-fA-F]{3}){1,2}$/, color);

const percent = 'a number from 0 to 100';
const PercentField = NotNegative.max(100, percent);

/** A named, coloured range of a percentage from its lower bound (inclusive) up. */
export const BandField = z.strictObject({ name: Line, from: PercentField, color: ColorField });
export type BandField = z.infer<typeof BandField>;

const StoredBand = z.object({ name: z.string(), from: z.number(), color: z.string() });

export const RecommendationStatus = z.object({
  name: z.string(),
  state: z.enum(STATUS_STATES),
  color: z.string().nullable(),
  recommendations: z
    .int()
    .describe(
      'How many there are of the companies that you see; those that name no status have the first that is not started',
    ),
});
export type RecommendationStatus = z.infer<typeof RecommendationStatus>;

export const Segment = z.object({
  quadrant: z.enum(QUADRANTS),
  name: z.string(),
  description: z.string(),
});
export type Segment = z.infer<typeof Segment>;

/** What holds for the whole workspace, with every default filled in. */
export const WorkspaceSettings = z.object({
  name: z.string(),
  currency: z.string(),
  exchangeRates: z.array(z.object({ currency: z.string(), rate: z.string() })).describe('By currency'),
  currencies: z
    .array(z.object({ currency: z.string(), contracts: z.int() }))
    .describe('That contracts which you see name, by currency'),
  timeZone: z.string(),
  asOf: Day.nullable().describe('The day that “today” rests on; null: the real one'),
  today: Day.describe('The real day, in the time zone'),
  effortMidpoint: z.number(),
  valueMidpoint: Cents.nullable().describe('Null: the median'),
  seatValueMidpoint: Cents.nullable().describe('Null: the median'),
  medians: z
    .object({ total: z.number().nullable(), perSeat: z.number().nullable() })
    .describe('Of the workspace’s current clients, in cents, not rounded; null: there are none'),
  segments: z.array(Segment).describe('In the order HV/LE, HV/HE, LV/LE, LV/HE'),
  alignmentBands: z.array(StoredBand).describe('From the lowest up'),
  alignmentStaleAfterDays: z.int(),
  recommendationStatuses: z.array(RecommendationStatus).describe('In their order'),
  etag: z.string().describe('For If-Match'),
});
export type WorkspaceSettings = z.infer<typeof WorkspaceSettings>;

const days = 'a whole number of days, from 0 to 36,500';

/** What is left out stays; of lists, what is not in them goes. */
export const WorkspaceSettingsChange = z.strictObject({
  name: Line.optional(),
  currency: CurrencyField.optional().describe(
    'Amounts stay as they are. With it come the exchange rates, if any are set',
  ),
  exchangeRates: z.array(ExchangeRate).max(200).optional(),
  timeZone: z
    .string()
    .max(100)
    .refine(isTimeZone, 'a time zone of the IANA list such as Europe/Berlin')
    .optional(),
  asOf: DayField.nullable().optional(),
  effortMidpoint: PercentField.optional(),
  valueMidpoint: MoneyField.nullable().optional(),
  seatValueMidpoint: MoneyField.nullable().optional(),
  segments: z
    .array(
      z.strictObject({
        quadrant: z.enum(QUADRANTS),
        name: Line,
        description: TextField.nullable().describe('Null: as it is by default'),
      }),
    )
    .max(QUADRANTS.length)
    .optional()
    .describe('Those that are to be called otherwise; the others stay'),
  alignmentBands: z.array(BandField).min(1).max(20).optional(),
  alignmentStaleAfterDays: z.int(days).min(0, days).max(36_500, days).optional(),
  recommendationStatuses: z
    .array(
      z.strictObject({
        name: NameField.max(200, 'at most 200 characters'),
        was: z
          .string()
          .nullable()
          .describe('The present name of the status that it is; null: it is a new one'),
        state: z.enum(STATUS_STATES),
        color: ColorField.nullable(),
      }),
    )
    .min(1)
    .max(50)
    .optional()
    .describe('In their order'),
  replacedStatuses: z
    .array(z.strictObject({ status: z.string(), by: z.string() }))
    .max(50)
    .optional()
    .describe('What recommendations get whose status goes away'),
});
export type WorkspaceSettingsChange = z.infer<typeof WorkspaceSettingsChange>;

const example: WorkspaceSettings = {
  name: 'Northwind IT',
  currency: 'USD',
  exchangeRates: [{ currency: 'EUR', rate: '1.0825' }],
  currencies: [{ currency: 'EUR', contracts: 3 }],
  timeZone: 'America/New_York',
  asOf: null,
  today: '2026-11-22',
  effortMidpoint: 50,
  valueMidpoint: null,
  seatValueMidpoint: null,
  medians: { total: 250000, perSeat: 9612.5 },
  segments: [
    {
      quadrant: 'high_value_low_effort',
      name: 'Most profitable',
      description: 'High value, low effort: keep them, and learn from them.',
    },
  ],
  alignmentBands: [
    { name: 'Not aligned', from: 0, color: '#D55E00' },
    { name: 'Aligned', from: 67, color: '#009E73' },
  ],
  alignmentStaleAfterDays: 180,
  recommendationStatuses: [{ name: 'Proposed', state: 'not_started', color: '#56B4E9', recommendations: 12 }],
  etag: '"0c6e6f4b9d0a3b8f1f6f0e4ac1b7f2d1"',
};

export const getWorkspaceSettings = endpoint({
  id: 'getWorkspaceSettings',
  method: 'GET',
  path: '/workspace-settings',
  slice: 'workspace-settings',
  summary: 'The workspace’s name, currency, rates, day, midpoints, segments, bands and statuses',
  response: WorkspaceSettings,
  errors: ['forbidden'],
  examples: { response: example },
});

export const updateWorkspaceSettings = endpoint({
  id: 'updateWorkspaceSettings',
  method: 'PATCH',
  path: '/workspace-settings',
  slice: 'workspace-settings',
  summary: 'Change settings that hold for every company',
  description:
    'A status that recommendations have takes them along when it is called otherwise, and cannot go away without another in its place. With If-Match, settings that have changed since then are not touched: 412, with the present ones in `details.current`.',
  body: WorkspaceSettingsChange,
  response: WorkspaceSettings,
  errors: ['forbidden', 'precondition_failed', 'unprocessable'],
  examples: {
    body: { effortMidpoint: 60, exchangeRates: [{ currency: 'EUR', rate: '1.0825' }] },
    response: example,
  },
});

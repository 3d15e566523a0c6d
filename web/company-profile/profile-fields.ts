import { z } from 'zod';
import {
  CountField,
  DayField,
  MoneyField,
  NameField,
  TagsField,
  TextField,
  YearField,
} from '../../contract/bundle/fields.ts';
import type { CompanyProfile } from '../../contract/company-profile.ts';
import type { Named } from '../../contract/values.ts';
import {
  CADENCE_INTERVALS,
  CADENCE_NAMES,
  type CadenceInterval,
} from '../../domain/engagement/cadence-due.ts';
import {
  MEETING_METHOD_NAMES,
  MEETING_METHODS,
  type MeetingMethod,
} from '../../domain/engagement/meeting-kinds.ts';
import { STAGES, type Stage } from '../../domain/portfolio/facts.ts';
import { STAGE_NAMES } from '../companies/stage-names.ts';
import {
  amount,
  day,
  oneOf,
  optionalText,
  requiredText,
  severalOf,
  wholeNumber,
} from '../editing/field-kinds.ts';
import type { Fields } from '../editing/use-edit-form.ts';

/** What the dialog edits of a profile, as the API takes it. */
export type ProfileValues = Readonly<{
  name: string;
  stage: Stage;
  executiveSummary: string | null;
  mrrOverride: number | null;
  oneTimeOverride: number | null;
  employeesOverride: number | null;
  tags: readonly string[];
  accountGroups: readonly string[];
  dateAcquired: string | null;
  yearlyRevenue: number | null;
  yearEstablished: number | null;
  industry: string | null;
  locations: number | null;
  owner: string | null;
  primaryContact: string | null;
  preferredMethod: MeetingMethod | null;
  preferredEvery: CadenceInterval | null;
  communicationNote: string | null;
}>;

export const profileValues = (profile: CompanyProfile): ProfileValues => ({
  name: profile.name,
  stage: profile.stage,
  executiveSummary: profile.executiveSummary,
  mrrOverride: profile.mrrOverride,
  oneTimeOverride: profile.oneTimeOverride,
  employeesOverride: profile.employeesOverride,
  tags: profile.tags,
  accountGroups: profile.accountGroups.map(({ id }) => id),
  dateAcquired: profile.dateAcquired,
  yearlyRevenue: profile.yearlyRevenue,
  yearEstablished: profile.yearEstablished,
  industry: profile.industry,
  locations: profile.locations,
  owner: profile.owner?.id ?? null,
  primaryContact: profile.primaryContact?.id ?? null,
  preferredMethod: profile.preferredMethod,
  preferredEvery: profile.preferredEvery,
  communicationNote: profile.communicationNote,
});

const LONG = 'At most 100,000 characters';
const AMOUNT = 'An amount from 0 to 10,000,000,000,000.00, or nothing';
const COUNT = 'A whole number from 0 up, or nothing';

/** What ids of a profile stand for. */
interface NamedChoices {
  readonly groups: readonly Named[];
  readonly users: readonly Named[];
  readonly contacts: readonly Named[];
}

/** The fields of the dialog by the names that the screens have for them. */
export function profileFields({ groups, users, contacts }: NamedChoices): Fields<ProfileValues> {
  const nameIn = (entries: readonly Named[]) => (id: string) =>
    entries.find((entry) => entry.id === id)?.name ?? id;
  const money = (label: string) => amount({ label, rule: MoneyField.nullable(), message: AMOUNT });
  const count = (label: string) => wholeNumber({ label, rule: CountField.nullable(), message: COUNT });
  const text = (label: string) => optionalText({ label, rule: TextField.nullable(), message: LONG });
  return {
    executiveSummary: text('Executive Summary'),
    name: requiredText({ label: 'Name', rule: NameField, message: 'Give the company a name' }),
    stage: oneOf<Stage>({
      label: 'Lifecycle stage',
      rule: z.enum(STAGES),
      message: 'Choose a stage',
      names: (stage) => STAGE_NAMES[stage as Stage],
    }),
    mrrOverride: money('Monthly Recurring Revenue Override'),
    oneTimeOverride: money('One-time (NRR) override'),
    employeesOverride: count('Number of Employees'),
    tags: severalOf({
      label: 'Tags',
      rule: TagsField,
      message: 'Tags that say something',
      names: (tag) => tag,
    }),
    accountGroups: severalOf({
      label: 'Account Group(s)',
      rule: z.array(z.string()),
      message: 'Account groups',
      names: nameIn(groups),
    }),
    dateAcquired: day({
      label: 'Date Customer Acquired',
      rule: DayField.nullable(),
      message: 'A date, or nothing',
    }),
    yearlyRevenue: money('Yearly Company Revenue'),
    yearEstablished: wholeNumber({
      label: 'Year Company Established',
      rule: YearField.nullable(),
      message: 'A year from 0 to 9999, or nothing',
    }),
    industry: text('Industry'),
    locations: count('Number of Locations'),
    owner: oneOf<string | null>({
      label: 'Owner (vCIO)',
      rule: z.string().nullable(),
      message: 'Choose a user',
      names: nameIn(users),
    }),
    primaryContact: oneOf<string | null>({
      label: 'Primary Contact',
      rule: z.string().nullable(),
      message: 'Choose a contact',
      names: nameIn(contacts),
    }),
    preferredMethod: oneOf<MeetingMethod | null>({
      label: 'Preferred method',
      rule: z.enum(MEETING_METHODS).nullable(),
      message: 'Choose a method',
      names: (method) => MEETING_METHOD_NAMES[method as MeetingMethod],
    }),
    preferredEvery: oneOf<CadenceInterval | null>({
      label: 'Wants to meet',
      rule: z.enum(CADENCE_INTERVALS).nullable(),
      message: 'Choose how often',
      names: (every) => CADENCE_NAMES[every as CadenceInterval],
    }),
    communicationNote: text('Note on communication'),
  };
}

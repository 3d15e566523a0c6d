import { Badge, Group, Spoiler, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CompanyProfile } from '../../contract/company-profile.ts';
import { CADENCE_NAMES } from '../../domain/engagement/cadence-due.ts';
import { MEETING_METHOD_NAMES } from '../../domain/engagement/meeting-kinds.ts';
import { STAGE_NAMES } from '../companies/stage-names.ts';
import { syncedInWords } from '../editing/synced.ts';
import { useMoney } from '../me/queries.ts';
import { paths } from '../paths.ts';
import { formatDay } from '../ui/days.ts';
import { EmailLink } from '../ui/EmailLink.tsx';
import { AnchorLink } from '../ui/links.tsx';
import { formatCount, formatWhole, NONE } from '../ui/numbers.ts';
import { ACTIVE_ONLY } from './active-contracts.ts';
import classes from './company-profile.module.css';

/** Every field of the profile by its name; where something is set by hand, the calculated figure stands beside it. */
export function ProfileFacts({ profile }: { readonly profile: CompanyProfile }) {
  const money = useMoney();
  const { calculated } = profile;
  const optional = (cents: number | null) => (cents === null ? NONE : money.full(cents));
  const revenue = (override: number | null, fromContracts: number) => (
    <Overridden
      value={money.full(override ?? fromContracts)}
      how={
        override === null
          ? 'calculated from active contracts'
          : `set by hand; calculated: ${money.full(fromContracts)}`
      }
    />
  );
  return (
    <div className={classes.profile}>
      <section aria-labelledby="executive-summary">
        <Text component="h3" id="executive-summary" className={classes.term ?? ''}>
          Executive Summary
        </Text>
        <Spoiler maxHeight={240} showLabel="Show all of it" hideLabel="Show less">
          <Text className={classes.summary ?? ''} c={profile.executiveSummary ? '' : 'dimmed'} dir="auto">
            {profile.executiveSummary ??
              'Not written yet: goals, size, focus, vertical, and whatever else is particular to this company.'}
          </Text>
        </Spoiler>
      </section>
      <dl className={classes.facts}>
        <Fact term="Monthly Recurring Revenue">
          {revenue(profile.mrrOverride, calculated.mrr)}
          <AnchorLink {...paths.customerContracts(profile.id, ACTIVE_ONLY)} fz="sm">
            Active contracts
          </AnchorLink>
        </Fact>
        <Fact term="One-time (NRR), last 12 months">
          {revenue(profile.oneTimeOverride, calculated.oneTime)}
        </Fact>
        <Fact term="Number of Employees">
          <Employees profile={profile} />
        </Fact>
        <Fact term="Tags">
          <Labels labels={profile.tags} />
        </Fact>
        <Fact term="Account Group(s)">
          <Labels labels={profile.accountGroups.map(({ name }) => name)} />
        </Fact>
        <Fact term="Owner (vCIO)">{profile.owner?.name ?? NONE}</Fact>
        <Fact term="Primary Contact">
          <PrimaryContact contact={profile.primaryContact} />
        </Fact>
        <Fact term="Preferred communication">
          <Communication profile={profile} />
        </Fact>
        <Fact term="Lifecycle stage">
          {STAGE_NAMES[profile.stage]}
          {profile.offboardedOn ? <Quiet>since {formatDay(profile.offboardedOn)}</Quiet> : null}
        </Fact>
        <Fact term="Industry">{profile.industry ?? NONE}</Fact>
        <Fact term="Number of Locations">{formatWhole(profile.locations)}</Fact>
        <Fact term="Date Customer Acquired">
          {profile.dateAcquired ? formatDay(profile.dateAcquired) : NONE}
        </Fact>
        <Fact term="Yearly Company Revenue">{optional(profile.yearlyRevenue)}</Fact>
        <Fact term="Year Company Established">{profile.yearEstablished ?? NONE}</Fact>
        <Fact term="PSA links">
          {profile.syncedFrom ? <span>{syncedInWords(profile.syncedFrom)}</span> : <Quiet>None yet</Quiet>}
        </Fact>
      </dl>
    </div>
  );
}

/** The number that holds, and what every other source says. */
function Employees({ profile }: { readonly profile: CompanyProfile }) {
  const { employeesOverride, employeesSynced, calculated } = profile;
  const contacts = calculated.employeesFromContacts;
  const synced = employeesSynced === null ? null : `${formatWhole(employeesSynced)} from the PSA`;
  const counted = contacts === null ? null : formatCount(contacts, 'active contact', 'active contacts');
  const others = [synced, counted].filter((words) => words !== null).join(', ');
  if (employeesOverride !== null)
    return (
      <Overridden
        value={formatWhole(employeesOverride)}
        how={`set by hand; ${others || 'no contacts, nothing from the PSA'}`}
      />
    );
  if (calculated.employees === null) return <Overridden value={NONE} how="no contacts, no number set" />;
  const source =
    employeesSynced === null ? 'active contacts' : `from the PSA${counted ? `; ${counted}` : ''}`;
  return <Overridden value={formatWhole(calculated.employees)} how={source} />;
}

function PrimaryContact({ contact }: { readonly contact: CompanyProfile['primaryContact'] }) {
  if (!contact) return NONE;
  const { name, title, email } = contact;
  return (
    <>
      <bdi>{name}</bdi>
      {title ? <Quiet>{title}</Quiet> : null}
      {email ? <EmailLink email={email} /> : null}
    </>
  );
}

/** How the client wants to be spoken to, and how often. */
function Communication({ profile }: { readonly profile: CompanyProfile }) {
  const { preferredMethod, preferredEvery, communicationNote } = profile;
  const words = [
    ...(preferredMethod === null ? [] : [MEETING_METHOD_NAMES[preferredMethod]]),
    ...(preferredEvery === null ? [] : [CADENCE_NAMES[preferredEvery].toLowerCase()]),
  ];
  if (words.length === 0 && communicationNote === null) return NONE;
  return (
    <>
      {words.length > 0 ? <span>{words.join(', ')}</span> : null}
      {communicationNote === null ? null : <Quiet>{communicationNote}</Quiet>}
    </>
  );
}

const Fact = ({ term, children }: { readonly term: string; readonly children: ReactNode }) => (
  <div>
    <dt className={classes.term}>{term}</dt>
    <dd className={classes.value}>{children}</dd>
  </div>
);

const Overridden = ({ value, how }: { readonly value: string; readonly how: string }) => (
  <>
    <span>{value}</span>
    <Quiet>{how}</Quiet>
  </>
);

const Quiet = ({ children }: { readonly children: ReactNode }) => (
  <Text span fz="sm" c="dimmed">
    {children}
  </Text>
);

function Labels({ labels }: { readonly labels: readonly string[] }) {
  if (labels.length === 0) return NONE;
  return (
    <Group gap={4}>
      {labels.map((label) => (
        <Badge key={label} size="md">
          {label}
        </Badge>
      ))}
    </Group>
  );
}

import { NumberInput, Select, TagsInput, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { CompanyProfile } from '../../contract/company-profile.ts';
import { updateCompanyProfile } from '../../contract/company-profile.ts';
import { CADENCE_INTERVALS, CADENCE_NAMES } from '../../domain/engagement/cadence-due.ts';
import { MEETING_METHOD_NAMES, MEETING_METHODS } from '../../domain/engagement/meeting-kinds.ts';
import { STAGES } from '../../domain/portfolio/facts.ts';
import { call } from '../api/call.ts';
import { STAGE_NAMES } from '../companies/stage-names.ts';
import { useCompanyChanged } from '../companies/use-company-changed.ts';
import { contactsQuery } from '../contacts/queries.ts';
import { ClashNotice } from '../editing/ClashNotice.tsx';
import { CONTROLS_IN_LINE } from '../editing/controls-in-line.ts';
import { EditModal } from '../editing/EditModal.tsx';
import editing from '../editing/editing.module.css';
import { MoneyInput } from '../editing/MoneyInput.tsx';
import { readOnlyIfSynced } from '../editing/synced.ts';
import { useEditForm } from '../editing/use-edit-form.ts';
import { useMoney } from '../me/queries.ts';
import { paths } from '../paths.ts';
import { clearButton } from '../ui/clear-button.ts';
import { AnchorLink } from '../ui/links.tsx';
import { formatWhole } from '../ui/numbers.ts';
import { AccountGroupsField } from './AccountGroupsField.tsx';
import { ACTIVE_ONLY } from './active-contracts.ts';
import { OwnerField } from './OwnerField.tsx';
import { type ProfileValues, profileFields, profileValues } from './profile-fields.ts';
import { companyChoicesQuery } from './queries.ts';
import { ResetButton } from './ResetButton.tsx';

interface ProfileModalProps {
  readonly profile: CompanyProfile;
  readonly onClose: () => void;
}

/** The dialog behind the green edit icon: every field of the profile. */
export function ProfileModal({ profile, onClose }: ProfileModalProps) {
  const money = useMoney();
  const companyChanged = useCompanyChanged();
  const choices = useQuery(companyChoicesQuery).data;
  const groups = choices?.accountGroups ?? [];
  const owners = [...(choices?.owners ?? []), ...(profile.owner ? [profile.owner] : [])];
  const contacts = useQuery(contactsQuery(profile.id)).data ?? [];
  const fields = profileFields({
    groups: [...groups, ...profile.accountGroups],
    users: owners,
    contacts: [...contacts, ...(profile.primaryContact ? [profile.primaryContact] : [])],
  });
  const { form, clash, decide, ...edit } = useEditForm<ProfileValues, CompanyProfile>({
    fields,
    values: profileValues(profile),
    etag: profile.etag,
    valuesOf: profileValues,
    save: ({ tags, accountGroups, ...changed }, etag) =>
      call(updateCompanyProfile, {
        params: { id: profile.id },
        body: {
          ...changed,
          ...(tags ? { tags: [...tags] } : {}),
          ...(accountGroups ? { accountGroups: [...accountGroups] } : {}),
        },
        ...(etag === undefined ? {} : { ifMatch: etag }),
      }),
    onSaved: () => {
      onClose();
      void companyChanged();
    },
  });
  const { calculated } = profile;
  const input = (name: keyof ProfileValues) => ({
    label: fields[name].label,
    inputWrapperOrder: CONTROLS_IN_LINE,
    ...form.getInputProps(name),
    ...readOnlyIfSynced(profile.syncedFrom, name),
  });
  const reset = (name: keyof ProfileValues) => (
    <ResetButton
      label={fields[name].label}
      control={form.values[name]}
      onReset={() => form.setFieldValue(name, '')}
    />
  );
  return (
    <EditModal
      title="Edit company profile"
      size="xl"
      onClose={onClose}
      onSubmit={edit.submit}
      pending={edit.pending}
      error={edit.error}
      dirty={edit.dirty}
    >
      {clash ? <ClashNotice clash={clash} fields={fields} onDecide={decide} /> : null}
      <Textarea
        {...input('executiveSummary')}
        description="Client goals, size, focus, vertical: whatever makes this company stand out"
        autosize
        minRows={3}
        maxRows={10}
        dir="auto"
        data-autofocus
      />
      <div className={editing.pair}>
        <TextInput required {...input('name')} />
        <Select
          {...input('stage')}
          data={STAGES.map((value) => ({ value, label: STAGE_NAMES[value] }))}
          allowDeselect={false}
        />
        <MoneyInput
          {...input('mrrOverride')}
          placeholder={money.full(calculated.mrr)}
          rightSection={reset('mrrOverride')}
          description={
            <>
              Empty: {money.full(calculated.mrr)}, calculated from the{' '}
              <AnchorLink
                {...paths.customerContracts(profile.id, ACTIVE_ONLY)}
                inherit
                underline="always"
                target="_blank"
              >
                active contracts
              </AnchorLink>
            </>
          }
        />
        <MoneyInput
          {...input('oneTimeOverride')}
          placeholder={money.full(calculated.oneTime)}
          rightSection={reset('oneTimeOverride')}
          description={`Empty: ${money.full(calculated.oneTime)}, calculated from the last 12 months`}
        />
        <NumberInput
          {...input('employeesOverride')}
          placeholder={calculated.employees === null ? '' : formatWhole(calculated.employees)}
          hideControls
          allowDecimal={false}
          thousandSeparator=","
          rightSection={reset('employeesOverride')}
          description={employeesHint(profile)}
        />
        <TagsInput
          {...input('tags')}
          data={[...(choices?.tags ?? [])]}
          description="Stack items that share a tag apply to this company by themselves"
          clearable
        />
        <AccountGroupsField {...input('accountGroups')} choices={groups} profile={profile} />
        <OwnerField {...input('owner')} choices={owners} mayChange={choices?.owners != null} />
        <Select
          {...input('primaryContact')}
          data={contacts.map(({ id, name }) => ({ value: id, label: name }))}
          searchable
          clearable
          clearButtonProps={clearButton('Clear primary contact')}
          nothingFoundMessage="No contact has that name"
          description={contacts.length === 0 ? 'Add contacts below the profile first' : 'One of its contacts'}
        />
        <TextInput {...input('industry')} />
        <NumberInput {...input('locations')} hideControls allowDecimal={false} thousandSeparator="," />
        <Select
          {...input('preferredMethod')}
          data={MEETING_METHODS.map((value) => ({ value, label: MEETING_METHOD_NAMES[value] }))}
          placeholder="Not said"
          clearable
          clearButtonProps={clearButton('Clear the preferred method')}
        />
        <Select
          {...input('preferredEvery')}
          data={CADENCE_INTERVALS.map((value) => ({ value, label: CADENCE_NAMES[value] }))}
          placeholder="Not said"
          clearable
          clearButtonProps={clearButton('Clear how often they want to meet')}
        />
      </div>
      <TextInput {...input('communicationNote')} dir="auto" />
      <Text fz="xs" c="dimmed" mb={-8}>
        Optional; none of these changes a score or the segment:
      </Text>
      <div className={editing.pair}>
        <TextInput {...input('dateAcquired')} type="date" />
        <MoneyInput {...input('yearlyRevenue')} />
        <NumberInput {...input('yearEstablished')} hideControls allowDecimal={false} />
      </div>
    </EditModal>
  );
}

function employeesHint({ calculated, employeesSynced }: CompanyProfile): string {
  if (calculated.employees === null) return 'Empty: not known, as there are no contacts to count';
  const source = employeesSynced === null ? 'counted from the active contacts' : 'from the PSA';
  return `Empty: ${formatWhole(calculated.employees)}, ${source}`;
}

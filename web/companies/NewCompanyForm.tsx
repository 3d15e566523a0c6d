import { MultiSelect, NumberInput, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { CompanyChoices } from '../../contract/company-choices.ts';
import { type CompanyProfile, createCompany } from '../../contract/company-profile.ts';
import { STAGES, type Stage } from '../../domain/portfolio/facts.ts';
import { call } from '../api/call.ts';
import { profileValues } from '../company-profile/profile-fields.ts';
import { CONTROLS_IN_LINE } from '../editing/controls-in-line.ts';
import { EditModal } from '../editing/EditModal.tsx';
import editing from '../editing/editing.module.css';
import { useEditForm } from '../editing/use-edit-form.ts';
import { paths } from '../paths.ts';
import { clearButton } from '../ui/clear-button.ts';
import { asNewCompany, type NewCompanyValues, NOTHING_YET, newCompanyFields } from './new-company-fields.ts';
import { STAGE_NAMES } from './stage-names.ts';
import { useCompanyChanged } from './use-company-changed.ts';

interface NewCompanyFormProps {
  readonly choices: CompanyChoices;
  readonly stage: Stage;
  readonly onClose: () => void;
}

/** The form for a new company; when it is there, its page opens. */
export function NewCompanyForm({ choices, stage, onClose }: NewCompanyFormProps) {
  const navigate = useNavigate();
  const companyChanged = useCompanyChanged();
  const { tags, accountGroups, owners, newCompany } = choices;
  const needsGroup = newCompany === 'in a group';
  // where there is one group to choose from, it is chosen
  const only = needsGroup && accountGroups.length === 1 ? accountGroups.map(({ id }) => id) : [];
  const begin = { ...NOTHING_YET, stage, accountGroups: only };
  const fields = newCompanyFields(accountGroups, owners ?? []);
  const { form, ...edit } = useEditForm<NewCompanyValues, CompanyProfile>({
    fields,
    values: begin,
    etag: undefined,
    valuesOf: profileValues,
    check: (values): Record<string, string> =>
      needsGroup && values.accountGroups.length === 0
        ? { accountGroups: 'Choose one: you see the companies of your account groups' }
        : {},
    save: (given) =>
      call(createCompany, { body: asNewCompany({ stage, accountGroups: begin.accountGroups, ...given }) }),
    onSaved: async (created) => {
      onClose();
      if (created) await navigate(paths.customer(created.id));
      await companyChanged();
    },
  });
  const input = (name: keyof NewCompanyValues) => ({
    label: fields[name].label,
    inputWrapperOrder: CONTROLS_IN_LINE,
    ...form.getInputProps(name),
  });
  return (
    <EditModal
      title="Add company"
      action="Add company"
      size="xl"
      onClose={onClose}
      onSubmit={edit.submit}
      pending={edit.pending}
      error={edit.error}
      dirty={edit.dirty}
    >
      <div className={editing.pair}>
        <TextInput {...input('name')} required data-autofocus />
        <Select
          {...input('stage')}
          data={STAGES.map((value) => ({ value, label: STAGE_NAMES[value] }))}
          allowDeselect={false}
        />
        <TextInput {...input('industry')} />
        {owners ? (
          <Select
            {...input('owner')}
            data={owners.map(({ id, name }) => ({ value: id, label: name }))}
            searchable
            clearable
            clearButtonProps={clearButton('Clear owner')}
          />
        ) : null}
        <NumberInput
          {...input('employeesOverride')}
          description="Until contacts or the PSA say it"
          hideControls
          allowDecimal={false}
          thousandSeparator=","
        />
        <NumberInput {...input('locations')} hideControls allowDecimal={false} thousandSeparator="," />
        <TagsInput
          {...input('tags')}
          data={[...tags]}
          description="Stack items that share a tag apply to this company by themselves"
        />
        {accountGroups.length > 0 ? (
          <MultiSelect
            {...input('accountGroups')}
            data={accountGroups.map(({ id, name }) => ({ value: id, label: name }))}
            required={needsGroup}
            searchable
            description={needsGroup ? 'So that you and the group see it' : 'Beside “All companies”'}
          />
        ) : null}
      </div>
      <Textarea {...input('executiveSummary')} autosize minRows={2} maxRows={8} dir="auto" />
    </EditModal>
  );
}

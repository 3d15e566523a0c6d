import { Text } from '@mantine/core';
import type { AccountGroup } from '../../contract/account-groups.ts';
import { type CompanyGroups, updateCompanyGroups } from '../../contract/company-groups.ts';
import { call } from '../api/call.ts';
import { ClashNotice } from '../editing/ClashNotice.tsx';
import { EditModal } from '../editing/EditModal.tsx';
import { useEditForm } from '../editing/use-edit-form.ts';
import { AccessPreviewPanel } from '../permissions/AccessPreviewPanel.tsx';
import { inOrder, named } from '../permissions/field-words.ts';
import { useSettingsChanged } from '../settings/use-settings-changed.ts';
import { CheckList } from '../ui/CheckList.tsx';

interface CompanyGroupsModalProps {
  readonly company: CompanyGroups;
  readonly groups: readonly AccountGroup[];
  readonly onClose: () => void;
}

type GroupValues = { readonly accountGroups: readonly string[] };
const valuesOf = ({ accountGroups }: CompanyGroups): GroupValues => ({
  accountGroups: inOrder(accountGroups),
});

/** The window in which a company is assigned to account groups. */
export function CompanyGroupsModal({ company, groups, onClose }: CompanyGroupsModalProps) {
  const changed = useSettingsChanged();
  const fields = {
    accountGroups: named(
      'Account groups',
      groups.map(({ id, name }) => ({ value: id, label: name })),
    ),
  };
  const { form, clash, decide, ...edit } = useEditForm<GroupValues, CompanyGroups>({
    fields,
    values: valuesOf(company),
    etag: company.etag,
    valuesOf,
    save: ({ accountGroups = [] }, etag) =>
      call(updateCompanyGroups, {
        params: { id: company.id },
        body: { accountGroups: [...accountGroups] },
        ...(etag === undefined ? {} : { ifMatch: etag }),
      }),
    onSaved: () => {
      void changed();
      onClose();
    },
  });
  const chosen = form.values.accountGroups as string[];
  return (
    <EditModal
      title={`Account groups of ${company.name}`}
      onClose={onClose}
      onSubmit={edit.submit}
      pending={edit.pending}
      error={edit.error}
      dirty={edit.dirty}
      foot={
        <AccessPreviewPanel
          proposed={
            edit.dirty ? { kind: 'companyGroups', id: company.id, accountGroups: inOrder(chosen) } : null
          }
        />
      }
    >
      {clash ? <ClashNotice clash={clash} fields={fields} onDecide={decide} /> : null}
      <Text fz="sm" c="dimmed">
        A company can stand in several groups. Security groups go first: whoever may not see the company by
        theirs does not see it through an account group.
      </Text>
      <CheckList
        label="Account groups"
        things="account groups"
        items={groups.map(({ id, name, allCompanies }) => ({
          id,
          name,
          ...(allCompanies && !chosen.includes(id) ? { fixed: 'holds every company' } : {}),
        }))}
        value={chosen}
        onChange={(accountGroups) => form.setFieldValue('accountGroups', accountGroups)}
      />
    </EditModal>
  );
}

import { Loader, Modal, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { CompanyChoices } from '../../contract/company-choices.ts';
import type { Stage } from '../../domain/portfolio/facts.ts';
import { companyChoicesQuery } from '../company-profile/queries.ts';
import { LoadFailed } from '../ui/Notes.tsx';
import { NewCompanyForm } from './NewCompanyForm.tsx';

interface NewCompanyModalProps {
  /** In which it begins, if nobody says otherwise. */
  readonly stage: Stage;
  readonly onClose: () => void;
}

/** Asks for what a new company begins with, or says why there can be none. */
export function NewCompanyModal({ stage, onClose }: NewCompanyModalProps) {
  const choices = useQuery(companyChoicesQuery);
  const place = choices.data?.newCompany;
  if (choices.data && (place === 'anywhere' || place === 'in a group'))
    return <NewCompanyForm choices={choices.data} stage={stage} onClose={onClose} />;
  return (
    <Modal opened onClose={onClose} title="Add company">
      {choices.error ? (
        <LoadFailed error={choices.error} onRetry={() => void choices.refetch()} />
      ) : choices.data ? (
        <WhyNot place={choices.data.newCompany} />
      ) : (
        <Loader size="sm" aria-label="Loading" />
      )}
    </Modal>
  );
}

function WhyNot({ place }: { readonly place: CompanyChoices['newCompany'] }) {
  return (
    <Text fz="sm">
      {place === 'ceiling'
        ? 'Your security groups hold only the companies that they list, so you would not see a new one.'
        : 'None of your account groups lists companies, so you would not see a new one.'}{' '}
      Ask an administrator to add it, or to change your groups.
    </Text>
  );
}

import { Badge, Group, Skeleton, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Company } from '../../contract/companies.ts';
import { postRecentCompany } from '../../contract/me.ts';
import { call } from '../api/call.ts';
import { isRefusal } from '../api/query-client.ts';
import { OpenEscalations } from '../escalations/OpenEscalations.tsx';
import { meQuery, useMay } from '../me/queries.ts';
import { paths } from '../paths.ts';
import { ButtonLink } from '../ui/links.tsx';
import { EmptyNote, LoadFailed } from '../ui/Notes.tsx';
import { PageHeader, usePageTitle } from '../ui/PageHeader.tsx';
import { CompanyFigures } from './CompanyFigures.tsx';
import { CompanyMenu } from './CompanyMenu.tsx';
import { CustomerNavigation, useSectionName } from './CustomerNavigation.tsx';
import { companyQuery } from './queries.ts';
import { STAGE_NAMES } from './stage-names.ts';
import { Threats } from './Threats.tsx';

/** What stands around every page about one company: its name, its figures, and the menu of its pages. */
export function CustomerFrame() {
  const { id } = useParams({ from: '/app/customers/$id' });
  const company = useQuery(companyQuery(id));
  const mayEdit = useMay('edit_companies');
  const section = useSectionName();
  useRememberCompany(company.data?.id);
  usePageTitle(company.data ? `${company.data.name}: ${section}` : section);
  if (isRefusal(company.error, 'not_found')) return <NoSuchCompany />;
  if (company.error) return <LoadFailed error={company.error} onRetry={() => void company.refetch()} />;
  if (!company.data) return <Skeleton h={140} />;
  return (
    <>
      <PageHeader title={company.data.name} note={<Facts company={company.data} />}>
        {mayEdit ? <CompanyMenu company={company.data} /> : null}
      </PageHeader>
      <OpenEscalations id={id} />
      <Threats id={id} />
      <CompanyFigures key={id} company={company.data} />
      <CustomerNavigation id={id} />
      <Outlet key={id} />
    </>
  );
}

function Facts({ company: { stage, owner, tags } }: { readonly company: Company }) {
  return (
    <Group gap={6} mt={2}>
      <Badge color="gray" size="sm">
        {STAGE_NAMES[stage]}
      </Badge>
      {tags.map((tag) => (
        <Badge key={tag} size="sm">
          {tag}
        </Badge>
      ))}
      {owner ? (
        <Text span fz="sm" c="dimmed">
          vCIO {owner.name}
        </Text>
      ) : null}
    </Group>
  );
}

function NoSuchCompany() {
  return (
    <EmptyNote
      title="There is no such company"
      action={
        <ButtonLink {...paths.customers()} variant="default" mt="xs">
          All customers
        </ButtonLink>
      }
    >
      The link may be old, or the company is not among those you see.
    </EmptyNote>
  );
}

/** A company whose page is opened is the most recently selected one. */
function useRememberCompany(id: string | undefined): void {
  const queryClient = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: (company: string) => call(postRecentCompany, { body: { company } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: meQuery.queryKey }),
  });
  useEffect(() => {
    if (id !== undefined) mutate(id);
  }, [id, mutate]);
}

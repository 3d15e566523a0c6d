import { Select, Skeleton, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import Check from 'lucide-react/icons/check';
import X from 'lucide-react/icons/x';
import { type AccessExplanation, getAccessExplanation } from '../../contract/permissions.ts';
import { call } from '../api/call.ts';
import { paths } from '../paths.ts';
import { LoadFailed } from '../ui/Notes.tsx';
import panel from '../ui/Panel.module.css';
import { PermissionsHeader } from './PermissionsHeader.tsx';
import classes from './permissions.module.css';
import { useCompanyChoices, useUserChoices } from './queries.ts';

/** Why a user sees a company, or does not, rule by rule. */
export function WhoSeesWhatPage() {
  const search = useSearch({ from: '/app/settings/permissions/who-sees-what' });
  const navigate = useNavigate();
  const user = search.user?.[0] ?? null;
  const company = search.company?.[0] ?? null;
  const choose = (chosen: { user?: string | null; company?: string | null }) => {
    const next = { user, company, ...chosen };
    void navigate(
      paths.whoSeesWhat({
        ...(next.user ? { user: [next.user] } : {}),
        ...(next.company ? { company: [next.company] } : {}),
      }),
    );
  };
  const companies = useCompanyChoices().map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <PermissionsHeader title="Who sees what" note="Why somebody sees a company, or does not" />
      <div className={`${panel.panel} ${classes.tools}`}>
        <div className={classes.choose}>
          <Select
            label="Can this user"
            placeholder="Choose a user"
            data={useUserChoices()}
            searchable
            nothingFoundMessage="No user has that name"
            value={user}
            onChange={(value) => choose({ user: value })}
          />
          <Select
            label="see this company?"
            placeholder="Choose a company"
            data={companies}
            searchable
            limit={100}
            nothingFoundMessage="No company has that name"
            value={company}
            onChange={(value) => choose({ company: value })}
          />
        </div>
        {user && company ? (
          <Explanation user={user} company={company} />
        ) : (
          <Text c="dimmed" fz="sm" mt="md">
            Choose a user and a company: every rule that decides is told.
          </Text>
        )}
      </div>
    </>
  );
}

function Explanation({ user, company }: { readonly user: string; readonly company: string }) {
  const explanation = useQuery({
    queryKey: ['access-explanation', user, company],
    queryFn: ({ signal }) => call(getAccessExplanation, { query: { user, company } }, signal),
  });
  if (explanation.error)
    return <LoadFailed error={explanation.error} onRetry={() => void explanation.refetch()} />;
  if (!explanation.data) return <Skeleton h={160} mt="md" />;
  const { conclusion, reasons, wouldHelp } = explanation.data;
  return (
    <section aria-label="Answer" aria-live="polite">
      <Text className={classes.verdict ?? ''} mt="lg" mb="md">
        {conclusion}
      </Text>
      {RULES.map(({ rule, title }) => (
        <Reasons key={rule} title={title} reasons={reasons.filter((reason) => reason.rule === rule)} />
      ))}
      {wouldHelp.length > 0 ? (
        <>
          <Title order={2} fz="sm" mt="md" mb={6}>
            What would have to be changed
          </Title>
          <ul className={classes.reasons}>
            {wouldHelp.map((sentence) => (
              <li key={sentence}>
                <Text fz="sm">{sentence}</Text>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

const RULES = [
  { rule: 'active', title: 'Active' },
  { rule: 'ceiling', title: 'Security groups: the most that they may ever see' },
  { rule: 'reach', title: 'Reach: what they work with' },
] as const;

interface ReasonsProps {
  readonly title: string;
  readonly reasons: AccessExplanation['reasons'];
}

function Reasons({ title, reasons }: ReasonsProps) {
  return (
    <>
      <Title order={2} fz="sm" mt="md" mb={6}>
        {title}
      </Title>
      <ul className={classes.reasons}>
        {reasons.map(({ holds, sentence }) => (
          <li key={sentence}>
            {holds ? (
              <Check size={16} color="var(--mantine-color-teal-light-color)" aria-label="Yes:" />
            ) : (
              <X size={16} color="var(--mantine-color-error)" aria-label="No:" />
            )}
            <Text fz="sm">{sentence}</Text>
          </li>
        ))}
      </ul>
    </>
  );
}

import { Badge, Button, Group, Menu, Skeleton, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import ChevronDown from 'lucide-react/icons/chevron-down';
import {
  type AssessmentTemplate,
  createAssessmentTemplate,
  type TemplateChange,
} from '../../../contract/assessment-templates.ts';
import { SECURITY_POSTURE } from '../../../domain/assessments/security-posture.ts';
import { TECHNOLOGY_STANDARDS } from '../../../domain/assessments/technology-standards.ts';
import { call } from '../../api/call.ts';
import { paths } from '../../paths.ts';
import { FormError } from '../../ui/FormError.tsx';
import { AnchorLink } from '../../ui/links.tsx';
import { EmptyNote, LoadFailed } from '../../ui/Notes.tsx';
import { formatCount } from '../../ui/numbers.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import panel from '../../ui/Panel.module.css';
import { templatesQuery } from '../queries.ts';
import { BLANK, changeOfStarter } from './template-draft.ts';
import classes from './templates.module.css';

const STARTERS = [SECURITY_POSTURE, TECHNOLOGY_STANDARDS];

/** The templates that assessments are taken from. */
export function TemplatesPage() {
  const { data, error, refetch } = useQuery(templatesQuery);
  const add = useAddTemplate(data?.items ?? []);
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  const items = data?.items ?? null;
  return (
    <>
      <PageHeader title="Assessment Templates" note="What clients are assessed by">
        {items && items.length > 0 ? <NewTemplate onAdd={add.mutate} pending={add.isPending} /> : null}
      </PageHeader>
      <FormError error={add.error} />
      {items === null ? <Skeleton h={240} /> : null}
      {items?.length === 0 ? (
        <section className={panel.panel}>
          <EmptyNote
            title="There is no template yet"
            action={
              <Group justify="center" gap="xs" mt="xs">
                {STARTERS.map((starter) => (
                  <Button
                    key={starter.name}
                    onClick={() => add.mutate(changeOfStarter(starter))}
                    loading={add.isPending}
                  >
                    Begin with “{starter.name}”
                  </Button>
                ))}
                <Button variant="default" onClick={() => add.mutate({ ...BLANK, name: 'New template' })}>
                  Empty template
                </Button>
              </Group>
            }
          >
            A template is a list of questions that you go through with a client. Begin with one that many MSPs
            would use, and make it yours.
          </EmptyNote>
        </section>
      ) : null}
      {items && items.length > 0 ? (
        <ul className={`${panel.panel} ${classes.templates}`} aria-label="Templates">
          {items.map((template) => (
            <TemplateRow key={template.id} template={template} />
          ))}
        </ul>
      ) : null}
    </>
  );
}

function TemplateRow({ template }: { readonly template: AssessmentTemplate }) {
  const { id, name, description, retired, items, taken } = template;
  const categories = new Set(items.map(({ category }) => category)).size;
  return (
    <li className={classes.template}>
      <div>
        <Group gap="xs">
          <AnchorLink {...paths.assessmentTemplate(id)} fw={600}>
            {name}
          </AnchorLink>
          {retired ? <Badge color="gray">Retired</Badge> : null}
        </Group>
        {description ? (
          <Text fz="sm" c="dimmed" dir="auto">
            {description}
          </Text>
        ) : null}
      </div>
      <Text fz="sm" c="dimmed" className="qd-figures">
        {formatCount(items.length, 'question', 'questions')} in{' '}
        {formatCount(categories, 'category', 'categories')}
        {taken > 0 ? `, taken ${formatCount(taken, 'time', 'times')}` : ', never taken'}
      </Text>
    </li>
  );
}

interface NewTemplateProps {
  readonly onAdd: (template: TemplateChange) => void;
  readonly pending: boolean;
}

const NewTemplate = ({ onAdd, pending }: NewTemplateProps) => (
  <Menu position="bottom-end">
    <Menu.Target>
      <Button rightSection={<ChevronDown size={14} aria-hidden />} loading={pending}>
        New template
      </Button>
    </Menu.Target>
    <Menu.Dropdown>
      <Menu.Item onClick={() => onAdd({ ...BLANK, name: 'New template' })}>Empty template</Menu.Item>
      <Menu.Divider />
      {STARTERS.map((starter) => (
        <Menu.Item key={starter.name} onClick={() => onAdd(changeOfStarter(starter))}>
          {starter.name}
        </Menu.Item>
      ))}
    </Menu.Dropdown>
  </Menu>
);

/** Adds a template under a name that none has yet, and opens it. */
function useAddTemplate(templates: readonly AssessmentTemplate[]) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (template: TemplateChange) =>
      call(createAssessmentTemplate, { body: { ...template, name: freeName(template.name, templates) } }),
    onSuccess: async (template) => {
      await queryClient.invalidateQueries({ queryKey: templatesQuery.queryKey });
      void navigate(paths.assessmentTemplate(template.id));
    },
  });
}

function freeName(name: string, templates: readonly { readonly name: string }[]): string {
  const taken = new Set(templates.map((template) => template.name));
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name} ${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}

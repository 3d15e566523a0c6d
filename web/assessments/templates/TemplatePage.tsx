import {
  Alert,
  Button,
  Menu,
  Skeleton,
  Stack,
  Text,
  Textarea,
  TextInput,
  VisuallyHidden,
} from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import ChevronDown from 'lucide-react/icons/chevron-down';
import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import {
  type AssessmentTemplate,
  createAssessmentTemplate,
  deleteAssessmentTemplate,
} from '../../../contract/assessment-templates.ts';
import { call } from '../../api/call.ts';
import { paths } from '../../paths.ts';
import { ChangedMeanwhile } from '../../settings/ChangedMeanwhile.tsx';
import { SaveBar } from '../../settings/SaveBar.tsx';
import { stackQuery } from '../../stack-items/queries.ts';
import { ConfirmModal } from '../../ui/ConfirmModal.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { AnchorLink } from '../../ui/links.tsx';
import { EmptyNote, LoadFailed } from '../../ui/Notes.tsx';
import { formatCount } from '../../ui/numbers.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { movedAfter } from '../../ui/reorder/drop-place.ts';
import { useReorder } from '../../ui/reorder/use-reorder.ts';
import { templatesQuery } from '../queries.ts';
import { AnswersEditor } from './AnswersEditor.tsx';
import { CategoryPanel } from './CategoryPanel.tsx';
import { changeOf, type DraftCategory, draftOf, newCategory, problemsOf } from './template-draft.ts';
import classes from './templates.module.css';
import { useTemplateDraft } from './use-template-draft.ts';

/** A template with its answers, categories and questions, edited as a whole and saved once. */
export function TemplatePage() {
  const { template: id } = useParams({ from: '/app/settings/assessment-templates/$template' });
  const { data, error, refetch } = useQuery(templatesQuery);
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton h={420} />;
  const template = data.items.find((candidate) => candidate.id === id);
  if (!template) return <EmptyNote title="There is no such template">It may have been deleted.</EmptyNote>;
  return <Editor key={id} loaded={template} />;
}

function Editor({ loaded }: { readonly loaded: AssessmentTemplate }) {
  const editing = useTemplateDraft(loaded);
  const { draft, change, stored, edited } = editing;
  const stack = useQuery(stackQuery).data?.items ?? [];
  const [said, setSaid] = useState('');
  const problems = problemsOf(draft);
  const { categories } = draft;
  const ids = categories.map(({ key }) => key);
  const set = (key: string, category: DraftCategory | null) =>
    change({
      categories: categories.flatMap((it) => (it.key === key ? (category ? [category] : []) : [it])),
    });
  const reorder = useReorder({
    ids,
    onMove: (key, after) => {
      const order = movedAfter(ids, key, after);
      if (!order) return;
      change({ categories: order.map((id) => categories.find((it) => it.key === id)!) });
      setSaid(
        `${categories.find((it) => it.key === key)!.name}: place ${order.indexOf(key) + 1} of ${order.length}`,
      );
    },
  });
  const questions = categories.reduce((sum, { items }) => sum + items.length, 0);
  return (
    <>
      <AnchorLink {...paths.assessmentTemplates()} fz="sm">
        All templates
      </AnchorLink>
      <PageHeader
        title={stored.name}
        note={`${formatCount(questions, 'question', 'questions')}${stored.retired ? ', retired' : ''}`}
      >
        <TemplateMenu
          stored={stored}
          edited={edited}
          onRetire={(retired) => change({ retired })}
          retired={draft.retired}
        />
      </PageHeader>
      <ChangedMeanwhile changed={editing.meanwhile} what="template" />
      {stored.taken > 0 ? (
        <Alert color="blue" variant="light" mb="md" p="sm">
          Taken {formatCount(stored.taken, 'time', 'times')}. What was taken keeps its questions and points; a
          change here holds from the next assessment on.
        </Alert>
      ) : null}
      <Stack gap="md">
        <Panel title="Template">
          <div className={classes.fields}>
            <TextInput
              label="Name"
              description="Metrics and assessments follow another name"
              required
              value={draft.name}
              onChange={(event) => change({ name: event.currentTarget.value })}
            />
            <Textarea
              label="Description"
              autosize
              value={draft.description ?? ''}
              onChange={(event) => change({ description: event.currentTarget.value || null })}
            />
          </div>
          <AnswersEditor
            legend="Answers to every question that has none of its own"
            answers={draft.answers}
            onChange={(answers) => change({ answers })}
          />
        </Panel>
        {categories.map((category) => (
          <CategoryPanel
            key={category.key}
            category={category}
            scale={draft.answers}
            stack={stack}
            handle={reorder.handle(category.key)}
            panelRef={reorder.row(category.key)}
            held={reorder.drag?.id === category.key}
            drop={dropSide(reorder.drag, category.key, ids[0] === category.key)}
            onChange={(next) => set(category.key, next)}
            onDelete={() => set(category.key, null)}
          />
        ))}
        <div>
          <Button
            variant="default"
            leftSection={<Plus size={16} aria-hidden />}
            onClick={() => change({ categories: [...categories, newCategory()] })}
          >
            Add category
          </Button>
        </div>
      </Stack>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      <SaveBar
        changes={edited ? changesInWords(stored, changeOf(draft).items) : null}
        effect={problems.length > 0 ? problems.slice(0, 2).join(' ') : null}
        incomplete={problems.length > 0}
        pending={editing.pending}
        error={editing.error}
        onSave={editing.save}
        onDiscard={editing.discard}
      />
    </>
  );
}

function dropSide(drag: { readonly after: string | null } | null, key: string, first: boolean) {
  if (drag?.after === key) return 'after' as const;
  return drag?.after === null && first ? ('before' as const) : undefined;
}

function changesInWords(stored: AssessmentTemplate, items: ReturnType<typeof changeOf>['items']): string {
  const added = items.filter(({ id }) => id === null).length;
  const removed = stored.items.filter(({ id }) => !items.some((item) => item.id === id)).length;
  const parts = [
    ...(added > 0 ? [`${formatCount(added, 'question', 'questions')} added`] : []),
    ...(removed > 0 ? [`${formatCount(removed, 'question', 'questions')} removed`] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : 'Changed';
}

interface TemplateMenuProps {
  readonly stored: AssessmentTemplate;
  readonly edited: boolean;
  readonly retired: boolean;
  readonly onRetire: (retired: boolean) => void;
}

function TemplateMenu({ stored, edited, retired, onRetire }: TemplateMenuProps) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [deleting, setDeleting] = useState(false);
  const { queryKey } = templatesQuery;
  const duplicate = useMutation({
    mutationFn: () => {
      const { items, ...body } = changeOf(draftOf(stored));
      const copies = items.map((item) => ({ ...item, id: null }));
      return call(createAssessmentTemplate, {
        body: { ...body, items: copies, name: `${stored.name} (copy)` },
      });
    },
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries({ queryKey });
      void navigate(paths.assessmentTemplate(id));
    },
  });
  const remove = useMutation({
    mutationFn: () => call(deleteAssessmentTemplate, { params: { id: stored.id }, ifMatch: stored.etag }),
    onSuccess: () => {
      void navigate(paths.assessmentTemplates());
      void queryClient.invalidateQueries({ queryKey });
    },
  });
  return (
    <>
      <FormError error={duplicate.error} />
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" rightSection={<ChevronDown size={14} aria-hidden />}>
            More
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => duplicate.mutate()} disabled={edited}>
            Duplicate
          </Menu.Item>
          <Menu.Item onClick={() => onRetire(!retired)}>{retired ? 'Restore' : 'Retire'}</Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => setDeleting(true)} disabled={edited}>
            Delete…
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {deleting ? (
        <ConfirmModal
          title={`Delete “${stored.name}”?`}
          action="Delete"
          danger
          pending={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate()}
          onClose={() => setDeleting(false)}
        >
          <Text fz="sm">Only a template that no assessment and no metric names can be deleted.</Text>
        </ConfirmModal>
      ) : null}
    </>
  );
}

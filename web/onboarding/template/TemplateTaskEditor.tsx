import { Button, Group, NumberInput, Select, Switch, Textarea, TextInput } from '@mantine/core';
import Copy from 'lucide-react/icons/copy';
import Trash2 from 'lucide-react/icons/trash-2';
import type { Named } from '../../../contract/values.ts';
import { OWNER_ROLE_NAMES, OWNER_ROLES, SIDE_OF_ROLE, type Side } from '../../../domain/onboarding/sides.ts';
import { clearButton } from '../../ui/clear-button.ts';
import { SIDE_CHOICES } from '../side-names.ts';
import classes from './template.module.css';
import type { DraftTask } from './template-draft.ts';

interface TemplateTaskEditorProps {
  readonly task: DraftTask;
  readonly users: readonly Named[];
  readonly onChange: (task: DraftTask) => void;
  readonly onDelete: () => void;
  readonly onDuplicate: () => void;
}

/** Everything about a task of the template. It has one owner: naming another lets go of the first. */
export function TemplateTaskEditor({
  task,
  users,
  onChange,
  onDelete,
  onDuplicate,
}: TemplateTaskEditorProps) {
  const set = (part: Partial<DraftTask>) => onChange({ ...task, ...part });
  const setOwner = (part: Partial<typeof NOBODY>) => set({ ...NOBODY, ...part });
  return (
    <div className={classes.editor}>
      <TextInput
        label="Task"
        required
        value={task.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
        autoFocus={task.title === ''}
        dir="auto"
      />
      <Textarea
        label="Details"
        autosize
        value={task.description ?? ''}
        onChange={(event) => set({ description: event.currentTarget.value || null })}
        dir="auto"
      />
      <div className={classes.fields}>
        <Select
          label="Whose task"
          data={[...SIDE_CHOICES]}
          allowDeselect={false}
          value={task.side}
          onChange={(side) => set({ ...NOBODY, ownerName: task.ownerName, side: side as Side })}
        />
        <Select
          label="Owner"
          placeholder="Nobody in particular"
          data={ownerChoices(task, users)}
          value={task.ownerRole ?? (task.owner === null ? null : `${USER}${task.owner}`)}
          onChange={(value) => setOwner(ownerOf(value))}
          searchable
          clearable
          clearButtonProps={clearButton('Clear the owner')}
          nothingFoundMessage="Nobody has that name"
        />
        <TextInput
          label="Or by role or name"
          placeholder={task.side === 'us' ? 'Project team' : 'Office manager'}
          value={task.ownerName ?? ''}
          onChange={(event) => setOwner({ ownerName: event.currentTarget.value || null })}
          dir="auto"
        />
        <NumberInput
          label="Due on day"
          description="After the start; empty: no day"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={task.dueDays ?? ''}
          onChange={(value) => set({ dueDays: typeof value === 'number' ? value : null })}
          min={0}
          max={3650}
          clampBehavior="strict"
          allowDecimal={false}
          allowNegative={false}
        />
      </div>
      <Switch
        label="Required: the client is not active before it is done"
        checked={task.required}
        onChange={(event) => set({ required: event.currentTarget.checked })}
      />
      <Group gap="xs">
        <Button
          variant="default"
          size="xs"
          leftSection={<Copy size={14} aria-hidden />}
          onClick={onDuplicate}
        >
          Duplicate
        </Button>
        <Button variant="default" size="xs" leftSection={<Trash2 size={14} aria-hidden />} onClick={onDelete}>
          Remove
        </Button>
      </Group>
    </div>
  );
}

const NOBODY: Pick<DraftTask, 'ownerRole' | 'owner' | 'ownerName'> = {
  ownerRole: null,
  owner: null,
  ownerName: null,
};

/** Before a user's id, so that no id is taken for a role. */
const USER = 'user ';

function ownerChoices({ side, owner }: DraftTask, users: readonly Named[]) {
  const roles = OWNER_ROLES.filter((role) => SIDE_OF_ROLE[role] === side).map((value) => ({
    value: value as string,
    label: `${OWNER_ROLE_NAMES[value]} of the client`,
  }));
  if (side === 'client') return roles;
  const gone = owner !== null && !users.some(({ id }) => id === owner) ? [{ id: owner, name: owner }] : [];
  return [...roles, ...[...users, ...gone].map(({ id, name }) => ({ value: `${USER}${id}`, label: name }))];
}

function ownerOf(value: string | null): Partial<typeof NOBODY> {
  const role = OWNER_ROLES.find((one) => one === value);
  if (role) return { ownerRole: role };
  return value === null ? {} : { owner: value.slice(USER.length) };
}

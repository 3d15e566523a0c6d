import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { addStarterItems, type StackItem } from '../../contract/stack-items.ts';
import { notInStack, STARTER_STACK, type StarterItem } from '../../domain/stack-items/starter-stack.ts';
import { call } from '../api/call.ts';
import { EditModal } from '../editing/EditModal.tsx';
import { useSettingsChanged } from '../settings/use-settings-changed.ts';
import { groupBy } from '../ui/group-by.ts';
import { formatCount } from '../ui/numbers.ts';
import classes from './stack-items.module.css';

interface StarterModalProps {
  readonly stack: readonly StackItem[];
  readonly onClose: () => void;
}

/** Items that many MSPs have, to be taken over by check boxes; those that the stack has by name cannot be chosen again. */
export function StarterModal({ stack, onClose }: StarterModalProps) {
  const stackChanged = useSettingsChanged();
  const [choices] = useState(() => notInStack(STARTER_STACK, stack).map(({ id }) => id));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(choices));
  const add = useMutation({
    mutationFn: () => call(addStarterItems, { body: { items: [...chosen] } }),
    onSuccess: () => {
      void stackChanged();
      onClose();
    },
  });
  const toggle = (id: string) =>
    setChosen(new Set(chosen.has(id) ? [...chosen].filter((other) => other !== id) : [...chosen, id]));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen.size > 0) add.mutate();
  };
  return (
    <EditModal
      title="Starter stack"
      size="xl"
      onClose={onClose}
      onSubmit={submit}
      pending={add.isPending}
      error={add.error}
      action={chosen.size === 0 ? 'Choose an item' : `Add ${formatCount(chosen.size, 'item', 'items')}`}
    >
      <Text fz="sm">
        What many MSPs standardise on, with usual products. Everything can be changed afterwards; prices and
        product codes are yours to add.
      </Text>
      <Group gap="xs">
        <Button variant="default" size="xs" onClick={() => setChosen(new Set(choices))}>
          Choose all
        </Button>
        <Button variant="default" size="xs" onClick={() => setChosen(new Set())}>
          Choose none
        </Button>
      </Group>
      {[...groupBy(STARTER_STACK, ({ category }) => category)].map(([category, items]) => (
        <Stack key={category} component="fieldset" gap={8} className={classes.choices ?? ''}>
          <Text component="legend" fz="sm" fw={600}>
            {category}
          </Text>
          {items.map((item) => (
            <StarterChoice
              key={item.id}
              item={item}
              present={!choices.includes(item.id)}
              chosen={chosen.has(item.id)}
              onToggle={() => toggle(item.id)}
            />
          ))}
        </Stack>
      ))}
    </EditModal>
  );
}

interface StarterChoiceProps {
  readonly item: StarterItem;
  /** The stack has an item of this name. */
  readonly present: boolean;
  readonly chosen: boolean;
  readonly onToggle: () => void;
}

function StarterChoice({ item, present, chosen, onToggle }: StarterChoiceProps) {
  const products = item.products.map(({ name }) => name).join(', ');
  return (
    <Checkbox
      label={item.name}
      description={
        present ? 'In your stack already' : `${item.definition} Tags: ${item.tags.join(', ')}. ${products}`
      }
      checked={chosen}
      disabled={present}
      onChange={onToggle}
    />
  );
}

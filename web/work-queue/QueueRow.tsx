import { ActionIcon, Text } from '@mantine/core';
import Check from 'lucide-react/icons/check';
import Undo2 from 'lucide-react/icons/undo-2';
import X from 'lucide-react/icons/x';
import type { KeyboardEvent } from 'react';
import type { WorkItem } from '../../contract/work-queue.ts';
import { useMay, useMoney } from '../me/queries.ts';
import { paths } from '../paths.ts';
import { formatDay, formatMoment } from '../ui/days.ts';
import { AnchorLink } from '../ui/links.tsx';
import { KIND_ICONS } from './kind-icons.ts';
import { PrimaryAction } from './PrimaryAction.tsx';
import { SnoozeMenu } from './SnoozeMenu.tsx';
import { WithDays } from './WithDays.tsx';
import classes from './work-queue.module.css';

/** What can be done with the item of a row. */
export interface RowActions {
  readonly onPlan: (item: WorkItem) => void;
  readonly onDone: (item: WorkItem) => void;
  readonly onSnooze: (item: WorkItem, until: string) => void;
  readonly onDismiss: (item: WorkItem) => void;
  readonly onBringBack: (item: WorkItem) => void;
}

interface QueueRowProps {
  readonly item: WorkItem;
  /** The one row of the list that the Tab key reaches. */
  readonly active: boolean;
  readonly actions: RowActions;
  readonly onActive: () => void;
}

/** One thing to do: what, about whom, why, by when, whose, and what can be done with it. */
export function QueueRow({ item, active, actions, onActive }: QueueRowProps) {
  const money = useMoney();
  const Icon = KIND_ICONS[item.kind];
  const tabIndex = active ? 0 : -1;
  return (
    <li
      className={classes.row}
      data-urgency={item.urgency}
      tabIndex={tabIndex}
      onFocus={onActive}
      onKeyDown={(event) => act(event, item, actions)}
      aria-label={`${item.title}, ${item.company.name}`}
    >
      <span className={classes.icon}>
        <Icon size={17} aria-hidden />
      </span>
      <div className={classes.what}>
        <div className={classes.title}>
          <AnchorLink {...paths.customer(item.company.id)} fz="sm" fw={600} tabIndex={tabIndex}>
            {item.company.name}
          </AnchorLink>
          <Text span fz="sm" fw={550} className={classes.words ?? ''}>
            <WithDays>{item.title}</WithDays>
          </Text>
        </div>
        <Text fz="sm" c="dimmed" className={classes.words ?? ''}>
          <WithDays>{`${item.why}.`}</WithDays>
        </Text>
        {item.mark ? <MarkWords mark={item.mark} /> : null}
      </div>
      <div className={classes.when}>
        <Text fz="sm" fw={550} className={classes.due ?? ''}>
          {item.when}
        </Text>
        <Text fz="xs" c="dimmed" className="qd-figures">
          {formatDay(item.due)}
        </Text>
      </div>
      <div className={classes.owner}>
        <Text fz="sm" truncate>
          {item.owner?.name ?? 'Nobody'}
        </Text>
        {item.mrr === null ? null : (
          <Text fz="xs" c="dimmed" className="qd-figures">
            {money.short(item.mrr)} MRR
          </Text>
        )}
      </div>
      <RowButtons item={item} tabIndex={tabIndex} actions={actions} />
    </li>
  );
}

function RowButtons({
  item,
  tabIndex,
  actions,
}: Pick<QueueRowProps, 'item' | 'actions'> & { readonly tabIndex: number }) {
  const mayEdit = useMay('edit_companies');
  const about = `${item.title}, ${item.company.name}`;
  return (
    <div className={classes.buttons}>
      <PrimaryAction item={item} tabIndex={tabIndex} onPlan={() => actions.onPlan(item)} />
      {mayEdit && item.mark ? (
        <ActionIcon
          aria-label={`Bring back: ${about}`}
          title="Bring back"
          size="md"
          tabIndex={tabIndex}
          onClick={() => actions.onBringBack(item)}
        >
          <Undo2 size={16} aria-hidden />
        </ActionIcon>
      ) : null}
      {mayEdit && !item.mark ? (
        <>
          <ActionIcon
            aria-label={`Done: ${about}`}
            title="Done (D)"
            size="md"
            tabIndex={tabIndex}
            onClick={() => actions.onDone(item)}
          >
            <Check size={16} aria-hidden />
          </ActionIcon>
          <SnoozeMenu about={about} tabIndex={tabIndex} onSnooze={(until) => actions.onSnooze(item, until)} />
          <ActionIcon
            aria-label={`Dismiss: ${about}`}
            title="Dismiss (X)"
            size="md"
            tabIndex={tabIndex}
            onClick={() => actions.onDismiss(item)}
          >
            <X size={16} aria-hidden />
          </ActionIcon>
        </>
      ) : null}
    </div>
  );
}

function MarkWords({ mark }: { readonly mark: NonNullable<WorkItem['mark']> }) {
  const { state, until, reason, by, at } = mark;
  const what =
    state === 'snoozed' && until
      ? `Snoozed until ${formatDay(until)}`
      : state === 'done'
        ? 'Done'
        : `Dismissed: ${reason ?? 'no reason given'}`;
  return (
    <Text fz="xs" mt={2} className={classes.words ?? ''}>
      {what} · {by ?? 'Somebody'}, {formatMoment(at)}
    </Text>
  );
}

/** The row's own keys, while it has the focus itself; its menus and buttons have theirs. */
function act(event: KeyboardEvent<HTMLLIElement>, item: WorkItem, actions: RowActions): void {
  const row = event.currentTarget;
  if (event.target !== row || event.metaKey || event.ctrlKey || event.altKey) return;
  const pressed = (selector: string) => {
    const button = row.querySelector<HTMLElement>(selector);
    button?.click();
    return button !== null;
  };
  const may = row.querySelector('[data-snooze]') !== null;
  let done = false;
  if (event.key === 'Enter') done = pressed('[data-primary]');
  else if (event.key === 's') done = pressed('[data-snooze]');
  else if (event.key === 'd' && may) {
    actions.onDone(item);
    done = true;
  } else if (event.key === 'x' && may) {
    actions.onDismiss(item);
    done = true;
  }
  if (done) event.preventDefault();
}

import { Title } from '@mantine/core';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { WorkItem, WorkQueue } from '../../contract/work-queue.ts';
import { URGENCIES, type Urgency } from '../../domain/work-queue/urgency.ts';
import { formatWhole } from '../ui/numbers.ts';
import { QueueRow, type RowActions } from './QueueRow.tsx';
import { keyOf } from './queries.ts';
import { URGENCY_NAMES } from './urgency-names.ts';
import classes from './work-queue.module.css';

interface QueueListProps {
  readonly items: readonly WorkItem[];
  readonly counts: WorkQueue['counts'];
  readonly actions: RowActions;
  readonly onUndo: () => void;
}

/**
 * Things to do by how soon. One row is reached by the Tab key; the arrow keys, Home and End go through the rows, across groups.
 * When the row that had the focus is gone, the next one takes its place.
 */
export function QueueList({ items, counts, actions, onUndo }: QueueListProps) {
  const list = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const had = useRef<HTMLElement | null>(null);
  const at = Math.min(active, items.length - 1);
  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>('li[data-urgency]') ?? [])];

  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever a row may have gone
  useEffect(() => {
    const lost = had.current !== null && !had.current.isConnected && document.activeElement === document.body;
    if (lost) rows()[at]?.focus();
  }, [items]);

  function move(event: KeyboardEvent<HTMLDivElement>): void {
    const target = event.target as HTMLElement;
    if (!list.current?.contains(target) || event.metaKey || event.ctrlKey || event.altKey) return;
    if (event.key === 'u') onUndo();
    const to = destination(event.key, at, items.length);
    if (to === null || !target.matches('li[data-urgency]')) return;
    event.preventDefault();
    rows()[to]?.focus();
  }

  const indexOf = new Map(items.map((item, index) => [item, index]));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the rows inside
    <div
      ref={list}
      className={classes.list}
      onKeyDown={move}
      onFocus={(event) => {
        had.current = event.target.closest('li');
      }}
    >
      {URGENCIES.map((urgency) => {
        const own = items.filter((item) => item.urgency === urgency);
        if (own.length === 0) return null;
        return (
          <Group key={urgency} urgency={urgency} count={counts[urgency]}>
            {own.map((item) => (
              <QueueRow
                key={keyOf(item)}
                item={item}
                active={indexOf.get(item) === at}
                actions={actions}
                onActive={() => setActive(indexOf.get(item)!)}
              />
            ))}
          </Group>
        );
      })}
    </div>
  );
}

interface GroupProps {
  readonly urgency: Urgency;
  readonly count: number;
  readonly children: React.ReactNode;
}

function Group({ urgency, count, children }: GroupProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes.group}>
      <Title order={2} id={id} className={classes.groupTitle ?? ''} data-urgency={urgency}>
        {URGENCY_NAMES[urgency]} <span className={classes.count}>{formatWhole(count)}</span>
      </Title>
      <ul className={classes.rows}>{children}</ul>
    </section>
  );
}

function destination(key: string, at: number, length: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(length - 1, at + 1);
    case 'ArrowUp':
      return Math.max(0, at - 1);
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
    default:
      return null;
  }
}

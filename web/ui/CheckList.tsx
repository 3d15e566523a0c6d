import { Button, Checkbox, Group, Input, Text, TextInput } from '@mantine/core';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import Search from 'lucide-react/icons/search';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import classes from './CheckList.module.css';
import { formatWhole } from './numbers.ts';

export interface CheckListItem {
  readonly id: string;
  readonly name: string;
  /** Always ticked, and why. */
  readonly fixed?: string;
}

interface CheckListProps {
  readonly label: string;
  /** "companies", in what is said about how many. */
  readonly things: string;
  readonly items: readonly CheckListItem[];
  /** Ids of the ticked ones. */
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
  readonly disabled?: boolean;
  readonly error?: string;
}

const ROW_HEIGHT = 32;
/** From so many items on they can be searched and ticked all at once. */
const MANY = 8;

/** Check boxes for any number of things: searchable, and only those in sight are in the page. */
export function CheckList({
  label,
  things,
  items,
  value,
  onChange,
  disabled = false,
  error,
}: CheckListProps) {
  const id = useId();
  const [search, setSearch] = useState('');
  const ticked = useMemo(() => new Set(value), [value]);
  const wanted = search.trim().toLowerCase();
  const shown = useMemo(
    () => items.filter(({ name }) => name.toLowerCase().includes(wanted)),
    [items, wanted],
  );
  const set = (ids: readonly string[], on: boolean) => {
    const next = new Set(value);
    for (const one of ids) on ? next.add(one) : next.delete(one);
    onChange([...next]);
  };
  const free = shown.flatMap((item) => (item.fixed ? [] : [item.id]));
  const allShown = free.length > 0 && free.every((one) => ticked.has(one));
  const count = items.filter((item) => item.fixed || ticked.has(item.id)).length;
  return (
    <fieldset className={classes.group} aria-labelledby={id}>
      <Group justify="space-between" gap="xs" mb={4}>
        <Text id={id} fz="sm" fw={500}>
          {label}
        </Text>
        <Text fz="xs" c="dimmed" className="qd-figures" aria-live="polite">
          {formatWhole(count)} of {formatWhole(items.length)} {things}
        </Text>
      </Group>
      {items.length > MANY ? (
        <Group gap="xs" wrap="nowrap" mb={6}>
          <TextInput
            flex={1}
            aria-label={`Search ${things}`}
            placeholder="Search"
            leftSection={<Search size={14} aria-hidden />}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
            // a form around it is not sent by looking for something
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          />
          <Button
            variant="default"
            disabled={disabled || free.length === 0}
            onClick={() => set(free, !allShown)}
          >
            {allShown ? 'Clear' : 'Tick'} {wanted ? 'those found' : 'all'}
          </Button>
        </Group>
      ) : null}
      <Boxes items={shown} ticked={ticked} disabled={disabled} onSet={set} />
      {shown.length === 0 ? (
        <Text fz="sm" c="dimmed" mt={4}>
          {items.length === 0 ? `There are no ${things} yet.` : `No ${things} of that name.`}
        </Text>
      ) : null}
      {error ? <Input.Error mt={4}>{error}</Input.Error> : null}
    </fieldset>
  );
}

interface BoxesProps {
  readonly items: readonly CheckListItem[];
  readonly ticked: ReadonlySet<string>;
  readonly disabled: boolean;
  readonly onSet: (ids: readonly string[], on: boolean) => void;
}

/**
 * One stop of the Tab key, however many there are: the arrow keys, Home and End move among the boxes. The one that has
 * the stop stays in the page, wherever the list is scrolled to.
 */
function Boxes({ items, ticked, disabled, onSet }: BoxesProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState(0);
  const free = useMemo(() => items.flatMap(({ fixed }, i) => (fixed === undefined ? [i] : [])), [items]);
  const stop = free.find((i) => i >= wanted) ?? free.at(-1) ?? 0;
  const moving = useRef(false);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), stop])].sort((a, b) => a - b),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the box that the keys led to is there, it has the focus
  useEffect(() => {
    if (!moving.current) return;
    moving.current = false;
    frame.current?.querySelector<HTMLInputElement>('input[tabindex="0"]')?.focus({ preventScroll: true });
  }, [stop]);
  const move = (event: KeyboardEvent) => {
    const at = free.indexOf(stop);
    const place = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: free.length - 1 }[event.key];
    if (place === undefined) return;
    event.preventDefault();
    const to = free[place];
    if (to === undefined || to === stop) return;
    moving.current = true;
    virtual.scrollToIndex(to);
    setWanted(to);
  };
  return (
    <div ref={frame} className={classes.frame} hidden={items.length === 0}>
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const item = items[index];
          return item ? (
            <Checkbox
              key={item.id}
              className={classes.box ?? ''}
              style={{ transform: `translateY(${start}px)` }}
              label={item.fixed ? `${item.name} (${item.fixed})` : item.name}
              checked={item.fixed !== undefined || ticked.has(item.id)}
              disabled={disabled || item.fixed !== undefined}
              tabIndex={index === stop ? 0 : -1}
              onFocus={() => setWanted(index)}
              onKeyDown={move}
              onChange={(event) => onSet([item.id], event.currentTarget.checked)}
            />
          ) : null;
        })}
      </div>
    </div>
  );
}

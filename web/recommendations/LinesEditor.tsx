import { Button, Input, Select, Text } from '@mantine/core';
import Plus from 'lucide-react/icons/plus';
import X from 'lucide-react/icons/x';
import type { AlignmentRow } from '../../contract/alignment.ts';
import type { RowControls } from '../editing/field-kinds.ts';
import { MoneyInput } from '../editing/MoneyInput.tsx';
import { clearButton } from '../ui/clear-button.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { movedAfter } from '../ui/reorder/drop-place.ts';
import { ReorderHandle } from '../ui/reorder/ReorderHandle.tsx';
import { useReorder } from '../ui/reorder/use-reorder.ts';
import { bookPrices } from './book-prices.ts';
import { CellWords } from './CellWords.tsx';
import classes from './recommendations.module.css';

interface LinesEditorProps {
  readonly label: string;
  readonly lines: readonly RowControls[];
  /** The company's alignment cells, in the order of the stack; undefined: not known yet. */
  readonly cells: readonly AlignmentRow[] | undefined;
  readonly error: string | null;
  readonly onChange: (lines: readonly RowControls[]) => void;
}

const EMPTY: RowControls = { id: null, stackItem: null, mrr: '', oneTime: '' };

/** What is recommended, item by item: each line with what it brings a month and once. */
export function LinesEditor({ label, lines, cells = [], error, onChange }: LinesEditorProps) {
  const put = (at: number, part: RowControls) =>
    onChange(lines.map((line, i) => (i === at ? { ...line, ...part } : line)));
  const ids = lines.map((_, at) => String(at));
  const reorder = useReorder({
    ids,
    onMove: (id, after) => {
      const order = movedAfter(ids, id, after);
      if (order) onChange(order.map((at) => lines[Number(at)]!));
    },
  });
  return (
    <fieldset className={classes.lines}>
      <legend className={classes.legend}>{label}</legend>
      {lines.length === 0 ? (
        <Text fz="sm" c="dimmed">
          Nothing is priced yet. A line for a stack item is opportunity in its cell; one without is a project
          of its own.
        </Text>
      ) : null}
      <ol className={classes.lineList}>
        {lines.map((line, at) => {
          const cell = cells.find(({ stackItem }) => stackItem.id === line.stackItem);
          const name = cell?.stackItem.name ?? `line ${at + 1}`;
          return (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: a new line has nothing else that stays while it is edited
              key={at}
              ref={reorder.row(String(at))}
              className={classes.line}
              data-held={reorder.drag?.id === String(at) || undefined}
              data-drop={reorder.drag?.after === String(at) ? 'after' : undefined}
            >
              <ReorderHandle name={name} {...reorder.handle(String(at))} />
              <Select
                aria-label={`Stack item of line ${at + 1}`}
                className={classes.item ?? ''}
                data={itemChoices(cells, line.stackItem ?? null)}
                value={typeof line.stackItem === 'string' ? line.stackItem : null}
                onChange={(stackItem) => put(at, { stackItem, ...priced(line, cells, stackItem) })}
                placeholder="No stack item"
                nothingFoundMessage="None of that name"
                searchable
                clearable
                clearButtonProps={clearButton(`No stack item for line ${at + 1}`)}
              />
              <MoneyInput
                aria-label={`MRR of ${name}`}
                placeholder="MRR"
                allowNegative={false}
                value={line.mrr ?? ''}
                onChange={(mrr) => put(at, { mrr })}
              />
              <MoneyInput
                aria-label={`One-time of ${name}`}
                placeholder="One-time"
                allowNegative={false}
                value={line.oneTime ?? ''}
                onChange={(oneTime) => put(at, { oneTime })}
              />
              <IconButton
                icon={X}
                label={`Remove ${name}`}
                onClick={() => onChange(lines.filter((_, i) => i !== at))}
              />
              {cell ? <CellWords cell={cell} /> : null}
            </li>
          );
        })}
      </ol>
      {error ? <Input.Error>{error}</Input.Error> : null}
      <Button
        variant="default"
        size="xs"
        leftSection={<Plus size={14} aria-hidden />}
        onClick={() => onChange([...lines, EMPTY])}
      >
        Add a line
      </Button>
    </fieldset>
  );
}

/** Items in use, and the one that the line has whatever has become of it. */
function itemChoices(cells: readonly AlignmentRow[], own: string | number | null) {
  return cells
    .filter(({ retired, stackItem }) => !retired || stackItem.id === own)
    .map(({ stackItem }) => ({ value: stackItem.id, label: stackItem.name }));
}

/** A line that has no amounts yet takes those of the price book. */
function priced(line: RowControls | undefined, cells: readonly AlignmentRow[], item: string | null) {
  const cell = cells.find(({ stackItem }) => stackItem.id === item);
  if (!cell || (line?.mrr ?? '') !== '' || (line?.oneTime ?? '') !== '') return {};
  const { mrr, oneTime } = bookPrices(cell);
  const units = (cents: number | null) => (cents === null ? '' : cents / 100);
  return { mrr: units(mrr), oneTime: units(oneTime) };
}

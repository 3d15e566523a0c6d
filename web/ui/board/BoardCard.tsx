import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import EllipsisVertical from 'lucide-react/icons/ellipsis-vertical';
import GripVertical from 'lucide-react/icons/grip-vertical';
import { useRef } from 'react';
import classes from './board.module.css';
import type { BoardColumn, BoardProps, CardControl } from './board-props.ts';
import { keyColumn } from './places.ts';

interface CardProps<C> extends BoardProps<C>, CardControl {
  readonly column: BoardColumn<C>;
  readonly card: C;
  readonly held: boolean;
}

/** A card with its handle and its menu. The mouse may take it anywhere; the handle is for finger, pen and keyboard. */
export function BoardCard<C>(props: CardProps<C>) {
  const { card, column, columns, held, onTake, onStep, handleRef, menu } = props;
  const [id, name, moves] = [props.cardId(card), props.cardName(card), props.mayMove(card)];
  const element = useRef<HTMLLIElement>(null);
  const accepting = columns.filter(({ accepts }) => accepts).map((one) => one.id);
  const items = menu?.(card);
  return (
    <li
      ref={element}
      className={classes.card}
      data-held={held || undefined}
      data-moves={moves || undefined}
      // a link in it is not dragged by itself
      onDragStart={(event) => event.preventDefault()}
      onPointerDown={(event) => {
        const free = event.pointerType === 'mouse' && !isControl(event.target);
        if (moves && free) onTake(id, event.currentTarget, event);
      }}
    >
      <div className={classes.face}>{props.renderCard(card)}</div>
      <div className={classes.controls}>
        {moves ? (
          <Tooltip label="Drag, or press the arrow keys">
            <ActionIcon
              ref={handleRef(id)}
              size={24}
              className={classes.handle ?? ''}
              aria-label={`Move ${name}`}
              aria-keyshortcuts="ArrowLeft ArrowRight Home End"
              onPointerDown={(event) => {
                event.stopPropagation();
                if (element.current) onTake(id, element.current, event);
              }}
              onKeyDown={(event) => {
                const to = keyColumn(
                  columns.map((one) => one.id),
                  new Set(accepting),
                  column.id,
                  event.key,
                );
                if (to === null) return;
                event.preventDefault();
                onStep(id, to);
              }}
            >
              <GripVertical size={15} aria-hidden />
            </ActionIcon>
          </Tooltip>
        ) : null}
        {moves || items ? (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon size={24} aria-label={`More for ${name}`}>
                <EllipsisVertical size={15} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
              {items}
              {moves ? <Menu.Label>Move to</Menu.Label> : null}
              {moves
                ? columns
                    .filter(({ accepts, id: to }) => accepts && to !== column.id)
                    .map(({ id: to, title }) => (
                      <Menu.Item key={to} onClick={() => onStep(id, to)}>
                        {title}
                      </Menu.Item>
                    ))
                : null}
            </Menu.Dropdown>
          </Menu>
        ) : null}
      </div>
    </li>
  );
}

/** Whether a press is meant for something in the card that does more than open it. */
const isControl = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('input, select, textarea, [role="menuitem"]') !== null;

import { Button, VisuallyHidden } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import { BoardCard } from './BoardCard.tsx';
import classes from './board.module.css';
import type { BoardColumn, BoardProps, CardControl } from './board-props.ts';
import { useCardDrag } from './use-card-drag.ts';
import { useKeepFocus } from './use-keep-focus.ts';

/** So many cards of a column are shown at first, and so many more each time. */
const PAGE = 50;

/**
 * Columns of cards. A card goes into another column by dragging it, by the arrow keys, Home and End on its handle, and by
 * its menu; what became of it is said to screen readers. It changes nothing itself: `columns` say where cards stand.
 */
export function Board<C>(props: BoardProps<C>) {
  const { label, columns, cardId, cardName, onMove } = props;
  const board = useRef<HTMLUListElement>(null);
  const [said, setSaid] = useState('');
  const { keep, handleRef } = useKeepFocus();
  const placed = columns.flatMap((column) => column.cards.map((card) => ({ card, column })));
  const move = (id: string, to: string) => {
    const at = placed.find(({ card }) => cardId(card) === id);
    const target = columns.find((column) => column.id === to);
    if (!at || !target?.accepts || target.id === at.column.id) return;
    setSaid(`${cardName(at.card)}: ${target.title}`);
    onMove(at.card, to);
  };
  const { held, ghost, take } = useCardDrag(board, move);
  const inHand = placed.find(({ card }) => cardId(card) === held?.id);
  const byKeyboard = (id: string, to: string | null) => {
    if (to === null) return;
    keep(id);
    move(id, to);
  };
  return (
    <>
      <ul
        ref={board}
        className={classes.board}
        aria-label={label}
        data-dragging={held ? true : undefined}
        data-columns-scroll={props.columnsScroll || undefined}
      >
        {columns.map((column) => (
          <Column
            key={column.id}
            {...props}
            column={column}
            held={held?.id ?? null}
            over={held?.over === column.id && inHand?.column.id !== column.id}
            onTake={take}
            onStep={byKeyboard}
            handleRef={handleRef}
          />
        ))}
      </ul>
      {inHand ? (
        <div ref={ghost} className={classes.ghost} style={{ width: held?.width }} aria-hidden inert>
          <div className={classes.card}>
            <div className={classes.face}>{props.renderCard(inHand.card)}</div>
          </div>
        </div>
      ) : null}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  );
}

interface ColumnProps<C> extends BoardProps<C>, CardControl {
  readonly column: BoardColumn<C>;
  /** The card in the hand. */
  readonly held: string | null;
  /** What is dragged would come here. */
  readonly over: boolean;
}

function Column<C>(props: ColumnProps<C>) {
  const { column, cardId, held, over } = props;
  const title = useId();
  const [shown, setShown] = useState(PAGE);
  return (
    <li
      className={classes.column}
      data-column={column.id}
      data-over={over ? (column.accepts ? 'yes' : 'no') : undefined}
      aria-labelledby={title}
    >
      <div className={classes.head}>
        <div className={classes.title}>
          <h3 id={title} className={classes.name}>
            {column.mark}
            {column.title}
          </h3>
          <span className={classes.count}>{column.count ?? column.cards.length}</span>
        </div>
        {column.note ? <div className={classes.note}>{column.note}</div> : null}
      </div>
      {column.cards.length === 0 ? <p className={classes.empty}>{column.empty}</p> : null}
      {column.cards.length > 0 ? (
        <ul className={classes.cards} aria-labelledby={title}>
          {column.cards.slice(0, shown).map((card) => (
            <BoardCard key={cardId(card)} {...props} card={card} held={held === cardId(card)} />
          ))}
        </ul>
      ) : null}
      {column.cards.length > shown ? (
        <Button variant="subtle" size="compact-sm" onClick={() => setShown(shown + PAGE)}>
          Show {Math.min(PAGE, column.cards.length - shown)} more
        </Button>
      ) : null}
      {column.foot}
    </li>
  );
}

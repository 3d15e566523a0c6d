import type { PointerEvent, ReactNode } from 'react';

/** A column of a board. */
export interface BoardColumn<C> {
  readonly id: string;
  readonly title: string;
  /** Before the title. */
  readonly mark?: ReactNode;
  /** Beneath the title: what its cards come to. */
  readonly note?: ReactNode;
  readonly cards: readonly C[];
  /** How many there are, where `cards` are the first of them only. */
  readonly count?: number;
  /** Cards can be put into it. */
  readonly accepts: boolean;
  /** Said while it has no cards. */
  readonly empty: string;
  /** Beneath its cards. */
  readonly foot?: ReactNode;
}

/** What a board shows and does; it keeps nothing itself. */
export interface BoardProps<C> {
  readonly label: string;
  /** Each column scrolls by itself and is no higher than the window: for columns of very different length. */
  readonly columnsScroll?: boolean;
  /** From left to right. */
  readonly columns: readonly BoardColumn<C>[];
  readonly cardId: (card: C) => string;
  /** How a card is called where it is moved. */
  readonly cardName: (card: C) => string;
  readonly mayMove: (card: C) => boolean;
  readonly onMove: (card: C, column: string) => void;
  readonly renderCard: (card: C) => ReactNode;
  /** Items of a card's menu besides those that move it. */
  readonly menu?: (card: C) => ReactNode;
}

/** How cards are taken in hand. */
export interface CardControl {
  readonly onTake: (id: string, card: HTMLElement, event: PointerEvent) => void;
  /** By keyboard or menu; null: a key that means nothing here. */
  readonly onStep: (id: string, column: string | null) => void;
  readonly handleRef: (id: string) => (element: HTMLElement | null) => void;
}

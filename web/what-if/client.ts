import type { ComputedFact } from '../../domain/portfolio/definitions.ts';
import type { Draft } from '../../domain/what-if/draft.ts';
import { ApiError } from '../api/call.ts';
import type { Answer, Loaded, Question, Tried } from './protocol.ts';

/** What is known of a what-if. */
export interface WhatIfState {
  /** Null: the portfolio is not there yet. */
  readonly loaded: Loaded | null;
  /** What the last draft does that has been worked out; null: none has been yet. */
  readonly tried: Tried | null;
  /** A newer draft is being worked out. */
  readonly trying: boolean;
  readonly error: ApiError | null;
}

export const NOTHING_KNOWN: WhatIfState = { loaded: null, tried: null, trying: false, error: null };

/** The worker, as far as it is used here. */
export interface Channel {
  ask(question: Question): void;
  onAnswer(listen: (answer: Answer) => void): void;
  close(): void;
}

export interface WhatIfClient {
  /** Fetches what has changed, and tries the last draft again. */
  load(): void;
  try(draft: Draft, fact: ComputedFact | null): void;
  close(): void;
}

/** Asks the worker one thing at a time: of drafts that come quicker than answers only the latest is tried. */
export function openClient(channel: Channel, onChange: (state: WhatIfState) => void): WhatIfClient {
  let state = NOTHING_KNOWN;
  let last: Extract<Question, { ask: 'try' }> | null = null;
  let waiting = false;
  const change = (part: Partial<WhatIfState>) => {
    state = { ...state, ...part };
    onChange(state);
  };
  const next = () => {
    if (!waiting || !last || !state.loaded || state.trying) return;
    waiting = false;
    change({ trying: true });
    channel.ask(last);
  };
  channel.onAnswer((answer) => {
    if (answer.ask === 'load') change({ loaded: answer.loaded, error: null });
    else if (answer.ask === 'try') change({ tried: answer.tried, trying: false });
    else change({ error: new ApiError(answer.code, answer.message), trying: false });
    if (answer.ask === 'load') waiting = true;
    next();
  });
  return {
    load() {
      change({ error: null });
      channel.ask({ ask: 'load' });
    },
    try(draft, fact) {
      last = { ask: 'try', draft, fact };
      waiting = true;
      next();
    },
    close: () => channel.close(),
  };
}

import type { Cycle } from '../portfolio/facts.ts';

/** What an admin has said of a connected system, so that its records can be understood. */
export interface SyncSettings {
  readonly clients: {
    /** The company types that are clients; none: a type that speaks of clients, customers or managed services. */
    readonly types: readonly string[];
    /** Companies of these statuses are left out. */
    readonly withoutStatuses: readonly string[];
  };
  /** What billing periods mean, by their code. One that is not here means what the vendor's system is sure of. */
  readonly periods: Readonly<Record<string, Cycle>>;
  /** Our users (their keys) by the names of owners in the vendor's system. */
  readonly users: Readonly<Record<string, string>>;
  /** How a survey's score is read where the connector does not know the scale; null: it is not. */
  readonly scores: ScoreScale | null;
}

/** A score between the two is neutral. */
export interface ScoreScale {
  readonly positiveFrom: number;
  readonly negativeTo: number;
}

/** Of a connection that nobody has said anything about. */
export const DEFAULT_SETTINGS: SyncSettings = {
  clients: { types: [], withoutStatuses: [] },
  periods: {},
  users: {},
  scores: null,
};

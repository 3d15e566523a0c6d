import { ConnectorProblem } from '../connector.ts';

/** Calls between two looks at the allowance, so that a small run spends none on it. */
const LOOK_EVERY = 150;
const LOOK_EVERY_WHEN_SLOW = 10;
const SLOW_FROM = 0.5;
const STOP_FROM = 0.75;
const PAUSE_MS = 5_000;

/** How many requests an Autotask database takes in an hour, from all integrations together, and how many it has had. */
export interface Usage {
  readonly used: number;
  readonly allowed: number;
}

/**
 * Leaves an MSP's other integrations their share of the requests that Autotask allows in an hour: from half of it on a pause
 * before each call, and from three quarters on none at all (a ConnectorProblem `busy`).
 *
 * @param look asks for the usage; null: Autotask does not tell.
 */
export function allowance(
  look: () => Promise<Usage | null>,
  pause: (ms: number) => Promise<void>,
): { beforeCall(): Promise<void> } {
  let calls = 0;
  let slow = false;

  async function lookAgain(): Promise<void> {
    const usage = await look();
    if (usage === null) return;
    const share = usage.used / usage.allowed;
    if (share >= STOP_FROM)
      throw new ConnectorProblem(
        'busy',
        `Autotask has had ${usage.used} of the ${usage.allowed} requests that it allows in an hour, from all your integrations together. The sync stops at three quarters, so that the others go on; it continues with its next run.`,
      );
    slow = share >= SLOW_FROM;
  }

  return {
    async beforeCall() {
      calls += 1;
      if (calls % (slow ? LOOK_EVERY_WHEN_SLOW : LOOK_EVERY) === 0) await lookAgain();
      if (slow) await pause(PAUSE_MS);
    },
  };
}

import type { Connector } from './connector.ts';
import { halo } from './halo/connector.ts';

/** Every system that can be connected, in the order in which they are offered: one line per connector. */
export const CONNECTORS: readonly Connector[] = [halo];

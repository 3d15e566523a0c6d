import { autotask } from './autotask/connector.ts';
import type { Connector } from './connector.ts';
import { connectWise } from './connectwise/connector.ts';
import { halo } from './halo/connector.ts';
import { smileBack } from './smileback/connector.ts';

/** Every system that can be connected, in the order in which they are offered: one line per connector. */
export const CONNECTORS: readonly Connector[] = [connectWise, autotask, halo, smileBack];

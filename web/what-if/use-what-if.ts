import { useCallback, useEffect, useRef, useState } from 'react';
import type { ComputedFact } from '../../domain/portfolio/definitions.ts';
import type { Draft } from '../../domain/what-if/draft.ts';
import { type Channel, NOTHING_KNOWN, openClient, type WhatIfClient, type WhatIfState } from './client.ts';
import type { Answer } from './protocol.ts';

export interface WhatIf extends WhatIfState {
  /** After something was saved, here or elsewhere: what it says now is the new beginning. */
  readonly refresh: () => void;
}

/**
 * What a draft would do to every company, worked out beside the page while it is edited. The draft is a new object
 * whenever it says something new, and the same as long as it does not. `fact`: how it lies over the clients is told too.
 */
export function useWhatIf(draft: Draft, fact: ComputedFact | null = null): WhatIf {
  const [state, setState] = useState<WhatIfState>(NOTHING_KNOWN);
  const client = useRef<WhatIfClient | null>(null);
  useEffect(() => {
    const opened = openClient(openWorker(), setState);
    client.current = opened;
    opened.load();
    return () => {
      client.current = null;
      opened.close();
    };
  }, []);
  useEffect(() => client.current?.try(draft, fact), [draft, fact]);
  const refresh = useCallback(() => client.current?.load(), []);
  return { ...state, refresh };
}

function openWorker(): Channel {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  return {
    ask: (question) => worker.postMessage(question),
    onAnswer: (listen) =>
      worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => listen(data)),
    close: () => worker.terminate(),
  };
}

import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ImportLine } from '../../contract/bundle-transfer.ts';
import { reach } from '../api/call.ts';
import { messageOf } from '../api/query-client.ts';
import { jsonLines } from '../api/stream.ts';
import { afterLine, type ImportState } from './import-state.ts';

/** What to import: where to post it, and the zip file if there is one. */
export interface ImportSource {
  readonly url: string;
  readonly file?: Blob;
}

/** Runs an import and follows it. Cancelling ends the request, which undoes everything; so does leaving the page. */
export function useImport() {
  const queryClient = useQueryClient();
  const [state, setState] = useState<ImportState>({ step: 'idle' });
  const request = useRef<AbortController | null>(null);

  const start = async ({ url, file }: ImportSource) => {
    const controller = new AbortController();
    request.current = controller;
    let current: ImportState = { step: 'running', progress: null };
    setState(current);
    try {
      const response = await reach(url, { method: 'POST', signal: controller.signal, ...zipBody(file) });
      if (!response.body) throw new Error('The server answered without saying how the import went.');
      for await (const line of jsonLines(response.body)) {
        current = afterLine(line as ImportLine);
        setState(current);
      }
      if (current.step === 'running') setState({ step: 'failed', message: BROKEN_OFF });
      if (current.step === 'done') await queryClient.invalidateQueries();
    } catch (error) {
      setState(
        controller.signal.aborted ? { step: 'cancelled' } : { step: 'failed', message: messageOf(error) },
      );
    }
  };
  return {
    state,
    start: (source: ImportSource) => void start(source),
    cancel: () => request.current?.abort(),
    reset: () => setState({ step: 'idle' }),
  };
}

const BROKEN_OFF = 'The connection broke off before the import was finished. Nothing was written.';

const zipBody = (file: Blob | undefined): RequestInit =>
  file ? { body: file, headers: { 'content-type': 'application/zip' } } : {};

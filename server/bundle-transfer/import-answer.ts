import { PassThrough } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ImportLine } from '../../contract/bundle-transfer.ts';
import type { ImportResult } from '../bundle/import-bundle.ts';
import { describeError } from '../platform/http/errors.ts';

type Progress = Extract<ImportLine, { progress: unknown }>['progress'];

/** Progress is told so often at most. Milliseconds. */
const pause = 100;

/**
 * Answers with lines of JSON while an import runs: its progress, then its end. The client hears of a failure in the
 * last line, as the status was sent long before. When the client goes, `signal` aborts the import.
 */
export function answerWithImport(
  request: FastifyRequest,
  reply: FastifyReply,
  run: (onProgress: (progress: Progress) => void, signal: AbortSignal) => Promise<ImportResult>,
): FastifyReply {
  const lines = new PassThrough();
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort(new Error('the client ended the import'));
  });
  const say = (line: ImportLine) => void (lines.writable && lines.write(`${JSON.stringify(line)}\n`));
  run(throttled(say), gone.signal)
    .then(
      (result) => say(lastLine(result)),
      (error: unknown) => {
        if (!gone.signal.aborted) say({ error: describeError(error, request).error });
      },
    )
    .finally(() => lines.end());
  return reply.type('application/x-ndjson; charset=utf-8').send(lines);
}

function lastLine(result: ImportResult): ImportLine {
  return result.ok
    ? { result: { files: [...result.files] } }
    : { errors: [...result.errors], more: result.more };
}

function throttled(say: (line: ImportLine) => void): (progress: Progress) => void {
  let last = Number.NEGATIVE_INFINITY;
  let phase = '';
  return (progress) => {
    const now = performance.now();
    if (progress.phase === phase && now - last < pause) return;
    [last, phase] = [now, progress.phase];
    say({ progress });
  };
}

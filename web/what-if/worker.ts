import { ApiError } from '../api/call.ts';
import { openEngine } from './engine.ts';
import type { Answer, Question } from './protocol.ts';

/** Runs beside the page, so that typing does not wait for the rules. */
const engine = openEngine();

async function answerTo(question: Question): Promise<Answer> {
  try {
    return question.ask === 'load'
      ? { ask: 'load', loaded: await engine.load() }
      : { ask: 'try', tried: engine.try(question.draft, question.fact) };
  } catch (error) {
    const code = error instanceof ApiError ? error.code : 'internal';
    return { ask: 'failed', code, message: error instanceof Error ? error.message : String(error) };
  }
}

let before: Promise<unknown> = Promise.resolve();
addEventListener('message', ({ data }: MessageEvent<Question>) => {
  before = before.then(async () => postMessage(await answerTo(data)));
});

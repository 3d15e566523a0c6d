import { expect, test } from 'vitest';
import { jsonLines } from './stream.ts';

/** A body that arrives in pieces, cut anywhere. */
function bodyOf(pieces: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
}

async function read(text: string, cut: number) {
  const bytes = new TextEncoder().encode(text);
  const values: unknown[] = [];
  for await (const value of jsonLines(bodyOf([bytes.slice(0, cut), bytes.slice(cut)]))) values.push(value);
  return values;
}

test('lines are read whole wherever the network cuts them, even inside a character', async () => {
  const text = '{"progress":{"file":"companies.csv"}}\n\n{"errors":[{"message":"Käse"}]}\n';
  const expected = [{ progress: { file: 'companies.csv' } }, { errors: [{ message: 'Käse' }] }];
  for (let cut = 0; cut <= new TextEncoder().encode(text).length; cut++) {
    expect(await read(text, cut)).toEqual(expected);
  }
});

test('a last line without an end counts too', async () => {
  expect(await read('{"a":1}\n{"b":2}', 9)).toEqual([{ a: 1 }, { b: 2 }]);
});

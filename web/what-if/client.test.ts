import { expect, test } from 'vitest';
import type { Draft } from '../../domain/what-if/draft.ts';
import { type Channel, openClient, type WhatIfState } from './client.ts';
import type { Answer, Loaded, Question, Tried } from './protocol.ts';

const loaded = { everyCompany: true } as Loaded;
const draft = (contract: string): Draft => ({ excludedContracts: new Map([[contract, true]]) });
const tried = (companies: number) => ({ changes: { companies } }) as Tried;

function open() {
  const asked: Question[] = [];
  const states: WhatIfState[] = [];
  let answer: (it: Answer) => void = () => undefined;
  const channel: Channel = {
    ask: (question) => asked.push(question),
    onAnswer: (listen) => {
      answer = listen;
    },
    close: () => undefined,
  };
  const client = openClient(channel, (state) => states.push(state));
  return { client, asked, answer: (it: Answer) => answer(it), now: () => states.at(-1)! };
}

test('drafts wait for the portfolio, and of many only the latest is tried', () => {
  const { client, asked, answer, now } = open();
  client.load();
  client.try(draft('a'), null);
  expect(asked).toEqual([{ ask: 'load' }]);
  answer({ ask: 'load', loaded });
  client.try(draft('b'), null);
  client.try(draft('c'), 'mrr');
  expect(asked.slice(1)).toEqual([{ ask: 'try', draft: draft('a'), fact: null }]);
  expect(now()).toMatchObject({ loaded, trying: true, tried: null });

  answer({ ask: 'try', tried: tried(1) });
  expect(asked.slice(2)).toEqual([{ ask: 'try', draft: draft('c'), fact: 'mrr' }]);
  expect(now()).toMatchObject({ trying: true, tried: tried(1) });
  answer({ ask: 'try', tried: tried(2) });
  expect(asked).toHaveLength(3);
  expect(now()).toMatchObject({ trying: false, tried: tried(2) });
});

test('once there is something new the last draft is tried again', () => {
  const { client, asked, answer } = open();
  client.load();
  client.try(draft('a'), null);
  answer({ ask: 'load', loaded });
  answer({ ask: 'try', tried: tried(1) });
  client.load();
  answer({ ask: 'load', loaded });
  expect(asked.map(({ ask }) => ask)).toEqual(['load', 'try', 'load', 'try']);
});

test('a refusal is told, and trying again forgets it', () => {
  const { client, answer, now } = open();
  client.load();
  answer({ ask: 'failed', code: 'unavailable', message: 'Away' });
  expect(now().error).toMatchObject({ code: 'unavailable', message: 'Away' });
  client.load();
  expect(now().error).toBeNull();
});

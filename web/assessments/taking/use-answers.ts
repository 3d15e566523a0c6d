import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import {
  type AnswerChange,
  type Assessment,
  type AssessmentAnswer,
  answerAssessment,
} from '../../../contract/assessments.ts';
import { ApiError, call } from '../../api/call.ts';
import { type Conflict, conflictOf } from '../../api/conflict.ts';
import { messageOf } from '../../api/query-client.ts';
import { assessmentQuery } from '../queries.ts';
import { onTop, type Queue, queued, type Waiting, withWaiting } from './answer-queue.ts';

/** Somebody answered the same question otherwise meanwhile. */
export interface Clash {
  readonly mine: AnswerChange;
  readonly theirs: Conflict<AssessmentAnswer>;
}

/** Milliseconds until what could not be saved is tried again, by how often it failed. */
const RETRY = [2_000, 4_000, 8_000, 15_000, 30_000];

/**
 * Answers are seen at once and saved one after the other. What cannot be saved (no connection) waits on this device, also
 * over a reload, and is tried again until it is; what somebody else answered otherwise meanwhile is put to the person.
 */
export function useAnswers(stored: Assessment) {
  const queryClient = useQueryClient();
  const { id } = stored;
  const { queryKey } = assessmentQuery(id);
  const queue = useRef<Queue>(keptFor(id));
  const sending = useRef(false);
  const failures = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [, show] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const [clashes, setClashes] = useState<Readonly<Record<string, Clash>>>({});
  const [refused, setRefused] = useState<Readonly<Record<string, string>>>({});

  const set = (next: Queue) => {
    queue.current = next;
    keep(id, next);
    show((count) => count + 1);
  };
  const without = (item: string) => {
    const { [item]: _, ...rest } = queue.current;
    set(rest);
  };
  const take = (answer: AssessmentAnswer) =>
    queryClient.setQueryData(
      queryKey,
      (current) =>
        current && {
          ...current,
          answers: current.answers.map((it) => (it.item === answer.item ? answer : it)),
        },
    );

  /** False: it is to be tried again later. */
  const sendOne = async (item: string, waiting: Waiting): Promise<boolean> => {
    await queryClient.cancelQueries({ queryKey });
    try {
      const answer = await call(answerAssessment, {
        params: { id, item },
        body: waiting.change,
        ifMatch: waiting.base.etag,
      });
      take(answer);
      const now = queue.current[item];
      if (now === waiting || !now) without(item);
      // changed again while it was on its way
      else set({ ...queue.current, [item]: { change: now.change, base: answer } });
      return true;
    } catch (error) {
      return notSaved(item, waiting, error);
    }
  };
  const notSaved = (item: string, waiting: Waiting, error: unknown): boolean => {
    const conflict = conflictOf<AssessmentAnswer>(error);
    if (conflict) {
      take(conflict.current);
      const now = queue.current[item] ?? waiting;
      const next = onTop(now, conflict.current);
      if (next) set({ ...queue.current, [item]: next });
      else {
        without(item);
        setClashes((all) => ({ ...all, [item]: { mine: now.change, theirs: conflict } }));
      }
      return true;
    }
    if (
      !(error instanceof ApiError) ||
      ['unavailable', 'internal', 'too_many_requests', 'unauthenticated'].includes(error.code)
    ) {
      setProblem(messageOf(error));
      return false;
    }
    without(item);
    setRefused((all) => ({ ...all, [item]: error.message }));
    void queryClient.invalidateQueries({ queryKey });
    return true;
  };
  const send = async () => {
    if (sending.current) return;
    sending.current = true;
    clearTimeout(timer.current);
    for (;;) {
      const [next] = Object.entries(queue.current);
      if (!next) break;
      if (!(await sendOne(...next))) {
        timer.current = setTimeout(() => void send(), RETRY[Math.min(failures.current, RETRY.length - 1)]);
        failures.current += 1;
        sending.current = false;
        return;
      }
      failures.current = 0;
      setProblem(null);
    }
    sending.current = false;
  };

  const latest = useRef(send);
  latest.current = send;
  useEffect(() => {
    const again = () => void latest.current();
    again();
    window.addEventListener('online', again);
    return () => {
      window.removeEventListener('online', again);
      clearTimeout(timer.current);
    };
  }, []);

  return {
    /** With what is not saved yet. */
    assessment: withWaiting(stored, queue.current),
    waiting: Object.keys(queue.current).length,
    /** Why saving does not work at the moment; null: it does. */
    problem,
    clashes,
    refused,
    answer: (item: AssessmentAnswer, change: AnswerChange) => {
      setClashes(({ [item.item]: _, ...rest }) => rest);
      setRefused(({ [item.item]: _, ...rest }) => rest);
      const base = stored.answers.find((it) => it.item === item.item) ?? item;
      set(queued(queue.current, base, change));
      void send();
    },
    keepTheirs: (item: string) => setClashes(({ [item]: _, ...rest }) => rest),
    retry: () => void send(),
  };
}

const nameOf = (id: string) => `quarterdeck answers ${id}`;

function keptFor(id: string): Queue {
  try {
    return JSON.parse(localStorage.getItem(nameOf(id)) ?? '{}') as Queue;
  } catch {
    return {};
  }
}

function keep(id: string, queue: Queue): void {
  try {
    if (Object.keys(queue).length === 0) localStorage.removeItem(nameOf(id));
    else localStorage.setItem(nameOf(id), JSON.stringify(queue));
  } catch {
    // without room on this device it still waits in this window
  }
}

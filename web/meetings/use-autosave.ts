import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Meeting, updateMeeting } from '../../contract/meetings.ts';
import { mergeNotes } from '../../domain/engagement/merge-notes.ts';
import { ApiError, call } from '../api/call.ts';
import { conflictOf } from '../api/conflict.ts';
import { meetingQuery } from './queries.ts';

/** How long after the last key what was typed is saved. Milliseconds. */
const PAUSE = 700;
/** After a failure it is tried again. Milliseconds. */
const AGAIN = 5_000;

export type SaveState = 'saved' | 'saving' | 'unsaved' | 'failed' | 'refused';

/**
 * A text of a meeting that saves itself while it is typed. When somebody else was faster, both texts are brought together
 * line by line and saved again; what others write comes in while nothing of one's own is unsaved.
 */
export function useAutosave(meeting: Meeting, field: 'agenda' | 'notes') {
  const queryClient = useQueryClient();
  const stored = meeting[field] ?? '';
  const [text, setText] = useState(stored);
  const [state, setState] = useState<SaveState>('saved');
  const now = useRef({ text: stored, base: stored, etag: meeting.etag, saving: false });
  const timer = useRef<number>(undefined);

  const show = useCallback((next: string) => {
    now.current.text = next;
    setText(next);
  }, []);

  const save = useCallback(async () => {
    window.clearTimeout(timer.current);
    const it = now.current;
    if (it.saving || it.text === it.base) return;
    it.saving = true;
    setState('saving');
    const sent = it.text;
    let wait = 0;
    try {
      const answer = await call(updateMeeting, {
        params: { id: meeting.id },
        body: { [field]: sent === '' ? null : sent },
        ifMatch: it.etag,
      });
      [it.base, it.etag] = [answer[field] ?? '', answer.etag];
      // what was asked for before this was saved must not come after it
      await queryClient.cancelQueries({ queryKey: meetingQuery(meeting.id).queryKey });
      queryClient.setQueryData(meetingQuery(meeting.id).queryKey, answer);
    } catch (error) {
      const theirs = conflictOf<Meeting>(error)?.current;
      if (theirs) {
        const merged = mergeNotes(it.base, it.text, theirs[field] ?? '');
        [it.base, it.etag] = [theirs[field] ?? '', theirs.etag];
        show(merged);
      } else {
        wait = AGAIN;
        const refused = error instanceof ApiError && error.code !== 'unavailable';
        setState(refused ? 'refused' : 'failed');
        if (refused) return;
      }
    } finally {
      it.saving = false;
    }
    if (it.text === it.base) setState('saved');
    else timer.current = window.setTimeout(() => void save(), wait);
  }, [meeting.id, field, queryClient, show]);

  // what others wrote
  useEffect(() => {
    const it = now.current;
    if (it.saving || it.text !== it.base) return;
    [it.base, it.etag] = [stored, meeting.etag];
    show(stored);
  }, [stored, meeting.etag, show]);

  // what is left unsaved is saved on the way out
  useEffect(() => () => void save(), [save]);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (now.current.text !== now.current.base) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);

  const change = (next: string) => {
    show(next);
    setState('unsaved');
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void save(), PAUSE);
  };
  return { text, state, change, saveNow: save };
}

import { queryOptions } from '@tanstack/react-query';
import { listTags, previewTags } from '../../contract/tags.ts';
import { call } from '../api/call.ts';

export const tagsQuery = queryOptions({
  queryKey: ['tags'],
  queryFn: ({ signal }) => call(listTags, {}, signal),
});

/** What becomes of cells if a tag is called otherwise, becomes one with another, or goes away. `etag`: by the tags as they were then. */
export const tagsPreviewQuery = (tag: string, to: string | null, etag: string) =>
  queryOptions({
    queryKey: ['tags', 'preview', tag, to, etag],
    queryFn: ({ signal }) => call(previewTags, { body: { tags: [{ tag, to }] } }, signal),
  });

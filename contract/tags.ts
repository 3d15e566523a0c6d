import { z } from 'zod';
import { TextField } from './bundle/fields.ts';
import { endpoint } from './endpoint.ts';
import { Named } from './values.ts';

/** A tag that joins companies and stack items, and what carries it. */
export const Tag = z.object({
  tag: z.string(),
  companies: z.int().describe('How many of those that you see, in any stage'),
  stackItems: z.array(Named).describe('Retired ones too, in their order'),
});
export type Tag = z.infer<typeof Tag>;

export const Tags = z.object({
  items: z.array(Tag).describe('Every tag of the workspace, by name'),
  etag: z.string().describe('For If-Match; changes with any tag that you see on something'),
});
export type Tags = z.infer<typeof Tags>;

/** What becomes of some tags, all at once. */
export const TagsChange = z.strictObject({
  tags: z
    .array(
      z.strictObject({
        tag: z.string(),
        to: TextField.max(200, 'at most 200 characters')
          .refine((name) => name === name.trim(), 'no spaces around it')
          .nullable()
          .describe(
            'What it is to be called; the name of another tag: the two become one; null: it goes away',
          ),
      }),
    )
    .min(1)
    .max(100),
});
export type TagsChange = z.infer<typeof TagsChange>;

const Cells = z.object({
  count: z.int(),
  cells: z
    .array(z.object({ company: Named, stackItem: Named }))
    .describe('The first 200, by company and item'),
});

/** What a change of tags would do to the companies that you see. */
export const TagsPreview = z.object({
  companies: z.int().describe('That carry one of the tags'),
  stackItems: z.array(Named),
  applicable: Cells.describe('Cells that become applicable by tag'),
  notApplicable: Cells.describe('Cells that no longer are'),
});
export type TagsPreview = z.infer<typeof TagsPreview>;

const example: Tags = {
  items: [{ tag: 'HIPAA', companies: 14, stackItems: [{ id: 'mail-archive', name: 'Mail archive' }] }],
  etag: '"b54ed4e9f2b3b2b9f5a3f2d5c8e8b0aa"',
};
const change = { tags: [{ tag: 'hipaa', to: 'HIPAA' }] };

export const listTags = endpoint({
  id: 'listTags',
  method: 'GET',
  path: '/tags',
  slice: 'tags',
  summary: 'Every tag of companies and stack items',
  response: Tags,
  large: true,
  errors: ['forbidden'],
  examples: { response: example },
});

export const previewTags = endpoint({
  id: 'previewTags',
  method: 'POST',
  path: '/tags/preview',
  slice: 'tags',
  summary: 'What renaming, merging or deleting tags would do; nothing is changed',
  body: TagsChange,
  response: TagsPreview,
  errors: ['forbidden', 'unprocessable'],
  examples: {
    body: change,
    response: {
      companies: 2,
      stackItems: [],
      applicable: {
        count: 1,
        cells: [
          { company: { id: 'acme', name: 'Acme' }, stackItem: { id: 'mail-archive', name: 'Mail archive' } },
        ],
      },
      notApplicable: { count: 0, cells: [] },
    },
  },
});

export const updateTags = endpoint({
  id: 'updateTags',
  method: 'PATCH',
  path: '/tags',
  slice: 'tags',
  summary: 'Rename, merge or delete tags, at every company and stack item of the workspace at once',
  description:
    'Saved views that filter by one follow. With If-Match, tags that have changed since then are left alone: 412, with the present ones in `details.current`.',
  body: TagsChange,
  response: Tags,
  large: true,
  errors: ['forbidden', 'precondition_failed', 'unprocessable'],
  examples: { body: change, response: example },
});

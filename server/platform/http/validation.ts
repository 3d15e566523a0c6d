import type { FastifySchemaCompiler } from 'fastify';
import { z } from 'zod';
import type { Issue } from '../../../contract/errors.ts';
import { badRequest } from './refusal.ts';

const places = { querystring: 'query', params: 'path', body: 'body', headers: 'header' } as const;

/** Checks a part of the request against its zod schema; what is wrong is named in a 400. */
export const validate: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  const place = places[(httpPart ?? 'body') as keyof typeof places];
  const lists = place === 'query' ? listNames(schema) : [];
  return (data: unknown) => {
    const result = schema.safeParse(wrapSingles(data, lists), { reportInput: true });
    if (result.success) return { value: result.data };
    return { error: badRequest(result.error.issues.slice(0, 50).flatMap((issue) => issuesOf(issue, place))) };
  };
};

/** The query parameters that may repeat. */
function listNames(schema: z.ZodType): string[] {
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape)
    .filter(([, field]) => innerType(field as z.ZodType) instanceof z.ZodArray)
    .map(([name]) => name);
}

function innerType(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? innerType(schema.unwrap() as z.ZodType)
    : schema;
}

/** A list with one value looks like a single value in a query string. */
function wrapSingles(data: unknown, lists: readonly string[]): unknown {
  if (lists.length === 0) return data;
  const query = { ...(data as Record<string, unknown>) };
  for (const name of lists) if (typeof query[name] === 'string') query[name] = [query[name]];
  return query;
}

function issuesOf(issue: z.core.$ZodIssue, place: Issue['in']): Issue[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      in: place,
      name: [...issue.path, key].join('.'),
      expected: place === 'body' ? 'no field of this name' : 'no parameter of this name',
    }));
  const name = issue.path.map(String).join('.');
  const value = shownValue(issue.input, name);
  return [{ in: place, name, expected: expectation(issue), ...(value === undefined ? {} : { value }) }];
}

/** Short and never a password: what is wrong is repeated to the client, and may be logged on the way. */
function shownValue(input: unknown, name: string): unknown {
  if (/password/i.test(name)) return undefined;
  if (typeof input === 'string') return input.length > 200 ? `${input.slice(0, 200)}…` : input;
  return input === null || typeof input === 'boolean' || Number.isFinite(input) ? input : undefined;
}

/** Zod says "Too big: expected number to be <=500" or "Invalid input: expected string, received undefined". */
function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.input === undefined) return `a value (${issue.expected})`;
  return /expected (.*?)(?:, received .*)?$/s.exec(issue.message)?.[1] ?? issue.message;
}

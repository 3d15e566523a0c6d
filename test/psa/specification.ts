import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';

/**
 * What a vendor's specification (OpenAPI 3 or Swagger 2) says of a request or an answer; each function says what is wrong,
 * in words, or nothing. Stricter than the specification: a property that it does not name is wrong as well, so that a fake
 * invents nothing. More lenient in one thing: a reference to another object may be null, which none of them marks.
 */
export interface Specification {
  /** `path` begins behind the base address; `query` holds the parameters' names. */
  requestProblems(method: string, path: string, query: Iterable<string>): readonly string[];
  /** Of an answer with status 200. */
  answerProblems(method: string, path: string, body: unknown): readonly string[];
  /** Against a schema by its name, where the answer's own is not said, or wrong. */
  schemaProblems(schema: string, value: unknown): readonly string[];
}

export interface SpecificationOptions {
  /** How the answers spell what the specification calls a property; as it is if left out. */
  readonly property?: (name: string) => string;
}

/** A file of test/psa/specifications; programs that are built elsewhere find it too, as they run in the clone. */
export function readSpecification(file: string): unknown {
  return JSON.parse(readFileSync(path.resolve('test', 'psa', 'specifications', file), 'utf8'));
}

/** `file` is in test/psa/specifications. */
export function openSpecification(file: string, options: SpecificationOptions = {}): Specification {
  const document = readSpecification(file) as Document;
  const operations = operationsOf(document);
  const definitions = document.components?.schemas ?? document.definitions ?? {};
  // Other formats, such as int32, are of no matter here.
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false, formats: { 'date-time': DATE_TIME } });
  const property = options.property ?? ((name: string) => name);
  for (const [name, schema] of Object.entries(definitions))
    ajv.addSchema(strict(schema, property) as object, keyOf(name));
  const validators = new Map<string, ValidateFunction>();
  const problems = (key: string, schema: unknown, value: unknown) => {
    const validate = validators.get(key) ?? ajv.compile(strict(schema, property) as object);
    validators.set(key, validate);
    if (validate(value)) return [];
    return (validate.errors ?? [])
      .filter((error) => error.keyword !== 'if')
      .slice(0, 5)
      .map((error) => `${key}${error.instancePath} ${wordsOf(error)}`);
  };
  const find = (method: string, path: string) =>
    operations.find((o) => o.method === method.toLowerCase() && o.pattern.test(path));

  return {
    requestProblems(method, path, query) {
      const operation = find(method, path);
      if (!operation) return [`${method} ${path} is not in ${file}`];
      return [...query]
        .filter((name) => !operation.parameters.has(name))
        .map((name) => `${method} ${operation.template} has no parameter ${name}`);
    },
    answerProblems(method, path, body) {
      const operation = find(method, path);
      if (!operation) return [`${method} ${path} is not in ${file}`];
      if (operation.answer === undefined) return [];
      return problems(`${method} ${operation.template}`, operation.answer, body);
    },
    schemaProblems: (schema, value) => problems(schema, { $ref: `#/definitions/${schema}` }, value),
  };
}

const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/;

type Json = Readonly<Record<string, unknown>>;

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, unknown>> };
  readonly definitions?: Readonly<Record<string, unknown>>;
}

interface RawOperation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<
    Record<
      string,
      { readonly schema?: unknown; readonly content?: Readonly<Record<string, { schema?: unknown }>> }
    >
  >;
}

interface Operation {
  readonly method: string;
  readonly template: string;
  readonly pattern: RegExp;
  readonly parameters: ReadonlySet<string>;
  readonly answer: unknown;
}

/** Paths without placeholders first: "/companies/count" is no "/companies/{id}". */
function operationsOf(document: Document): readonly Operation[] {
  return Object.entries(document.paths)
    .flatMap(([template, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        method,
        template,
        pattern: new RegExp(`^${template.replace(/[.$()]/g, '\\$&').replace(/\{[^}]+\}/g, '[^/]+')}$`),
        parameters: new Set(operation.parameters?.filter((p) => p.in === 'query').map((p) => p.name)),
        answer: answerSchema(operation),
      })),
    )
    .sort((a, b) => a.template.split('{').length - b.template.split('{').length);
}

function answerSchema({ responses }: RawOperation): unknown {
  const ok = responses['200'];
  return ok?.schema ?? ok?.content?.['application/json']?.schema;
}

const keyOf = (definition: string) => `definition:${encodeURIComponent(definition)}`;

/** As JSON Schema: `nullable` becomes a type, references lead to `keyOf`, and objects are closed. */
function strict(schema: unknown, property: (name: string) => string): unknown {
  if (typeof schema !== 'object' || schema === null) return schema;
  const { $ref, nullable, properties, items, required, type, additionalProperties, ...rest } = schema as Json;
  if (typeof $ref === 'string')
    return { if: { type: 'null' }, else: { $ref: keyOf(decodeURIComponent($ref.split('/').at(-1)!)) } };
  const options = Array.isArray(rest.enum) && nullable === true ? { enum: [...rest.enum, null] } : {};
  return {
    ...rest,
    ...options,
    ...(type === undefined ? {} : { type: nullable === true ? [type, 'null'] : type }),
    ...(Array.isArray(required) ? { required: required.map(property) } : {}),
    ...(items === undefined ? {} : { items: strict(items, property) }),
    ...(properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(
            Object.entries(properties as Json).map(([name, value]) => [
              property(name),
              strict(value, property),
            ]),
          ),
        }),
    ...(additionalProperties === undefined
      ? properties === undefined
        ? {}
        : { additionalProperties: false }
      : { additionalProperties: strict(additionalProperties, property) }),
  };
}

function wordsOf(error: { readonly message?: string | undefined; readonly params: Json }): string {
  const { additionalProperty } = error.params;
  return additionalProperty === undefined ? (error.message ?? '') : `has no property ${additionalProperty}`;
}

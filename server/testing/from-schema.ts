import fc from 'fast-check';

/** The part of JSON Schema that the OpenAPI document uses. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
}

/** A value as JSON text, so that there can be some that JavaScript cannot write, such as 1e309. */
export type JsonText = string;

const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\ud800',
    '../../etc/passwd',
    "' or 1=1 --",
    '<script>alert(1)</script>',
    '=1+1',
    '%00',
    'ﬀ\u202e',
    'x'.repeat(70_000),
  ),
);

/** Values that hardly anything expects. */
export const broken: fc.Arbitrary<JsonText> = fc.oneof(
  texts.map((text) => JSON.stringify(text)),
  fc.constantFrom(
    'null',
    'true',
    '-0',
    '1e309',
    '-1e309',
    '1.5',
    '9007199254740993',
    '1e-300',
    '[]',
    '{}',
    '[[null]]',
    `${'['.repeat(5000)}${']'.repeat(5000)}`,
    '{"__proto__":{"admin":true}}',
    '{"constructor":{"prototype":{}}}',
  ),
);

/** Values that a schema allows, as far as this knows; `known` texts come up where any text may stand. */
export function fitting(schema: JsonSchema, known: readonly string[]): fc.Arbitrary<JsonText> {
  const any = schema.anyOf ?? schema.oneOf;
  if (any) return fc.oneof(...any.map((one) => fitting(one, known)));
  if (schema.allOf) return fitting(schema.allOf[0]!, known);
  if (schema.enum) return fc.constantFrom(...schema.enum.map((value) => JSON.stringify(value)));
  if (schema.const !== undefined) return fc.constant(JSON.stringify(schema.const));
  if (Array.isArray(schema.type))
    return fc.oneof(...schema.type.map((type: string) => fitting({ ...schema, type }, known)));
  switch (schema.type) {
    case 'object':
      return objects(schema, known);
    case 'array': {
      const items = fitting(schema.items ?? {}, known);
      return fc
        .array(items, { minLength: schema.minItems ?? 0, maxLength: 3 })
        .map((list) => `[${list.join(',')}]`);
    }
    case 'integer':
    case 'number': {
      const min = Math.max(schema.minimum ?? -1000, -1e15);
      return fc.integer({ min, max: Math.max(min, Math.min(schema.maximum ?? 1000, 1e15)) }).map(String);
    }
    case 'boolean':
      return fc.constantFrom('true', 'false');
    case 'null':
      return fc.constant('null');
    default:
      return strings(schema, known).map((text) => JSON.stringify(text));
  }
}

function strings({ format, maxLength = 20 }: JsonSchema, known: readonly string[]): fc.Arbitrary<string> {
  if (format === 'date') return fc.constantFrom('2026-11-22', '2024-02-29', '0001-01-01', '9999-12-31');
  if (format === 'date-time') return fc.constantFrom('2026-11-22T09:00:00Z', '2026-11-22T23:59:59.999+14:00');
  if (format === 'uuid') return fc.uuid();
  if (format === 'email') return fc.nat(999).map((n) => `person${n}@northwind.example`);
  return fc.oneof(
    fc.constantFrom(...known),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: Math.min(maxLength, 20) }),
  );
}

function objects(
  { properties = {}, required = [] }: JsonSchema,
  known: readonly string[],
): fc.Arbitrary<JsonText> {
  const fields = Object.entries(properties).map(([name, schema]) => {
    const text = fitting(schema, known).map((value) => `${JSON.stringify(name)}:${value}`);
    return required.includes(name) ? text : fc.option(text, { nil: '' });
  });
  return fc.tuple(...fields).map((texts) => `{${texts.filter((text) => text !== '').join(',')}}`);
}

/** A fitting object in which something is wrong: a field is broken, missing or one too many, or it is no object at all. */
export function spoiled(schema: JsonSchema, known: readonly string[]): fc.Arbitrary<JsonText> {
  const names = Object.keys(schema.properties ?? {});
  const extra = fc.constantFrom('id', 'workspace', 'workspace_id', 'role', 'admin', '__proto__', 'toString');
  if (names.length === 0) return broken;
  return fc.oneof(
    broken,
    fc
      .tuple(fitting(schema, known), fc.constantFrom(...names), broken)
      .map(([text, name, value]) => withField(text, name, value)),
    fc
      .tuple(fitting(schema, known), extra, broken)
      .map(([text, name, value]) => withField(text, name, value)),
    fc.constant('{}'),
  );
}

function withField(text: JsonText, name: string, value: JsonText): JsonText {
  const rest = text === '{}' || !text.startsWith('{') ? '' : `,${text.slice(1, -1)}`;
  // of two fields of one name JSON.parse takes the last, so the wrong one stands behind
  return `{${rest.slice(1)}${rest ? ',' : ''}${JSON.stringify(name)}:${value}}`;
}

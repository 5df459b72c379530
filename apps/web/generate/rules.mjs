// The rules of every request body: lengths, patterns and enums of the contract as Yup schemas, and the bare limits beside them.

const PURE = '/* @__PURE__ */ '; // who needs one body's rules brings no other's along

/** Every schema that is the body of a request, by name; the one that is described last wins where two APIs share a name. */
function bodiesOf({ paths, components }) {
  const found = new Map();
  for (const operation of Object.values(paths).flatMap((path) => Object.values(path))) {
    for (const { schema } of Object.values(operation.requestBody?.content ?? {})) {
      const name = schema.$ref?.split('/').at(-1);
      if (name) found.set(name, components.schemas[name]);
    }
  }
  return found;
}

const typesOf = (schema) => [schema.type].flat();
const resolved = (schema, schemas) => (schema.$ref ? { ...schemas[schema.$ref.split('/').at(-1)] } : schema);

function options(schema) {
  const { minLength: min, maxLength: max, format } = schema;
  const pattern = schema.pattern && `new RegExp(${JSON.stringify(schema.pattern)}, 'u')`;
  const parts = Object.entries({ min, max, format: format && JSON.stringify(format), pattern }).filter(([, value]) => value !== undefined);
  return `{ ${parts.map(([key, value]) => `${key}: ${value}`).join(', ')} }`;
}

/** One field as a call of shared/lib/rules; undefined where a person types nothing of the kind. */
function rule(written, schemas) {
  const schema = resolved(written, schemas);
  const types = typesOf(schema);
  if (schema.enum) return `${PURE}choice(${JSON.stringify(schema.enum.filter((value) => value !== null))})`;
  if (types.includes('string')) return `${PURE}text(${options(schema)})`;
  if (types.includes('boolean')) return `${PURE}flag()`;
  if (types.includes('integer')) return `${PURE}count({ min: ${schema.minimum}, max: ${schema.maximum} })`;
  if (types.includes('array')) {
    const item = rule(schema.items, schemas);
    return item && `${PURE}list(${item}, ${schema.maxItems})`;
  }
  return undefined;
}

function limits(written, schemas) {
  const schema = resolved(written, schemas);
  const item = schema.items && resolved(schema.items, schemas);
  const told = { min: schema.minLength, max: schema.maxLength, items: schema.maxItems, itemMax: item?.maxLength };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
}

const lowerFirst = (name) => name[0].toLowerCase() + name.slice(1);

function body(name, schema, schemas) {
  const fields = Object.entries(schema.properties ?? {}).flatMap(([field, one]) => {
    const made = rule(one, schemas);
    if (!made) return [];
    const isRequired = (schema.required ?? []).includes(field);
    return [`  ${field}: ${isRequired ? `${PURE}needed(${made})` : made},`];
  });
  return `export const ${lowerFirst(name)}Rules = ${PURE}object({\n${fields.join('\n')}\n});\n`;
}

/** How many bytes a request may bring, where it may bring more than a document. */
function largestBodies(documents) {
  const operations = documents.flatMap(({ paths }) => Object.values(paths).flatMap((path) => Object.values(path)));
  const large = operations.filter((operation) => operation['x-max-body']);
  return Object.fromEntries(large.map((operation) => [operation.operationId, operation['x-max-body']]));
}

function namedBodies(documents) {
  const bodies = documents.flatMap((document) =>
    [...bodiesOf(document)].map(([name, schema]) => [name, schema, document.components.schemas]),
  );
  const named = new Map(bodies.map((one) => [one[0], one]).sort(([left], [right]) => (left < right ? -1 : 1)));
  return [...named.values()];
}

export function rulesModule(documents) {
  return [
    '// From contracts/openapi: what a request may say.',
    "import { object } from 'yup';",
    "import { choice, count, flag, list, needed, text } from '../shared/lib/rules';",
    '',
    ...namedBodies(documents).map(([name, schema, schemas]) => body(name, schema, schemas)),
  ].join('\n');
}

/** By themselves: who needs a length does not need what checks whole forms. */
export function limitsModule(documents) {
  const known = namedBodies(documents).map(([name, schema, schemas]) => [
    name,
    Object.fromEntries(Object.entries(schema.properties ?? {}).map(([field, one]) => [field, limits(one, schemas)])),
  ]);
  return [
    '// From contracts/openapi: how long what a request says may be.',
    `export const limits = ${JSON.stringify(Object.fromEntries(known), null, 2)} as const;`,
    `export const largestBody = ${JSON.stringify(largestBodies(documents), null, 2)} as const;`,
    '',
  ].join('\n');
}

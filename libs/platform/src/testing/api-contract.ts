import type { INestApplication } from '@nestjs/common';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { buildOpenApi } from '../http/openapi';
import { API_PREFIX } from '../http/http-app';

type Schema = Record<string, unknown>;
type Content = Record<string, { schema?: Schema }>;
type Operation = { responses: Record<string, { content?: Content }> };

interface Contract {
  ajv: Ajv;
  paths: Record<string, Record<string, Operation>>;
  compiled: Map<string, ValidateFunction>;
}

/** What a response has to be for this; supertest's is. */
export interface AnyResponse {
  status: number;
  headers: Record<string, string | undefined>;
  body: unknown;
  text: string;
}

const contracts = new WeakMap<INestApplication, Contract>();

/**
 * Asserts that a real answer is what the OpenAPI document says of its route and status: right types, nothing missing,
 * nothing that the document keeps silent about. So the decorators can't drift from what the code does.
 *
 * @param route method and path as in the document, without the prefix: `GET /staff/{id}`
 * @throws Error naming the places that differ
 */
export function expectToMatchApi(app: INestApplication, response: AnyResponse, route: string): void {
  const contract = contractOf(app);
  const [method, path] = route.split(' ');
  const operation = contract.paths[`/${API_PREFIX}${path}`]?.[method!.toLowerCase()];
  if (!operation) throw new Error(`${route} is not in the OpenAPI document.`);
  const documented = operation.responses[response.status] ?? operation.responses.default;
  if (!documented) throw new Error(`${route} documents no answer ${response.status}.`);
  const mediaType = String(response.headers['content-type'] ?? '').split(';')[0]!;
  if (!documented.content) {
    if (response.text !== '')
      throw new Error(`${route} answered ${response.status} with a body that is not documented.`);
    return;
  }
  const content = documented.content[mediaType];
  if (!content?.schema)
    throw new Error(
      `${route} answered ${mediaType || 'nothing'}, documented is ${Object.keys(documented.content).join(', ')}.`,
    );
  const validate = compiled(contract, `${route} ${response.status}`, content.schema);
  if (validate(response.body)) return;
  const faults = validate.errors!.map(
    ({ instancePath, message, params }) => `${instancePath || '/'} ${message} ${JSON.stringify(params)}`,
  );
  throw new Error(
    `${route} answered ${response.status}, but not as documented:\n${faults.join('\n')}\n${response.text.slice(0, 2000)}`,
  );
}

function contractOf(app: INestApplication): Contract {
  let contract = contracts.get(app);
  if (!contract) {
    const document = strict(buildOpenApi(app)) as { paths: Contract['paths'] };
    const ajv = formats.default(new Ajv({ strict: false, allErrors: true }));
    ajv.addSchema({ $id: 'api', ...(document as Schema) });
    contract = { ajv, paths: document.paths, compiled: new Map() };
    contracts.set(app, contract);
  }
  return contract;
}

function compiled(contract: Contract, key: string, schema: Schema): ValidateFunction {
  let validate = contract.compiled.get(key);
  if (!validate) {
    validate = contract.ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"api#/')) as Schema);
    contract.compiled.set(key, validate);
  }
  return validate;
}

/** OpenAPI 3.0 as JSON Schema: `nullable` becomes a choice, and an object has the properties that are listed and no others. */
function strict(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(strict);
  if (node === null || typeof node !== 'object') return node;
  const { nullable, ...schema } = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, strict(value)]));
  if (schema.type === 'object' && schema.properties && schema.additionalProperties === undefined)
    schema.additionalProperties = false;
  return nullable === true ? { anyOf: [{ type: 'null' }, schema] } : schema;
}

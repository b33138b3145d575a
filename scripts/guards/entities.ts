import type { EntityMetadata } from 'typeorm';
import type { Table } from './schema.ts';
import type { Finding } from './sources.ts';

/** What the plumbing writes by SQL alone, so that it has no rows in the program. */
const WITHOUT_ENTITY = new Set(['platform_audit_entries', 'platform_idempotency_keys', 'platform_worker_pools']);

/**
 * Whether the entities say what the migrated tables are: the same columns, types, nullability and primary key, and one entity
 * for each table.
 *
 * @param typeOf PostgreSQL's name of an entity's column type
 */
export function entityFindings(
  tables: Table[],
  entities: EntityMetadata[],
  typeOf: (column: EntityMetadata['columns'][number]) => string,
): Finding[] {
  const missing = tables
    .filter(({ name }) => !WITHOUT_ENTITY.has(name) && !entities.some(({ tableName }) => tableName === name))
    .map(({ name }) => ({ where: name, what: 'has no entity' }));
  const doubled = entities
    .filter(({ tableName }, index) => entities.findIndex((other) => other.tableName === tableName) !== index)
    .map(({ name, tableName }) => ({ where: name, what: `is a second entity of ${tableName}` }));
  return [
    ...missing,
    ...doubled,
    ...entities.flatMap((entity) => driftOf(entity, tables, typeOf).map((what) => ({ where: entity.name, what }))),
  ];
}

function driftOf(
  entity: EntityMetadata,
  tables: Table[],
  typeOf: (column: EntityMetadata['columns'][number]) => string,
): string[] {
  const table = tables.find(({ name }) => name === entity.tableName);
  if (!table) return [`its table ${entity.tableName} does not exist`];
  const drift = entity.columns.flatMap((column) => {
    const real = table.columns.find(({ name }) => name === column.databaseName);
    if (!real) return [`${column.databaseName} is no column of ${table.name}`];
    const said = typeOf(column) + (column.isArray ? '[]' : '');
    return [
      ...(said === real.type ? [] : [`${real.name} is ${real.type}, not ${said}`]),
      ...(column.isNullable === real.isNullable ? [] : [`${real.name} can ${real.isNullable ? '' : 'not '}be null`]),
    ];
  });
  const unknown = table.columns.filter(({ name }) => !entity.columns.some((column) => column.databaseName === name));
  const key = entity.primaryColumns.map(({ databaseName }) => databaseName);
  const sameKey = key.length === table.primaryKey.length && key.every((name) => table.primaryKey.includes(name));
  return [
    ...drift,
    ...unknown.map(({ name }) => `knows nothing of the column ${name}`),
    ...(sameKey ? [] : [`its primary key is (${table.primaryKey.join(', ')}), not (${key.join(', ')})`]),
  ];
}

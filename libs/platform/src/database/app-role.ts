import pg from 'pg';
import type { QueryRunner } from 'typeorm';
import { sqlState } from './database';

/*
 * What the application may do to its tables. Migrations run as the user of DATABASE_URL, who owns everything; API and worker
 * work as `siyu_app`, who may read and write all tables but can't change or delete a line of those that are append-only.
 * A table says so itself, by its comment:
 *
 *   comment on table points_entries is 'append-only: …';
 *   comment on table segments_rfm_scores is 'partitioned at run time: …';  -- owned by the application, which makes its parts
 *
 * This guards against mistakes and against a caller who gets a statement of his own into ours; it does not guard against
 * whoever knows the password, which is what the chain of hashes in the ledger is for.
 */
export const APP_ROLE = 'siyu_app';
export const APPEND_ONLY = 'append-only';
export const PARTITIONED_AT_RUN_TIME = 'partitioned at run time';

const INSUFFICIENT_PRIVILEGE = '42501';
/** Somebody made the role in this moment, for another database of the server. */
const MADE_MEANWHILE = new Set(['42710', '23505']);

/** Whether a user can work as the role; version 16 told membership and the right to switch apart. */
const CAN_SWITCH = `pg_has_role(current_user, oid, case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end)`;

/**
 * Makes the role where there is none and gives it its rights: after all migrations, every time, so that new tables have them,
 * too. Does nothing where the user may neither make the role nor become a member; {@link appRoleFault} says so at the start
 * of the application.
 */
export async function grantToAppRole(runner: QueryRunner): Promise<void> {
  if (!(await isMemberOfRole(runner))) return;
  await runner.startTransaction();
  try {
    await runner.query(GRANTS);
    await runner.commitTransaction();
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  }
}

async function isMemberOfRole(runner: QueryRunner): Promise<boolean> {
  const state = async () =>
    (
      (await runner.query(
        `select current_setting('server_version_num')::int >= 160000 as "hasOptions",
           exists (select from pg_roles where rolname = '${APP_ROLE}') as "exists",
           coalesce((select ${CAN_SWITCH} and pg_has_role(current_user, oid, 'USAGE')
                     from pg_roles where rolname = '${APP_ROLE}'), false) as "isMember"`,
      )) as [{ hasOptions: boolean; exists: boolean; isMember: boolean }]
    )[0];
  const { hasOptions, exists, isMember } = await state();
  if (isMember) return true;
  if (!exists && (await isRefused(runner, `create role ${APP_ROLE} nologin`))) return false;
  await isRefused(runner, `grant ${APP_ROLE} to current_user${hasOptions ? ' with set true, inherit true' : ''}`);
  return (await state()).isMember;
}

async function isRefused(runner: QueryRunner, statement: string): Promise<boolean> {
  try {
    await runner.query(statement);
    return false;
  } catch (error) {
    const state = sqlState(error) ?? '';
    if (state === INSUFFICIENT_PRIVILEGE) return true;
    if (MADE_MEANWHILE.has(state)) return false;
    throw error;
  }
}

/**
 * The rights. The queue's tables come with row security and no policy, so that nobody but their owner sees a row; the role
 * gets a policy. Tables that others own (extensions, parts that the role made itself) are left alone.
 */
const GRANTS = `
do $grants$
declare
  own record;
begin
  execute format('grant usage, create on schema %I to ${APP_ROLE}', current_schema());
  grant usage on schema graphile_worker to ${APP_ROLE};
  for own in
    select c.oid, c.oid::regclass as name, c.relkind, c.relrowsecurity,
      coalesce(obj_description(coalesce(i.inhparent, c.oid), 'pg_class'), '') as says
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    left join pg_inherits i on i.inhrelid = c.oid and c.relispartition
    where n.nspname in (current_schema(), 'graphile_worker') and c.relkind in ('r', 'p', 'v', 'm', 'S')
      and pg_get_userbyid(c.relowner) = current_user
  loop
    if own.relkind = 'S' then
      execute format('grant usage, select, update on sequence %s to ${APP_ROLE}', own.name);
    elsif own.says like '${APPEND_ONLY}%' then
      execute format('grant select, insert on %s to ${APP_ROLE}', own.name);
      execute format('revoke update, delete, truncate on %s from ${APP_ROLE}', own.name);
    elsif own.says like '${PARTITIONED_AT_RUN_TIME}%' then
      execute format('alter table %s owner to ${APP_ROLE}', own.name);
    else
      execute format('grant select, insert, update, delete, truncate on %s to ${APP_ROLE}', own.name);
    end if;
    if own.relrowsecurity and not exists (
      select from pg_policy where polrelid = own.oid and polname = '${APP_ROLE}') then
      execute format('create policy ${APP_ROLE} on %s to ${APP_ROLE} using (true) with check (true)', own.name);
    end if;
  end loop;
  execute format(
    'alter default privileges in schema %I grant select, insert, update, delete, truncate on tables to ${APP_ROLE}',
    current_schema());
  execute format('alter default privileges in schema %I grant usage, select, update on sequences to ${APP_ROLE}',
    current_schema());
  revoke execute on function platform_end_backend(integer) from public;
  grant execute on function platform_end_backend(integer) to ${APP_ROLE};
end
$grants$`;

/** Why the user of the address can't work as the role; null when he can. */
export async function appRoleFault(databaseUrl: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ user: string; member: boolean; granted: boolean }>(
      `select current_user as user, ${CAN_SWITCH} as member,
         coalesce(has_schema_privilege(oid, current_schema(), 'create')
           and has_table_privilege(oid, to_regclass('platform_audit_entries'), 'insert'), false) as granted
       from pg_roles where rolname = '${APP_ROLE}'`,
    );
    const [role] = rows;
    if (!role) return `there is no role ${APP_ROLE}: create role ${APP_ROLE} nologin`;
    if (!role.member) return `${role.user} is no member of it: grant ${APP_ROLE} to ${role.user}`;
    return role.granted ? null : 'it has no rights in this schema, whose owner gives them at the next start';
  } finally {
    await client.end();
  }
}

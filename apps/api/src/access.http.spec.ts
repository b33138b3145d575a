import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module, RequestMethod } from '@nestjs/common';
import { newId } from '@siyu/kernel';
import { buildOpenApi, Public, RequirePermission } from '@siyu/platform';
import { PROGRAMS_ONLY, rolePermissions, ROLES } from '@siyu/staff';
import { assemble, type Assembled } from './checks/assembled';
import { codeFindings, type Route, routesOf, undeclared } from './checks/routes';

const TABLE = fileURLToPath(new URL('../../../docs/who-may-call-what.md', import.meta.url));

/** What says that the caller is known and still not let in. */
const REFUSALS = new Set(['auth.forbidden', 'auth.wrong-caller']);

/** Everybody who can call: the roles of staff, a key that holds whatever a key may, a member. */
const CALLERS = [...ROLES, 'API key', 'member'] as const;
type Caller = (typeof CALLERS)[number];

/** A context whose author forgot something: what the guards are for. */
@Controller('forgetful')
class ForgetfulController {
  @Get()
  open() {
    return 'never seen';
  }

  @Get('odd')
  @RequirePermission('forgetful.read')
  odd() {
    return 'never seen';
  }

  @Get('fine')
  @Public()
  fine() {
    return 'seen';
  }
}

@Module({ controllers: [ForgetfulController] })
class ForgetfulModule {}

describe('who may call what', () => {
  let house: Assembled;
  let routes: Route[];
  const tokens = new Map<Caller, string>();
  beforeAll(async () => {
    house = await assemble([ForgetfulModule]);
    routes = routesOf(house.app);
    for (const role of ROLES) tokens.set(role, await house.signedInAs(role));
    tokens.set('API key', await house.apiKey());
    tokens.set('member', (await house.member('13800138000')).token);
  }, 60_000);
  afterAll(() => house.close());

  const forgetful = ({ path }: Route) => path.startsWith('/forgetful');
  const ours = () => routes.filter((route) => !forgetful(route));
  /** Every route but the plumbing's, which the API's prefix does not cover. */
  const callable = () => ours().filter(({ handler }) => !handler.startsWith('HealthController.'));
  /** The roles, without the codes of contexts that are not assembled yet: those have no route at all. */
  const granted = () => {
    const absent = ['orders.', 'imports.', 'rfm.'].filter(
      (lib) => !ours().some(({ access }) => access?.kind === 'permission' && access.code.startsWith(lib)),
    );
    return Object.fromEntries(
      Object.entries({ ...rolePermissions, programs: PROGRAMS_ONLY }).map(([role, codes]) => [
        role,
        codes.filter((code) => !absent.some((lib) => code.startsWith(lib))),
      ]),
    );
  };
  const call = ({ method, path }: Route, token?: string) =>
    house.call(
      method,
      path.replace(/:\w+/g, () => newId()),
      token,
      method === 'GET' ? undefined : {},
    );

  it('is known for every route there is', () => {
    const server = house.app.getHttpAdapter().getInstance();
    const described = Object.entries(buildOpenApi(house.app).paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    );
    const listed = callable().map(({ method, path }) => `${method} /api/v1${path}`);
    expect(listed.length).toBeGreaterThan(10);
    expect(described.filter((route) => !route.includes('/forgetful') && !listed.includes(route))).toEqual([]);
    const lost = listed.filter((route) => {
      const [method, url] = route.split(' ');
      return !server.hasRoute({ method: method as keyof typeof RequestMethod, url: url! });
    });
    expect(lost).toEqual([]);
  });

  it('is said by every route', () => {
    expect(undeclared(ours())).toEqual([]);
  });

  it('is asked for when a route forgot to say it, and until then nobody gets in', async () => {
    expect(undeclared(routes)).toEqual(['GET /forgetful (ForgetfulController.open)']);
    const [open] = routes.filter(({ access }) => !access);
    expect(await call(open!, tokens.get('administrator'))).toEqual({ status: 403, code: 'auth.route-closed' });
  });

  it('is said in permissions that some role or program holds and some route asks for', () => {
    expect(codeFindings(ours(), granted())).toEqual([]);
  });

  it('is found wanting when a route asks for what nobody holds, or a role holds what opens nothing', () => {
    expect(codeFindings(routes, { ...granted(), dreamer: ['dreams.read'] })).toEqual([
      'dreams.read is held by a role and asked for by no route',
      'forgetful.read is asked for by a route and held by no role',
    ]);
  });

  it('is nothing for callers who are not signed in, but for the public routes', async () => {
    const entered: string[] = [];
    for (const route of callable().filter(({ access }) => access?.kind !== 'public')) {
      const { status, code } = await call(route);
      if (status !== 401 || code !== 'auth.unauthenticated') entered.push(`${route.method} ${route.path}: ${status}`);
    }
    expect(entered).toEqual([]);
  });

  it('is for each caller what the committed table says (WRITE_ACCESS_TABLE=1 writes it anew)', async () => {
    const lines: string[] = [];
    for (const route of callable()) lines.push(`| ${(await cellsOf(route)).join(' | ')} |`);
    const table = `${heading()}\n${lines.join('\n')}\n`;
    if (process.env.WRITE_ACCESS_TABLE) await writeFile(TABLE, table);
    expect((await readFile(TABLE, 'utf8')).split('\n')).toEqual(table.split('\n'));
  }, 120_000);

  /** What really happens when each of them calls the route; everything but a refusal counts as being let in. */
  async function cellsOf(route: Route): Promise<string[]> {
    const { access } = route;
    const asked = access?.kind === 'permission' ? `\`${access.code}\`` : (access?.kind ?? '');
    if (access?.kind === 'public') return [`\`${route.method} ${route.path}\``, asked, ...CALLERS.map(() => 'yes')];
    const cells: string[] = [];
    for (const caller of CALLERS) {
      const { status, code } = await call(route, tokens.get(caller));
      if (status === 401 || status >= 500)
        throw new Error(`${caller}: ${route.method} ${route.path} answered ${status} ${code}`);
      cells.push(code && REFUSALS.has(code) ? '' : 'yes');
    }
    return [`\`${route.method} ${route.path}\``, asked, ...cells];
  }

  function heading(): string {
    return [
      '# Who may call what',
      '',
      'Written by `apps/api/src/access.http.spec.ts`, which calls every route as everybody and fails when the answers differ from',
      'this table. The roles are defined in `libs/staff/src/domain/roles.ts`, what a key may hold in `api-keys.ts` beside it; the API key of the table',
      'holds all of it. A change here is a change of who may do what: read the',
      'diff, then commit it.',
      '',
      `| route | asks for | ${CALLERS.join(' | ')} |`,
      `| --- | --- | ${CALLERS.map(() => '---').join(' | ')} |`,
    ].join('\n');
  }
});

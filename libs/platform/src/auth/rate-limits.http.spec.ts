import { Controller, Get, Module } from '@nestjs/common';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { newId } from '@siyu/kernel';
import { asApiKey, asMember, createTestApp, holding, type TestApp } from '../testing';
import { MemberOnly, Public, RequirePermission } from './access';

@Controller('doors')
class DoorsController {
  @Get('mine')
  @MemberOnly()
  mine() {
    return {};
  }

  @Get('staff')
  @RequirePermission('doors.read')
  staff() {
    return {};
  }

  @Get('open')
  @Public()
  open() {
    return {};
  }
}

@Module({ controllers: [DoorsController] })
class DoorsModule {}

describe('callers who come too often', () => {
  let test: TestApp | undefined;
  let now: number;
  const start = async (env: NodeJS.ProcessEnv) => {
    test = await createTestApp({ imports: [DoorsModule], env, clock: { now: () => new Date(now) } });
  };
  const call = async (path: string, headers: Record<string, string> = {}) =>
    request(test!.server)
      .get(path.startsWith('/doors') ? `/api/v1${path}` : path)
      .set(headers);
  const statuses = async (count: number, path: string, headers: Record<string, string> = {}) => {
    const answers: number[] = [];
    for (let time = 0; time < count; time += 1) answers.push((await call(path, headers)).status);
    return answers;
  };

  beforeEach(async () => {
    await test?.close();
    now = Date.parse('2026-11-22T08:00:00Z');
  });
  afterAll(() => test?.close());

  it('are told how long to wait, and are let in again after that', async () => {
    await start({ RATE_LIMIT_MEMBER: '3' });
    const member = asMember(newId());
    expect(await statuses(3, '/doors/mine', member)).toEqual([200, 200, 200]);
    now += 18_000;
    const answer = await call('/doors/mine', member);
    expect(answer.status).toBe(429);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.headers['retry-after']).toBe('42');
    expect(answer.body).toMatchObject({ code: 'request.too-many', extra: { retryAfterSeconds: 42, perMinute: 3 } });
    expect(await statuses(1, '/doors/mine', asMember(newId()))).toEqual([200]);
    now += 42_000;
    expect(await statuses(4, '/doors/mine', member)).toEqual([200, 200, 200, 429]);
  });

  it('are counted by who they are: staff, keys and members each with a limit of their own', async () => {
    await start({ RATE_LIMIT_MEMBER: '1', RATE_LIMIT_STAFF: '2', RATE_LIMIT_API_KEY: '3' });
    expect(await statuses(2, '/doors/mine', asMember(newId()))).toEqual([200, 429]);
    expect(await statuses(3, '/doors/staff', holding('doors.read'))).toEqual([200, 200, 429]);
    expect(await statuses(4, '/doors/staff', asApiKey('doors.read'))).toEqual([200, 200, 200, 429]);
  });

  it('are counted by their network where nobody is signed in, whatever tokens they try', async () => {
    await start({ RATE_LIMIT_PUBLIC: '3' });
    const from = (ip: string, more: Record<string, string> = {}) => ({ 'x-forwarded-for': ip, ...more });
    const one = '198.51.100.7';
    expect(await statuses(2, '/doors/open', from(one))).toEqual([200, 200]);
    expect(await statuses(1, '/doors/staff', from(one, { authorization: 'Bearer a-guess' }))).toEqual([401]);
    expect(await statuses(1, '/doors/staff', from(one, { authorization: 'Bearer another' }))).toEqual([429]);
    expect(await statuses(1, '/doors/open', from(one, holding('doors.read')))).toEqual([429]);
    expect(await statuses(3, '/doors/staff', from(one, holding('doors.read')))).toEqual([200, 200, 200]);
    expect(await statuses(1, '/doors/open', from('198.51.100.8'))).toEqual([200]);
    const home = await Promise.all([1, 2, 3, 4].map((host) => call('/doors/open', from(`2001:db8::${host}`))));
    expect(home.map(({ status }) => status).sort()).toEqual([200, 200, 200, 429]);
  });

  it('are none where there is no limit, and probes are never counted', async () => {
    await start({ RATE_LIMIT_PUBLIC: '1', RATE_LIMIT_MEMBER: '0' });
    expect(await statuses(3, '/healthz')).toEqual([200, 200, 200]);
    expect(new Set(await statuses(130, '/doors/mine', asMember(newId())))).toEqual(new Set([200]));
  });

  it('are members from the hundred and twenty-first request of a minute on, if nobody says otherwise', async () => {
    await start({ RATE_LIMIT_MEMBER: '' });
    const answers = await statuses(121, '/doors/mine', asMember(newId()));
    expect([answers.filter((status) => status === 200).length, answers.at(-1)]).toEqual([120, 429]);
  });
});

import { Body, Controller, Get, Module, Post, Query } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { DomainError, newId } from '@siyu/kernel';
import { CurrentMember, MemberOnly, Public, RequirePermission, SignedIn } from '../auth/access';
import type { MemberActor } from '../auth/actor';
import { asApiKey, asMember, createTestApp, holding, type TestApp } from '../testing';
import { CentsField, InstantField, ListField, TextField } from './fields';
import { affected, rows } from '../database/sql';
import { Jobs } from '../jobs/jobs';
import { Idempotent } from './idempotency';
import { forgetKeys } from './idempotency.jobs';
import { PageQuery } from './paging.dto';

class LineDto {
  @TextField({ max: 10 })
  sku: string;

  @CentsField()
  unitPriceCents: number;
}

class NoteDto {
  @TextField({ max: 20 })
  text: string;

  @InstantField({ optional: true })
  at?: string;

  @ListField(() => LineDto, { max: 3, optional: true })
  lines?: LineDto[];
}

let written = 0;

@Controller('notes')
class NotesController {
  @Get()
  @RequirePermission('notes.read')
  list(@Query() page: PageQuery) {
    return page;
  }

  @Post()
  @RequirePermission('notes.write')
  @Idempotent()
  create(@Body() note: NoteDto) {
    written += 1;
    return { ...note, written };
  }

  @Get('broken')
  @Public()
  broken() {
    throw new Error('secret table name');
  }

  @Get('refused')
  @Public()
  refused() {
    throw new DomainError('notes.full', 'refused', 'No more notes.', { extra: { limit: 3 } });
  }

  @Get('mine')
  @MemberOnly()
  mine(@CurrentMember() member: MemberActor) {
    return { of: member.customerId };
  }

  @Post('mine')
  @MemberOnly()
  @Idempotent()
  keep(@Body() note: NoteDto, @CurrentMember() member: MemberActor) {
    written += 1;
    return { ...note, of: member.customerId, written };
  }

  @Get('desk')
  @SignedIn()
  desk() {
    return 'seen by staff';
  }

  @Get('forgotten')
  forgotten() {
    return 'never seen';
  }
}

@Module({ controllers: [NotesController] })
class NotesModule {}

describe('the HTTP application', () => {
  let test: TestApp;
  const writer = holding('notes.write');
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    request(test.server)
      .post('/api/v1/notes')
      .set({ ...writer, 'content-type': 'application/json', ...headers })
      .send(body as object);

  beforeAll(async () => {
    test = await createTestApp({ imports: [NotesModule] });
  });
  afterAll(() => test.close());

  it('answers that it lives and is ready', async () => {
    await request(test.server).get('/healthz').expect(200, { status: 'ok' });
    await request(test.server).get('/readyz').expect(200, { status: 'ready' });
    expect((await request(test.server).get('/metrics').expect(200)).text).toContain('process_cpu_user_seconds_total');
  });

  it('names every faulty field by its pointer and rule', async () => {
    const answer = await post({
      text: 5,
      at: '2026-02-30T00:00:00Z',
      colour: 'red',
      lines: [{ sku: 'a', unitPriceCents: -1 }],
    });
    expect(answer.status).toBe(400);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ code: 'request.invalid', status: 400, instance: '/api/v1/notes' });
    expect(answer.body.errors.map((fault: { pointer: string }) => fault.pointer).sort()).toEqual([
      '/at',
      '/colour',
      '/lines/0/unitPriceCents',
      '/text',
    ]);
  });

  it('refuses text that the database could not keep', async () => {
    await post({ text: 'a\0b' }).expect(400);
    await post({ text: 'x'.repeat(21) }).expect(400);
  });

  it('takes limits as text from the query and refuses those out of range', async () => {
    const reader = holding('notes.read');
    expect((await request(test.server).get('/api/v1/notes?limit=7').set(reader)).body).toEqual({ limit: 7 });
    await request(test.server).get('/api/v1/notes?limit=1e9').set(reader).expect(400);
    await request(test.server).get('/api/v1/notes?limit=201').set(reader).expect(400);
  });

  it('answers broken JSON, a foreign media type and an oversized body with a problem', async () => {
    const raw = (body: string, type: string) =>
      request(test.server).post('/api/v1/notes').set(writer).set('content-type', type).send(body);
    expect((await raw('{"text":', 'application/json')).body).toMatchObject({ status: 400, code: 'request.malformed' });
    expect((await raw('<note/>', 'application/xml')).body).toMatchObject({ status: 415, code: 'request.media-type' });
    const large = await raw(JSON.stringify({ text: 'x'.repeat(10 * 1024 * 1024) }), 'application/json');
    expect(large.body).toMatchObject({ status: 413, code: 'request.too-large' });
  });

  it('refuses nesting that could exhaust the stack of whoever reads the body', async () => {
    const nested = (levels: number) => `{"text":${'['.repeat(levels)}${']'.repeat(levels)}}`;
    expect((await post(nested(100_000))).body).toMatchObject({ status: 400, code: 'request.too-deep' });
    expect((await post(nested(50), { 'idempotency-key': 'deep' })).body).toMatchObject({
      status: 400,
      code: 'request.too-deep',
    });
    expect((await post(nested(49))).body).toMatchObject({ status: 400, code: 'request.invalid' });
  });

  it('answers an unknown address with a problem', async () => {
    const answer = await request(test.server).get('/api/v1/nothing').expect(404);
    expect(answer.body).toMatchObject({ code: 'request.no-such-route' });
  });

  it('asks who is calling before anything else', async () => {
    expect((await request(test.server).post('/api/v1/notes').send({})).body).toMatchObject({
      code: 'auth.unauthenticated',
    });
    const lacking = await request(test.server).post('/api/v1/notes').set(holding('notes.read')).send({});
    expect(lacking.body).toMatchObject({ status: 403, code: 'auth.forbidden', extra: { permission: 'notes.write' } });
  });

  it('lets members to their own routes only, and nobody else to those', async () => {
    const get = (path: string, as: Record<string, string>) => request(test.server).get(`/api/v1/notes${path}`).set(as);
    const member = asMember(newId());
    const refused = (caller: string) => ({ status: 403, code: 'auth.wrong-caller', extra: { caller } });
    expect((await get('/mine', member)).body).toEqual({ of: member.authorization.split(':').at(-1) });
    expect((await get('/mine', holding('notes.read'))).body).toMatchObject(refused('staff'));
    expect((await get('/mine', asApiKey('notes.read'))).body).toMatchObject(refused('api-key'));
    expect((await get('', member)).body).toMatchObject(refused('member'));
    expect((await get('/desk', member)).body).toMatchObject(refused('member'));
    expect((await get('/forgotten', member)).body).toMatchObject({ status: 403, code: 'auth.route-closed' });
  });

  it('lets an API key do what its permissions say and nothing that takes a person', async () => {
    const get = (path: string, as: Record<string, string>) => request(test.server).get(`/api/v1/notes${path}`).set(as);
    await get('', asApiKey('notes.read')).expect(200);
    expect((await get('', asApiKey('notes.write'))).body).toMatchObject({ status: 403, code: 'auth.forbidden' });
    expect((await get('/desk', asApiKey('notes.read'))).body).toMatchObject({ status: 403, code: 'auth.wrong-caller' });
  });

  it('keeps the idempotency keys of members apart', async () => {
    const send = (as: Record<string, string>) =>
      request(test.server).post('/api/v1/notes/mine').set(as).set('idempotency-key', 'mine-1').send({ text: 'x' });
    const [one, other] = [asMember(newId()), asMember(newId())];
    const first = await send(one).expect(201);
    expect((await send(one)).body).toEqual(first.body);
    expect((await send(other)).body.of).not.toBe(first.body.of);
  });

  it('keeps a route shut that says nothing about its callers', async () => {
    const answer = await request(test.server).get('/api/v1/notes/forgotten').set(writer);
    expect(answer.body).toMatchObject({ status: 403, code: 'auth.route-closed' });
  });

  it('tells nothing of an unexpected error but a request id', async () => {
    const answer = await request(test.server).get('/api/v1/notes/broken').set('x-request-id', 'trace-12345');
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain('secret');
    expect(answer.body).toMatchObject({ code: 'unexpected', requestId: 'trace-12345' });
    expect(answer.headers['x-request-id']).toBe('trace-12345');
  });

  it('passes the facts of a refusal on', async () => {
    const answer = await request(test.server).get('/api/v1/notes/refused');
    expect(answer.body).toMatchObject({
      status: 422,
      code: 'notes.full',
      detail: 'No more notes.',
      extra: { limit: 3 },
    });
  });

  it('gives the first answer again for a repeated key, and refuses the key for another body', async () => {
    const first = await post({ text: 'once' }, { 'idempotency-key': 'key-1' }).expect(201);
    const again = await post({ text: 'once' }, { 'idempotency-key': 'key-1' }).expect(201);
    expect(again.body).toEqual(first.body);
    const other = await post({ text: 'twice' }, { 'idempotency-key': 'key-1' });
    expect(other.body).toMatchObject({ status: 422, code: 'idempotency.mismatch' });
  });

  it('forgets the answers of long ago, and only those', async () => {
    const em = test.database.em;
    await affected(
      em,
      `insert into platform_idempotency_keys (key, actor_id, request_hash, created_at)
       select 'old-' || n, gen_random_uuid(), '', now() - make_interval(days => 29 + n) from generate_series(0, 2) n`,
    );
    await test.app.get(Jobs).enqueue(em, forgetKeys, {});
    await test.runJobs();
    const kept = await rows<{ key: string }>(em, `select key from platform_idempotency_keys where key like 'old-%'`);
    expect(kept).toEqual([{ key: 'old-0' }]);
  });

  it('does the work of simultaneous requests with one key once', async () => {
    const before = written;
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => post({ text: 'race' }, { 'idempotency-key': 'key-2' })),
    );
    expect(written).toBe(before + 1);
    expect(new Set(answers.map((answer) => answer.status))).toEqual(
      new Set(answers.some((answer) => answer.status === 409) ? [201, 409] : [201]),
    );
  });
});

import { applyDecorators, Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { newId } from '@siyu/kernel';
import { actorLabel, AnswersProblems, CurrentActor, RequirePermission, type Operator } from '@siyu/platform';
import { pointsPermissions } from '../points.permissions';
import { ActKey } from './act-keys';
import {
  PointsBatchAnswer,
  PointsBatchRequest,
  CustomerPath,
  EarnRequest,
  EntryPath,
  HoldPath,
  HoldRequest,
  LedgerEntry,
  PartRequest,
  ReverseRequest,
  SpendRequest,
} from './acts.dto';
import { BatchesService } from './batches.service';
import type { Act, Entry, Posted } from './domain/acts';
import { LedgerService } from './ledger.service';

const BooksAnEntry = () =>
  applyDecorators(
    ApiHeader({ name: 'Idempotency-Key', required: false, description: 'Makes a repeated request safe, for good.' }),
    ApiCreatedResponse({ type: LedgerEntry }),
  );

/** What staff and programs of the house do to points. */
@ApiTags('points')
@AnswersProblems()
@Controller()
export class ActsController {
  constructor(
    private readonly ledger: LedgerService,
    private readonly batches: BatchesService,
  ) {}

  @Post('customers/:customerId/points/earn')
  @RequirePermission(pointsPermissions.write)
  @BooksAnEntry()
  earn(
    @Param() { customerId }: CustomerPath,
    @Body() { expiresAt, ...body }: EarnRequest,
    @ActKey() key: string,
    @CurrentActor() actor: Operator,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Entry> {
    const ends = expiresAt === undefined ? {} : { expiresAt: expiresAt === null ? null : new Date(expiresAt) };
    return this.book(reply, { kind: 'earn', customerId, ...body, ...ends, ...asked(actor, key) });
  }

  @Post('customers/:customerId/points/spend')
  @RequirePermission(pointsPermissions.write)
  @BooksAnEntry()
  spend(
    @Param() { customerId }: CustomerPath,
    @Body() body: SpendRequest,
    @ActKey() key: string,
    @CurrentActor() actor: Operator,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Entry> {
    return this.book(reply, { kind: 'spend', customerId, ...body, ...asked(actor, key) });
  }

  @Post('customers/:customerId/points/holds')
  @RequirePermission(pointsPermissions.write)
  @BooksAnEntry()
  hold(
    @Param() { customerId }: CustomerPath,
    @Body() { expiresAt, ...body }: HoldRequest,
    @ActKey() key: string,
    @CurrentActor() actor: Operator,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Entry> {
    const ends = expiresAt === undefined ? {} : { expiresAt: new Date(expiresAt) };
    return this.book(reply, { kind: 'hold', customerId, holdId: newId(), ...body, ...ends, ...asked(actor, key) });
  }

  @Post('customers/:customerId/points/holds/:holdId/capture')
  @RequirePermission(pointsPermissions.write)
  @BooksAnEntry()
  capture(
    @Param() { customerId, holdId }: HoldPath,
    @Body() { reason = 'captured', points }: PartRequest,
    @ActKey() key: string,
    @CurrentActor() actor: Operator,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Entry> {
    return this.book(reply, { kind: 'capture', customerId, holdId, points, reason, ...asked(actor, key) });
  }

  @Post('customers/:customerId/points/holds/:holdId/release')
  @RequirePermission(pointsPermissions.write)
  @BooksAnEntry()
  release(
    @Param() { customerId, holdId }: HoldPath,
    @Body() { reason = 'released', points }: PartRequest,
    @ActKey() key: string,
    @CurrentActor() actor: Operator,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Entry> {
    return this.book(reply, { kind: 'release', customerId, holdId, points, reason, ...asked(actor, key) });
  }

  @Post('customers/:customerId/points/entries/:seq/reverse')
  @RequirePermission(pointsPermissions.write)
  @BooksAnEntry()
  reverse(
    @Param() { customerId, seq }: EntryPath,
    @Body() body: ReverseRequest,
    @ActKey() key: string,
    @CurrentActor() actor: Operator,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Entry> {
    return this.book(reply, { kind: 'reverse', customerId, seq, ...body, ...asked(actor, key) });
  }

  @Post('points/batch')
  @HttpCode(200)
  @RequirePermission(pointsPermissions.write)
  @ApiOkResponse({ type: PointsBatchAnswer })
  batch(@Body() { operations }: PointsBatchRequest, @CurrentActor() actor: Operator): Promise<PointsBatchAnswer> {
    return this.batches.book(actor, operations);
  }

  private async book(reply: FastifyReply, act: Act): Promise<Entry> {
    return answered(reply, await this.ledger.post(act));
  }
}

function asked(actor: Operator, key: string) {
  return { key, source: 'api', actor: actorLabel(actor) };
}

function answered(reply: FastifyReply, { entry, replayed }: Posted): Entry {
  if (replayed) void reply.header('idempotent-replay', 'true');
  return entry!;
}

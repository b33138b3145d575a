import { applyDecorators, Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { actorLabel, AnswersProblems, CurrentActor, PageQuery, RequirePermission, type Operator } from '@siyu/platform';
import { tiersPermissions } from '../tiers.permissions';
import { HandKey } from './value-keys';
import {
  CustomerLedgerPath,
  CustomerValues,
  entryView,
  ValueCustomerPath,
  ValueEntryPage,
  ValueEntryPath,
  ValueEntryRequest,
  ValueEntryView,
  ValueReversalRequest,
  valueView,
} from './values.dto';
import { ValuesQueries } from './values.queries';
import { ValuesService, type ByHand } from './values.service';

const BooksAnEntry = () =>
  applyDecorators(
    RequirePermission(tiersPermissions.write),
    ApiHeader({ name: 'Idempotency-Key', required: false, description: 'Makes a repeated request safe, for good.' }),
    ApiCreatedResponse({ type: ValueEntryView }),
  );

/** Growth value and value score of a customer. */
@ApiTags('tiers')
@AnswersProblems()
@Controller('customers/:customerId/values')
export class ValuesController {
  constructor(
    private readonly queries: ValuesQueries,
    private readonly values: ValuesService,
  ) {}

  @Get()
  @RequirePermission(tiersPermissions.read)
  @ApiOkResponse({ type: CustomerValues })
  async balances(@Param() { customerId }: ValueCustomerPath): Promise<CustomerValues> {
    const found = await this.queries.balances(customerId);
    return { growth: valueView(found.growth), valueScore: valueView(found['value-score']) };
  }

  @Get(':ledger/entries')
  @RequirePermission(tiersPermissions.read)
  @ApiOkResponse({ type: ValueEntryPage })
  async entries(
    @Param() { customerId, ledger }: CustomerLedgerPath,
    @Query() { limit, cursor }: PageQuery,
  ): Promise<ValueEntryPage> {
    const { items, nextCursor } = await this.queries.entries(customerId, ledger, limit, cursor);
    return { items: items.map(entryView), nextCursor };
  }

  @Post(':ledger/entries')
  @BooksAnEntry()
  async book(
    @Param() path: CustomerLedgerPath,
    @Body() { amount, reason, occurredAt }: ValueEntryRequest,
    @HandKey() key: string,
    @CurrentActor() actor: Operator,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ValueEntryView> {
    const at = occurredAt === undefined ? {} : { occurredAt: new Date(occurredAt) };
    return answered(
      reply,
      await this.values.bookByHand({ ...path, key, amount, reason, ...at, actor: actorLabel(actor) }),
    );
  }

  @Post(':ledger/entries/:key/reverse')
  @BooksAnEntry()
  async reverse(
    @Param() { key: entryKey, ...path }: ValueEntryPath,
    @Body() body: ValueReversalRequest,
    @HandKey() key: string,
    @CurrentActor() actor: Operator,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ValueEntryView> {
    return answered(reply, await this.values.reverse({ ...path, entryKey, key, ...body, actor: actorLabel(actor) }));
  }
}

function answered(reply: FastifyReply, { entry, replayed }: ByHand): ValueEntryView {
  if (replayed) void reply.header('idempotent-replay', 'true');
  return entryView(entry);
}

import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AnswersProblems, RequirePermission } from '@siyu/platform';
import { pointsPermissions } from '../points.permissions';
import { CustomerPath, EntryPath } from './acts.dto';
import { PointsBalance, EntriesQuery, EntryDetails, EntryPage, PointsHoldList, PointsLotList } from './balances.dto';
import { BalancesQueries } from './balances.queries';

/** The points of one customer. */
@ApiTags('points')
@AnswersProblems()
@Controller('customers/:customerId/points')
export class BalancesController {
  constructor(private readonly balances: BalancesQueries) {}

  @Get()
  @RequirePermission(pointsPermissions.read)
  @ApiOkResponse({ type: PointsBalance })
  balance(@Param() { customerId }: CustomerPath): Promise<PointsBalance> {
    return this.balances.balance(customerId);
  }

  @Get('entries')
  @RequirePermission(pointsPermissions.read)
  @ApiOkResponse({ type: EntryPage })
  entries(@Param() { customerId }: CustomerPath, @Query() query: EntriesQuery): Promise<EntryPage> {
    return this.balances.entries(customerId, query);
  }

  @Get('entries/:seq')
  @RequirePermission(pointsPermissions.read)
  @ApiOkResponse({ type: EntryDetails })
  entry(@Param() { customerId, seq }: EntryPath): Promise<EntryDetails> {
    return this.balances.entry(customerId, seq);
  }

  @Get('lots')
  @RequirePermission(pointsPermissions.read)
  @ApiOkResponse({ type: PointsLotList })
  async lots(@Param() { customerId }: CustomerPath): Promise<PointsLotList> {
    return { items: await this.balances.lots(customerId) };
  }

  @Get('holds')
  @RequirePermission(pointsPermissions.read)
  @ApiOkResponse({ type: PointsHoldList })
  async holds(@Param() { customerId }: CustomerPath): Promise<PointsHoldList> {
    return { items: await this.balances.holds(customerId) };
  }
}

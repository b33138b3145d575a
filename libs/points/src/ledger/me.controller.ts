import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AnswersProblems, CurrentMember, MemberOnly, type MemberActor } from '@siyu/platform';
import { PointsBalance, EntriesQuery } from './balances.dto';
import { BalancesQueries } from './balances.queries';
import { MyEntryDetails, MyEntryPage, MyEntryPath } from './me.dto';
import { detailsForMember, entryForMember } from './domain/member-view';

/** Her own points, for the member who asks. Whose they are comes from her token alone. */
@ApiTags('me')
@AnswersProblems()
@Controller('me/points')
export class MyPointsController {
  constructor(private readonly balances: BalancesQueries) {}

  @Get()
  @MemberOnly()
  @ApiOkResponse({ type: PointsBalance })
  balance(@CurrentMember() { customerId }: MemberActor): Promise<PointsBalance> {
    return this.balances.balance(customerId);
  }

  @Get('entries')
  @MemberOnly()
  @ApiOkResponse({ type: MyEntryPage })
  async entries(@CurrentMember() { customerId }: MemberActor, @Query() query: EntriesQuery): Promise<MyEntryPage> {
    const { items, nextCursor } = await this.balances.entries(customerId, query);
    return { items: items.map(entryForMember), nextCursor };
  }

  @Get('entries/:seq')
  @MemberOnly()
  @ApiOkResponse({ type: MyEntryDetails })
  async entry(@CurrentMember() { customerId }: MemberActor, @Param() { seq }: MyEntryPath): Promise<MyEntryDetails> {
    return detailsForMember(await this.balances.entry(customerId, seq));
  }
}

import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AnswersProblems, CurrentMember, MemberOnly, PageQuery, type MemberActor } from '@siyu/platform';
import { CustomerValue, MyGrowthPage, myEntryView, valueView } from './values.dto';
import { ValuesQueries } from './values.queries';

/** Her own growth value, for the member who asks. The value score is the house's own matter. */
@ApiTags('me')
@AnswersProblems()
@Controller('me/growth')
export class MyGrowthController {
  constructor(private readonly queries: ValuesQueries) {}

  @Get()
  @MemberOnly()
  @ApiOkResponse({ type: CustomerValue })
  async balance(@CurrentMember() { customerId }: MemberActor): Promise<CustomerValue> {
    return valueView((await this.queries.balances(customerId)).growth);
  }

  @Get('entries')
  @MemberOnly()
  @ApiOkResponse({ type: MyGrowthPage })
  async entries(
    @CurrentMember() { customerId }: MemberActor,
    @Query() { limit, cursor }: PageQuery,
  ): Promise<MyGrowthPage> {
    const { items, nextCursor } = await this.queries.entries(customerId, 'growth', limit, cursor);
    return { items: items.map(myEntryView), nextCursor };
  }
}

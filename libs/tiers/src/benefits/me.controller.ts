import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AnswersProblems, CurrentMember, MemberOnly, type MemberActor } from '@siyu/platform';
import { MyBenefits } from './benefits.dto';
import { BenefitsQueries } from './benefits.queries';

/** What the member has of her own tier. Whose it is comes from her token alone. */
@ApiTags('me')
@AnswersProblems()
@Controller('me/benefits')
export class MyBenefitsController {
  constructor(private readonly benefits: BenefitsQueries) {}

  @Get()
  @MemberOnly()
  @ApiOkResponse({ type: MyBenefits })
  get(@CurrentMember() { customerId }: MemberActor): Promise<MyBenefits> {
    return this.benefits.ofMember(customerId);
  }
}

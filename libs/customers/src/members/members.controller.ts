import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AnswersProblems, CurrentMember, type MemberActor, MemberOnly } from '@siyu/platform';
import { Member } from './members.dto';
import { MembersQueries } from './members.queries';

@ApiTags('members')
@AnswersProblems()
@Controller('me')
export class MembersController {
  constructor(private readonly queries: MembersQueries) {}

  /** Who am I. */
  @Get()
  @MemberOnly()
  @ApiOkResponse({ type: Member })
  get(@CurrentMember() { customerId }: MemberActor): Promise<Member> {
    return this.queries.get(customerId);
  }
}

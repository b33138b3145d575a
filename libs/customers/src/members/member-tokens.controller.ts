import { Body, Controller, Header, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { AnswersProblems, CurrentActor, type Operator, RequirePermission } from '@siyu/platform';
import { MemberSignedIn, MemberTokenRequest } from './member-auth.dto';
import { MemberSessionsService } from './member-sessions.service';
import { membersPermissions } from './members.permissions';

@ApiTags('members')
@AnswersProblems()
@Controller('member-tokens')
export class MemberTokensController {
  constructor(private readonly sessions: MemberSessionsService) {}

  /** Tokens for a customer whom a trusted back end vouches for. */
  @Post()
  @RequirePermission(membersPermissions.issueToken)
  @Header('cache-control', 'no-store')
  @ApiCreatedResponse({ type: MemberSignedIn })
  issue(@Body() { customerId }: MemberTokenRequest, @CurrentActor() actor: Operator): Promise<MemberSignedIn> {
    return this.sessions.issue(actor, customerId);
  }
}

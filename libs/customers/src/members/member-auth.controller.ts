import { Body, Controller, Header, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBody, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AnswersProblems, bearerOf, Public } from '@siyu/platform';
import {
  MemberCodeRequest,
  MemberCodeSent,
  MemberRefresh,
  MemberSignedIn,
  MemberSignIn,
  MemberSignOut,
  MemberWechatSignIn,
} from './member-auth.dto';
import { MemberSessionsService } from './member-sessions.service';
import { MemberSignInsService } from './member-sign-ins.service';

@ApiTags('members')
@AnswersProblems()
@Controller('member-auth')
export class MemberAuthController {
  constructor(
    private readonly signIns: MemberSignInsService,
    private readonly sessions: MemberSessionsService,
  ) {}

  /** Sends a code to the phone. */
  @Post('code')
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ type: MemberCodeSent })
  code(@Body() body: MemberCodeRequest, @Req() request: FastifyRequest): Promise<MemberCodeSent> {
    return this.signIns.sendCode(body.phone, request.ip);
  }

  /** Signs in with the code; whoever is new becomes a customer. */
  @Post('sign-in')
  @Public()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: MemberSignedIn })
  signIn(@Body() body: MemberSignIn): Promise<MemberSignedIn> {
    return this.signIns.byPhone(body.phone, body.code);
  }

  /** Signs in with the code that the mini program got from WeChat. */
  @Post('wechat')
  @Public()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: MemberSignedIn })
  wechat(@Body() body: MemberWechatSignIn): Promise<MemberSignedIn> {
    return this.signIns.byWechat(body.code);
  }

  /** Trades the refresh token for fresh tokens. */
  @Post('refresh')
  @Public()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: MemberSignedIn })
  refresh(@Body() body: MemberRefresh): Promise<MemberSignedIn> {
    return this.sessions.refresh(body.refreshToken);
  }

  /** Ends the session of the bearer token and of the refresh token, whichever are there. */
  @Post('sign-out')
  @ApiBody({ type: MemberSignOut, required: false })
  @Public()
  @HttpCode(204)
  @ApiNoContentResponse()
  signOut(@Body() body: MemberSignOut, @Req() request: FastifyRequest): Promise<void> {
    return this.sessions.signOut({ refresh: body?.refreshToken, access: bearerOf(request) });
  }
}

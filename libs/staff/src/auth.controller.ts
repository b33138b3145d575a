import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  AnswersProblems,
  bearerOf,
  CurrentActor,
  Public,
  SignedIn as ForSignedIn,
  type StaffActor,
} from '@siyu/platform';
import { PasswordChangeRequest, RefreshRequest, SignedIn, SignedInStaff, SignInRequest } from './auth.dto';
import { OwnPasswordService } from './own-password.service';
import { forgetRefreshToken, keepRefreshToken, refreshTokenOf } from './refresh-cookie';
import { SessionsService } from './sessions.service';
import { SignInsService } from './sign-ins.service';
import { SignOutsService } from './sign-outs.service';
import { StaffQueries } from './staff.queries';

@ApiTags('auth')
@AnswersProblems()
@Controller('auth')
export class AuthController {
  constructor(
    private readonly signIns: SignInsService,
    private readonly signOuts: SignOutsService,
    private readonly sessions: SessionsService,
    private readonly ownPassword: OwnPasswordService,
    private readonly staff: StaffQueries,
  ) {}

  @Post('sign-in')
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ type: SignedIn })
  async signIn(
    @Body() body: SignInRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedIn> {
    const grant = await this.signIns.signIn({ ...body, from: request.ip });
    return keepRefreshToken(grant, request, reply);
  }

  /** Trades the refresh token, of the body or of the cookie, for fresh tokens. */
  @Post('refresh')
  @ApiBody({ type: RefreshRequest, required: false })
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ type: SignedIn })
  async refresh(
    @Body() body: RefreshRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedIn> {
    const grant = await this.sessions.refresh(refreshTokenOf(request, body));
    return keepRefreshToken(grant, request, reply);
  }

  /** Ends the session of the bearer token and of the refresh token, whichever are there. */
  @Post('sign-out')
  @ApiBody({ type: RefreshRequest, required: false })
  @Public()
  @HttpCode(204)
  @ApiNoContentResponse()
  async signOut(
    @Body() body: RefreshRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.signOuts.signOut({ refresh: refreshTokenOf(request, body), access: bearerOf(request) });
    forgetRefreshToken(reply);
  }

  @Get('me')
  @ForSignedIn()
  @ApiOkResponse({ type: SignedInStaff })
  me(@CurrentActor() actor: StaffActor): Promise<SignedInStaff> {
    return this.staff.signedIn(actor.id);
  }

  /** Changes the own password; all other sessions of the account end. */
  @Post('password')
  @ForSignedIn()
  @HttpCode(204)
  @ApiNoContentResponse()
  async changePassword(
    @Body() body: PasswordChangeRequest,
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.ownPassword.change(actor, { password: body.currentPassword, from: request.ip }, body.newPassword);
  }
}

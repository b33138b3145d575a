import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AnswersProblems, CurrentMember, MemberOnly, type MemberActor } from '@siyu/platform';
import { MakeUp, signInAnswer, SignInAnswer, SignInCalendar, signInDay, SignInQuery } from './sign-ins.dto';
import { SignInsQueries } from './sign-ins.queries';
import { SignInsService } from './sign-ins.service';

/** Daily sign-ins of the member who asks. */
@ApiTags('me')
@AnswersProblems()
@Controller('me/sign-ins')
export class SignInsController {
  constructor(
    private readonly signIns: SignInsService,
    private readonly queries: SignInsQueries,
  ) {}

  @Get()
  @MemberOnly()
  @ApiOkResponse({ type: SignInCalendar })
  async calendar(
    @CurrentMember() { customerId }: MemberActor,
    @Query() { month }: SignInQuery,
  ): Promise<SignInCalendar> {
    const found = await this.queries.month(customerId, month);
    return { ...found, days: found.days.map(signInDay) };
  }

  @Post()
  @HttpCode(200)
  @MemberOnly()
  @ApiOkResponse({ type: SignInAnswer })
  async signIn(@CurrentMember() { customerId }: MemberActor): Promise<SignInAnswer> {
    return signInAnswer(await this.signIns.signIn(customerId));
  }

  @Post('make-up')
  @HttpCode(200)
  @MemberOnly()
  @ApiOkResponse({ type: SignInAnswer })
  async makeUp(@CurrentMember() { customerId }: MemberActor, @Body() { day }: MakeUp): Promise<SignInAnswer> {
    return signInAnswer(await this.signIns.makeUp(customerId, day));
  }
}

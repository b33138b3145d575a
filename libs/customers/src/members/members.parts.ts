import { CONFIG } from '@siyu/platform';
import { codeSenderOf, CodeSender } from './code-senders';
import { MemberAuthController } from './member-auth.controller';
import { MemberCodesService } from './member-codes.service';
import { MemberCodesStore } from './member-codes.store';
import { MemberSessionsService } from './member-sessions.service';
import { MemberSessionsStore } from './member-sessions.store';
import { MemberSignInsService } from './member-sign-ins.service';
import { MemberTokens } from './member-tokens';
import { MemberTokensController } from './member-tokens.controller';
import { MemberTokensReader } from './member-tokens.reader';
import { MembersController } from './members.controller';
import { MemberCodeRow, MemberSessionRow, MemberThrottleRow } from './members.entities';
import { MembersJobs } from './members.jobs';
import { MembersQueries } from './members.queries';
import { WechatMiniProgram } from './wechat-mini-program';

/** What members add to the module of customers. They need its resolver and it needs them, so they are no module of their own. */
export const members = {
  entities: [MemberSessionRow, MemberCodeRow, MemberThrottleRow],
  controllers: [MemberAuthController, MemberTokensController, MembersController],
  providers: [
    { provide: CodeSender, inject: [CONFIG], useFactory: codeSenderOf },
    MemberCodesService,
    MemberCodesStore,
    MemberSessionsService,
    MemberSessionsStore,
    MemberSignInsService,
    MemberTokens,
    MemberTokensReader,
    MembersJobs,
    MembersQueries,
    WechatMiniProgram,
  ],
};

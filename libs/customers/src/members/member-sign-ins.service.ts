import { Injectable } from '@nestjs/common';
import { CustomerResolver } from '../customers.resolver';
import type { Identity } from '../domain/identities';
import { PHONE_QUOTAS } from './domain/codes';
import type { MemberCodeSent, MemberSignedIn } from './member-auth.dto';
import { MemberCodesService } from './member-codes.service';
import { MemberSessionsService } from './member-sessions.service';
import type { SignInWay } from './members.entities';
import { WechatMiniProgram } from './wechat-mini-program';

/** Letting customers in. Whoever proves an identity that nobody has yet becomes a customer by it. */
@Injectable()
export class MemberSignInsService {
  constructor(
    private readonly codes: MemberCodesService,
    private readonly wechat: WechatMiniProgram,
    private readonly resolver: CustomerResolver,
    private readonly sessions: MemberSessionsService,
  ) {}

  /** Throws what `MemberCodesService.send` throws. */
  async sendCode(phone: string, from: string): Promise<MemberCodeSent> {
    const { expiresAt } = await this.codes.send(phone, from);
    const wait = Math.min(...PHONE_QUOTAS.map(({ windowSeconds }) => windowSeconds));
    return { expiresAt: expiresAt.toISOString(), retryAfterSeconds: wait };
  }

  /** Throws what `MemberCodesService.prove` throws. */
  async byPhone(typed: string, code: string): Promise<MemberSignedIn> {
    const phone = await this.codes.prove(typed, code);
    return this.enter([{ type: 'phone', value: phone }], 'phone');
  }

  /** Throws what `WechatMiniProgram.identitiesOf` throws. */
  async byWechat(code: string): Promise<MemberSignedIn> {
    return this.enter(await this.wechat.identitiesOf(code), 'wechat');
  }

  private async enter(identities: Identity[], via: SignInWay): Promise<MemberSignedIn> {
    const [found] = await this.resolver.resolve([{ identities, source: `member-${via}` }]);
    return this.sessions.open(found!.customerId, via);
  }
}

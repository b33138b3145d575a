import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { CONFIG, type Config, LOGGER } from '@siyu/platform';
import type { Identity } from '../domain/identities';
import { wechatCodeInvalid, wechatNotSetUp, wechatRefused, wechatTooMany, wechatUnavailable } from './domain/errors';

const PATIENCE_MS = 5000;
const BAD_CODE = new Set([40029, 40163]);
const TOO_OFTEN = 45011;
const HIGH_RISK = 40226;

/** What `jscode2session` answers, of which the session key is never kept. */
interface CodeToSession {
  openid?: unknown;
  unionid?: unknown;
  errcode?: number;
}

/** Asks WeChat who is behind a sign-in code of the brand's mini program. */
@Injectable()
export class WechatMiniProgram {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * The identities of whoever got the code in the mini program; WeChat takes each code once.
   *
   * @throws DomainError `member-auth.wechat-not-set-up`, `member-auth.wechat-code-invalid`, `member-auth.wechat-too-many`,
   *   `member-auth.wechat-refused`, `member-auth.wechat-unavailable`
   */
  async identitiesOf(code: string): Promise<Identity[]> {
    const program = this.config.wechatMiniProgram;
    if (!program) throw wechatNotSetUp();
    const query = new URLSearchParams({
      appid: program.appId,
      secret: program.secret,
      js_code: code,
      grant_type: 'authorization_code',
    });
    const answer = await this.ask(query);
    if (answer.errcode) throw this.refusalOf(answer.errcode);
    if (typeof answer.openid !== 'string' || answer.openid === '') throw wechatUnavailable();
    const openid = { type: 'openid', value: answer.openid };
    return typeof answer.unionid === 'string' && answer.unionid !== ''
      ? [{ type: 'unionid', value: answer.unionid }, openid]
      : [openid];
  }

  private async ask(query: URLSearchParams): Promise<CodeToSession> {
    try {
      const answer = await fetch(`${this.config.wechatApiUrl}/sns/jscode2session?${query}`, {
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      // WeChat says text/plain and means JSON.
      return JSON.parse(await answer.text()) as CodeToSession;
    } catch (cause) {
      throw wechatUnavailable(cause);
    }
  }

  private refusalOf(errcode: number): Error {
    if (BAD_CODE.has(errcode)) return wechatCodeInvalid();
    if (errcode === TOO_OFTEN) return wechatTooMany();
    if (errcode === HIGH_RISK) return wechatRefused();
    // A wrong app id or secret among them, which only the operator can mend.
    this.logger.error({ errcode }, 'WeChat refused jscode2session');
    return wechatUnavailable();
  }
}

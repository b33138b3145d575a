import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, SessionTokens } from '@siyu/platform';
import { ACCESS_MINUTES } from './domain/codes';

/** The tokens of members. Their header is another than that of staff, and so are keys and audience. */
@Injectable()
export class MemberTokens extends SessionTokens {
  constructor(@Inject(CONFIG) config: Config) {
    super(config, {
      kind: 'member',
      header: { alg: 'HS256', typ: 'at+jwt', kid: 'member' },
      accessMinutes: ACCESS_MINUTES,
    });
  }

  /** What is kept of a phone or code. Keyed, because a million codes or all phones of a country are soon tried. */
  async keyedHash(...parts: string[]): Promise<string> {
    const { refresh } = await this.keys();
    return createHmac('sha256', refresh)
      .update(`sign-in code\n${parts.join('\n')}`)
      .digest('hex');
  }
}

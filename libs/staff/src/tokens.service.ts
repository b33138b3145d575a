import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, SessionTokens } from '@siyu/platform';

export const ACCESS_MINUTES = 10;

/** The tokens of staff. */
@Injectable()
export class TokensService extends SessionTokens {
  constructor(@Inject(CONFIG) config: Config) {
    super(config, { kind: 'staff', header: { alg: 'HS256', typ: 'at+jwt' }, accessMinutes: ACCESS_MINUTES });
  }
}

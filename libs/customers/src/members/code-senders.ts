import { Injectable } from '@nestjs/common';
import type { Config } from '@siyu/platform';
import { maskIdentity } from '../domain/masking';

/** How a sign-in code reaches a phone. Another way to send is another class here and a word of MEMBER_CODE_SENDER. */
export abstract class CodeSender {
  /**
   * @param phone E.164
   * @throws whatever went wrong; the caller can ask again
   */
  abstract send(phone: string, code: string): Promise<void>;
}

/** Prints codes where the process runs: for development. The configuration refuses it in production. */
@Injectable()
export class ConsoleCodeSender extends CodeSender {
  send(phone: string, code: string): Promise<void> {
    const { value } = maskIdentity({ type: 'phone', value: phone });
    process.stdout.write(`会员登录验证码 / sign-in code of ${value}: ${code}\n`);
    return Promise.resolve();
  }
}

export function codeSenderOf(config: Config): CodeSender | null {
  return config.memberCodeSender === 'console' ? new ConsoleCodeSender() : null;
}

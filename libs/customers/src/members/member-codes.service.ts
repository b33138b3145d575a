import { createHash, randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Logger } from 'pino';
import type { Clock } from '@siyu/kernel';
import { CLOCK, Database, LOGGER, networkOf } from '@siyu/platform';
import { toE164 } from '../domain/identities';
import { CodeSender } from './code-senders';
import { CODE_DIGITS, CODE_SECONDS, NETWORK_QUOTA, PHONE_QUOTAS } from './domain/codes';
import { codeExpired, codeNotSent, codesUnavailable, codeWrong, phoneInvalid, tooManyCodes } from './domain/errors';
import { MemberCodesStore } from './member-codes.store';
import { MemberTokens } from './member-tokens';

/** Codes that prove that somebody has a phone in hand. */
@Injectable()
export class MemberCodesService {
  constructor(
    private readonly database: Database,
    private readonly store: MemberCodesStore,
    private readonly tokens: MemberTokens,
    @Inject(CodeSender) private readonly sender: CodeSender | null,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Sends a code to the phone, whether or not a customer has it.
   *
   * @param from network address of the caller
   * @returns until when the code is good
   * @throws DomainError `member-auth.phone-invalid`, `member-auth.codes-unavailable`, `member-auth.too-many-codes`,
   *   `member-auth.code-not-sent`
   */
  async send(typed: string, from: string): Promise<{ expiresAt: Date }> {
    if (!this.sender) throw codesUnavailable();
    const phone = phoneOf(typed);
    const code = String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0');
    const phoneKey = await this.tokens.keyedHash(phone);
    const codeHash = await this.tokens.keyedHash(phone, code);
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + CODE_SECONDS * 1000);
    await this.database.transaction(async (em) => {
      await this.claim(em, phoneKey, from, now);
      await this.store.put(em, phoneKey, codeHash, now, expiresAt);
    });
    try {
      await this.sender.send(phone, code);
    } catch (error) {
      this.logger.error({ err: error }, 'a sign-in code could not be sent');
      await this.withdraw(phoneKey);
      throw codeNotSent();
    }
    return { expiresAt };
  }

  /**
   * Uses the code up.
   *
   * @returns the phone that was proven, E.164
   * @throws DomainError `member-auth.phone-invalid`, `member-auth.code-wrong`, `member-auth.code-expired`
   */
  async prove(typed: string, code: string): Promise<string> {
    const phone = phoneOf(typed);
    const phoneKey = await this.tokens.keyedHash(phone);
    const codeHash = await this.tokens.keyedHash(phone, code);
    const tried = await this.store.try(this.database.em, phoneKey, codeHash, this.clock.now());
    if (!tried) throw codeExpired();
    if (!tried.fits) throw codeWrong(tried.triesLeft);
    return phone;
  }

  /** Networks before phones, always, so that simultaneous requests don't wait for each other in a circle. */
  private async claim(em: EntityManager, phoneKey: string, from: string, now: Date): Promise<void> {
    const network = createHash('sha256').update(networkOf(from)).digest('hex');
    const claims = [[network, NETWORK_QUOTA] as const, ...PHONE_QUOTAS.map((quota) => [phoneKey, quota] as const)];
    for (const [key, quota] of claims) {
      const wait = await this.store.claim(em, key, quota, now);
      if (wait !== null) throw tooManyCodes(wait);
    }
  }

  /** A code that nobody got counts for nothing and keeps nobody waiting. */
  private withdraw(phoneKey: string): Promise<void> {
    return this.database.transaction(async (em) => {
      for (const quota of PHONE_QUOTAS) await this.store.takeBack(em, phoneKey, quota);
      await this.store.drop(em, phoneKey);
    });
  }
}

function phoneOf(typed: string): string {
  const phone = toE164(typed);
  if (!phone) throw phoneInvalid();
  return phone;
}

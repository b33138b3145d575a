import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { weakPassword } from './domain/errors';
import { normalisePassword, passwordFault } from './domain/passwords';

/** Argon2id as OWASP's password storage cheat sheet has it: 19 MiB, two passes, one lane. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Without letters and digits that look alike: 57 signs, so 16 of them are 93 bits. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';
const MADE_UP_LENGTH = 16;

/** Everything done with the text of a password; nobody else touches one. */
@Injectable()
export class PasswordsService {
  private decoy?: Promise<string>;

  /**
   * The hash to keep.
   *
   * @param pointer field that the password came in
   * @throws DomainError `staff.weak-password`
   */
  async accept(password: string, email: string, pointer: string): Promise<string> {
    const fault = passwordFault(password, email);
    if (fault) throw weakPassword(fault, pointer);
    return this.hash(password);
  }

  hash(password: string): Promise<string> {
    return hash(normalisePassword(password), ARGON2ID);
  }

  /** Whether the password is the one; without a hash (no such account) it takes the same time to say no. */
  async matches(password: string, passwordHash: string | null): Promise<boolean> {
    this.decoy ??= this.hash(this.makeUp());
    const matched = await verify(passwordHash ?? (await this.decoy), normalisePassword(password));
    return passwordHash !== null && matched;
  }

  /** A random password that can be read out over the telephone. */
  makeUp(): string {
    return Array.from({ length: MADE_UP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  }
}

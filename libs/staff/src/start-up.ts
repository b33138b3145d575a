import type { INestApplicationContext } from '@nestjs/common';
import { type FirstAdministrator, FirstAdministratorService } from './first-administrator.service';
import { TokensService } from './tokens.service';

/**
 * What has to be in place before the first person signs in: the secret that signs tokens, and somebody who may.
 *
 * @param announce gets the first administrator when this start makes one
 * @throws DomainError `config.invalid`
 */
export async function prepareSignIn(
  app: INestApplicationContext,
  announce: (administrator: FirstAdministrator) => void,
): Promise<void> {
  await app.get(TokensService).keys();
  await app.get(FirstAdministratorService).ensure(announce);
}

import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '@siyu/kernel';

/**
 * The secret that all tokens are signed with. `AUTH_SECRET` when it is set, so that several machines share it; else a file
 * of this machine, made on first start. Any number of processes may start at once: each writes its own proposal whole and
 * tries to link it to the final name, which only one can.
 *
 * @throws DomainError `config.invalid` when the folder can't be written or the file is damaged
 */
export async function authSecret(config: { authSecret: string | null; dataDir: string }): Promise<string> {
  if (config.authSecret) return config.authSecret;
  const folder = join(config.dataDir, 'secrets');
  const file = join(folder, 'auth.secret');
  const proposal = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    const kept = await readIfThere(file);
    if (kept !== null) return complete(kept, file);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(proposal, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx', flush: true });
    await link(proposal, file).catch(ignoring('EEXIST'));
    await unlink(proposal);
    return complete(await readFile(file, 'utf8'), file);
  } catch (cause) {
    if (cause instanceof DomainError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DomainError('config.invalid', 'invalid', `The secret in DATA_DIR can't be read or made: ${reason}`, {
      cause,
    });
  }
}

async function readIfThere(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    ignoring('ENOENT')(error);
    return null;
  });
}

function complete(secret: string, file: string): string {
  if (/^[0-9a-f]{64}$/.test(secret)) return secret;
  throw new DomainError(
    'config.invalid',
    'invalid',
    `${file} is damaged. Delete it: everybody signs in anew, nothing else is lost.`,
  );
}

function ignoring(code: string): (error: unknown) => void {
  return (error) => {
    if ((error as { code?: unknown }).code !== code) throw error;
  };
}

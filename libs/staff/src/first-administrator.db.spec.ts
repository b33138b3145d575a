import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { rows } from '@siyu/platform';
import { createTestApp, type TestApp } from '@siyu/platform/testing';
import { StaffModule, type FirstAdministrator } from './index';
import { FirstAdministratorService } from './first-administrator.service';
import { SignInsService } from './sign-ins.service';

describe('the first administrator', () => {
  let test: TestApp;
  let announced: FirstAdministrator[];
  const start = async (env: NodeJS.ProcessEnv = {}) => {
    test = await createTestApp({ imports: [StaffModule], env });
  };
  const ensure = () => test.app.get(FirstAdministratorService).ensure((administrator) => announced.push(administrator));
  const signIn = (email: string, password: string) =>
    test.app.get(SignInsService).signIn({ email, password, from: '127.0.0.1' });
  const accounts = () => rows<{ email: string }>(test.database.em, 'select email from staff');

  beforeEach(() => {
    announced = [];
  });
  afterEach(() => test.close());

  it('gets a random password that is told once, and can sign in with it', async () => {
    await start();
    await ensure();
    await ensure();
    expect(announced).toEqual([{ email: 'admin@localhost', password: expect.stringMatching(/^\w{16}$/) }]);
    const { signedIn } = await signIn('admin@localhost', announced[0]!.password!);
    expect(signedIn.staff).toMatchObject({ role: 'administrator', mustChangePassword: false });
  });

  it('is the one that the environment names, whose password is not repeated', async () => {
    await start({ ADMIN_EMAIL: ' Boss@Shop.cn ', ADMIN_PASSWORD: 'chosen by the boss' });
    await ensure();
    expect(announced).toEqual([{ email: 'boss@shop.cn' }]);
    expect((await signIn('boss@shop.cn', 'chosen by the boss')).signedIn.staff.displayName).toBe('boss');
  });

  it('is made once when ten processes start at the same moment', async () => {
    await start();
    await Promise.all(Array.from({ length: 10 }, () => ensure()));
    expect(announced).toHaveLength(1);
    expect(await accounts()).toHaveLength(1);
    await signIn('admin@localhost', announced[0]!.password!);
  });

  it('is not made again when there is somebody, even a disabled one', async () => {
    await start();
    await ensure();
    await rows(test.database.em, `update staff set status = 'disabled'`);
    await ensure();
    expect(await accounts()).toHaveLength(1);
  });

  it.each([
    [{ ADMIN_PASSWORD: 'admin' }, 'ADMIN_PASSWORD must have at least 10 characters'],
    [{ ADMIN_PASSWORD: 'password123' }, 'ADMIN_PASSWORD is one of those that are tried first'],
    [{ ADMIN_EMAIL: 'boss' }, 'ADMIN_EMAIL must be an e-mail address'],
  ])('is refused at start with %j, and nobody is made', async (env, message) => {
    await start(env);
    await expect(ensure()).rejects.toThrow(message);
    expect(announced).toEqual([]);
    expect(await accounts()).toEqual([]);
  });
});

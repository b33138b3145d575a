/** Those who call, with the header that says so. */
export interface Callers {
  staff: string;
  members: string[];
}

const MEMBERS = 2000;
export const PASSWORD = 'a long walk along the river';

/** Signs an administrator in and has tokens made for some members by an API key, as a shop's back end does. */
export async function signIn(port: number, customerIds: string[]): Promise<Callers> {
  const post = async (path: string, body: object, authorization?: string) => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Record<string, string>;
  };
  const signedIn = await post('/auth/sign-in', { email: 'bench@localhost', password: PASSWORD });
  const staff = `Bearer ${signedIn.accessToken}`;
  const key = await post('/api-keys', { name: 'bench', permissions: ['members.issue-token'] }, staff);
  const members: string[] = [];
  for (const customerId of customerIds.slice(0, MEMBERS)) {
    const { accessToken } = await post('/member-tokens', { customerId }, `Bearer ${key.secret}`);
    members.push(`Bearer ${accessToken}`);
  }
  return { staff, members };
}

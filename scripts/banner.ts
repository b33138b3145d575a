import type { Administrator } from './children.ts';

interface Facts {
  /** Undefined where only the worker runs. */
  address: string | undefined;
  /** Just made by this start. */
  administrator: Administrator | undefined;
  dataDir: string;
  databaseUrl: string | undefined;
}

/** What is printed when everything is up. */
export function banner({ address, administrator, dataDir, databaseUrl }: Facts): string {
  const rows = [
    ...(address ? [['Address', address], ...signIn(administrator)] : []),
    ['Database', databaseUrl ? withoutPassword(databaseUrl) : 'embedded PostgreSQL'],
    ['Data', dataDir],
    ['Stop', 'Ctrl-C'],
  ];
  const title = address ? 'Siyu is ready.' : 'Siyu works on the jobs of this database.';
  return `\n  ${title}\n\n${rows.map(([name = '', value]) => `  ${name.padEnd(10)}${value}`).join('\n')}\n`;
}

/** How a browser on this machine gets there. */
export function addressOf(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

function signIn(administrator: Administrator | undefined): string[][] {
  if (!administrator) return [['Sign in', 'with your staff account']];
  const { email, password } = administrator;
  return [
    ['Sign in', email],
    ['Password', password ? `${password}   (shown only this once)` : 'the one in ADMIN_PASSWORD'],
  ];
}

function withoutPassword(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`;
  } catch {
    return 'DATABASE_URL';
  }
}

import { createServer } from 'node:net';

/** Tries a port by listening on it. Returns undefined when that works, otherwise the system's code, EADDRINUSE say. */
export function whyNotFree(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

/** A port of the system's choice that is free just now. */
export function anyFreePort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port: 0, host }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** The first free port above a taken one. */
export async function nextFreePort(port: number, host: string): Promise<number> {
  for (let next = port + 1; next < 65_536; next++) if (!(await whyNotFree(next, host))) return next;
  return anyFreePort(host);
}

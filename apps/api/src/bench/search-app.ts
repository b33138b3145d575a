import { Agent, request } from 'node:http';
import { Module } from '@nestjs/common';
import { CustomersModule, customersPermissions } from '@siyu/customers';
import { newId } from '@siyu/kernel';
import {
  Authenticator,
  createHttpApp,
  createLogger,
  HttpModule,
  PlatformModule,
  readConfig,
  type TokenReader,
} from '@siyu/platform';

const READER_ID = newId();

/** One caller whom everybody knows, so that the list is measured and not the sign-in. */
const ONE_READER: TokenReader = {
  prefix: 'bench',
  verify: (bearer) => Promise.resolve({ subject: bearer, expiresAt: null }),
  actorOf: () =>
    Promise.resolve({ kind: 'api-key', id: READER_ID, permissions: new Set([customersPermissions.read]) } as const),
};

interface ListAnswer {
  items: unknown[];
  nextCursor: string | null;
}

export interface SearchApp {
  /** `GET /customers` over the network. */
  list(query: Record<string, string>): Promise<ListAnswer>;
  close(): Promise<void>;
}

/** The list of customers behind real HTTP on this machine. */
export async function startSearchApp(databaseUrl: string): Promise<SearchApp> {
  const logger = createLogger('warn', 'api');
  const config = readConfig({ DATABASE_URL: databaseUrl });

  @Module({ imports: [PlatformModule.with({ config, logger }), HttpModule, CustomersModule] })
  class SearchRoot {}

  const app = await createHttpApp(SearchRoot, { logger, webRoot: null });
  app.get(Authenticator).register(ONE_READER);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const agent = new Agent({ keepAlive: true });
  const address = `${await app.getUrl()}/api/v1/customers`;
  return {
    list: (query) => getJson(`${address}?${new URLSearchParams(query)}`, agent),
    close: async () => {
      agent.destroy();
      await app.close();
    },
  };
}

function getJson(url: string, agent: Agent): Promise<ListAnswer> {
  return new Promise((resolve, reject) => {
    const call = request(url, { agent, headers: { authorization: 'Bearer bench' } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        if (response.statusCode === 200) resolve(JSON.parse(text) as ListAnswer);
        else reject(new Error(`the list answered ${response.statusCode}: ${text}`));
      });
    });
    call.on('error', reject);
    call.end();
  });
}

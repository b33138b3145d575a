import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { buildOpenApi, createHttpApp, createLogger, readConfig } from '@siyu/platform';
import { AppModule } from './app.module';

export interface ApiDescription {
  /** `openapi.json` */
  document: string;
  /** `schema.d.ts` */
  types: string;
}

/** The API as the assembled server would describe it. Needs no database: nothing is started. */
export async function describeApi(): Promise<ApiDescription> {
  const config = readConfig({ DATABASE_URL: 'postgres://not-needed' });
  const logger = createLogger('error', 'cli');
  const app = await createHttpApp(AppModule.with({ config, logger }), { logger, webRoot: null, preview: true });
  const document = buildOpenApi(app);
  await app.close();
  const types = await openapiTS(document as OpenAPI3);
  return { document: `${JSON.stringify(document, null, 2)}\n`, types: `${NOTICE}${astToString(types)}` };
}

const NOTICE = '/** Written by `nx run api:openapi` from openapi.json; never edited by hand. */\n\n';

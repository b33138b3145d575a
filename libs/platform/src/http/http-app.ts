import { existsSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import { type DynamicModule, RequestMethod, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { newId } from '@siyu/kernel';
import { NestLogger } from '../logging/logger';
import { assertShallow } from './nesting';
import { validationPipe } from './validation';

/** Largest JSON body; a batch of 1,000 ordinary orders has about 1 MB. */
export const BODY_LIMIT_BYTES = 8 * 1024 * 1024;
/** Largest uploaded file. It is streamed, so it costs disk, not memory. */
export const UPLOAD_LIMIT_BYTES = 1024 * 1024 * 1024;
export const API_PREFIX = 'api/v1';

const REQUEST_ID = /^[\w.-]{8,64}$/;
const OUTSIDE_THE_PREFIX = ['healthz', 'readyz', 'metrics', 'api/openapi.json'];

/**
 * Whose word about the caller's address and scheme (`X-Forwarded-*`) counts: a proxy on this machine or in its private
 * network. Taken from anybody, a caller could name a new address for every guess at a password.
 */
const PROXIES = ['loopback', 'linklocal', 'uniquelocal'];

export interface HttpAppOptions {
  logger: Logger;
  /** Folder of the built console, or null. */
  webRoot: string | null;
  /** Lays out modules and routes without making any of them: enough to describe the API, with no database behind it. */
  preview?: boolean;
}

/** Builds the HTTP application around the root module: the same for the server and for the tests. */
export async function createHttpApp(
  root: Type | DynamicModule,
  options: HttpAppOptions,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    trustProxy: PROXIES,
    requestIdHeader: false,
    genReqId: (request: IncomingMessage) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && REQUEST_ID.test(given) ? given : newId();
    },
    routerOptions: { maxParamLength: 300 },
  });
  logRequests(adapter, options.logger);
  protectData(adapter);
  adapter.getInstance().addHook('preValidation', ({ body }, _, done) => {
    assertShallow(body);
    done();
  });
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    logger: new NestLogger(options.logger),
    abortOnError: false,
    preview: options.preview,
  });
  app.setGlobalPrefix(API_PREFIX, {
    exclude: OUTSIDE_THE_PREFIX.map((path) => ({ path, method: RequestMethod.GET })),
  });
  app.useGlobalPipes(validationPipe());
  await app.register(compress, { threshold: 2048, encodings: ['gzip'], globalDecompression: false } as never);
  await app.register(cookie);
  await app.register(multipart, { limits: { fileSize: UPLOAD_LIMIT_BYTES, files: 1, fields: 10, fieldSize: 100_000 } });
  if (options.webRoot) await serveConsole(app, options.webRoot);
  return app;
}

/** What the browser is told about an answer that is data: it is nothing to run, to frame or to guess a type for. */
const DATA_HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** A handful of fixed headers; pages get all that helmet knows, which costs ten times as much. */
function protectData(adapter: FastifyAdapter): void {
  adapter.getInstance().addHook('onRequest', (_, reply, done) => {
    void reply.headers(DATA_HEADERS);
    done();
  });
}

/** The console has no inline script; Element Plus positions its pop-ups by inline style. */
const CONTENT_SECURITY_POLICY = {
  directives: {
    defaultSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    // Pictures of rewards are where the shop has them; any place may serve them, as long as it is encrypted.
    imgSrc: ["'self'", 'data:', 'blob:', 'https:'],
    objectSrc: ["'none'"],
    frameAncestors: ["'none'"],
    upgradeInsecureRequests: null,
  },
};

function logRequests(adapter: FastifyAdapter, logger: Logger): void {
  adapter.getInstance().addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    done();
  });
  adapter.getInstance().addHook('onResponse', (request, reply, done) => {
    const took = { status: reply.statusCode, ms: Math.round(reply.elapsedTime) };
    logger.info({ req: request, ...took }, 'request');
    done();
  });
}

/** Serves the built console; every address outside the API that is no file is one of its pages. */
async function serveConsole(app: NestFastifyApplication, webRoot: string): Promise<void> {
  if (!existsSync(join(webRoot, 'index.html')))
    throw new Error(`The console is not built: no index.html in ${webRoot}.`);
  // A scope of its own: its hooks are not run for the API.
  await app.register(async (pages: FastifyInstance) => {
    pages.addHook('onRequest', (_, reply, done) => {
      for (const name of Object.keys(DATA_HEADERS)) void reply.removeHeader(name);
      done();
    });
    await pages.register(helmet, { contentSecurityPolicy: CONTENT_SECURITY_POLICY, strictTransportSecurity: false });
    await pages.register(fastifyStatic, {
      root: webRoot,
      wildcard: false,
      preCompressed: true,
      setHeaders: (reply, path) => {
        const hashed = path.includes('/assets/');
        void reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
    pages.get('/*', (request: FastifyRequest, reply) => {
      const path = request.url.split('?')[0]!;
      if (path.startsWith('/api/') || path.includes('.')) return reply.callNotFound();
      return reply.header('cache-control', 'no-cache').sendFile('index.html');
    });
  });
}

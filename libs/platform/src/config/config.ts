import { DEFAULT_TIME_ZONE, DomainError, isTimeZone } from '@siyu/kernel';

/** Requests per minute, 0 for no limit. */
export interface RateLimitConfig {
  /** Of one member. */
  member: number;
  /** Of one member of staff. */
  staff: number;
  /** Of one API key. */
  apiKey: number;
  /** From one network, to routes that need no sign-in and with tokens that open nothing. */
  public: number;
}

/** Everything that the outside decides about a process; the variables are listed in the README. */
export interface Config {
  databaseUrl: string;
  /** Read replicas; lists and analytics may opt in to them. */
  replicaUrls: string[];
  databasePoolSize: number;
  /** Longest that one statement may run, 0 for no limit; the worker has none. */
  statementTimeoutMs: number;
  host: string;
  port: number;
  /** Absolute folder of generated secrets. */
  dataDir: string;
  /** Folder of the built console, or null to serve the API alone. */
  webRoot: string | null;
  /** Secret that tokens are signed with, for machines that share their sessions; null: a file in `dataDir`. */
  authSecret: string | null;
  adminEmail: string;
  adminPassword: string | null;
  logLevel: string;
  /** Zone of the programme: where its calendar days begin. */
  timeZone: string;
  rateLimits: RateLimitConfig;
  /** How sign-in codes reach members: printed where this process runs, or not at all. */
  memberCodeSender: 'console' | 'none';
  /** The brand's WeChat mini program, whose users sign in as members; null without one. */
  wechatMiniProgram: { appId: string; secret: string } | null;
  /** Where WeChat answers. */
  wechatApiUrl: string;
  /** ISO 4217 code used where a caller gives none. */
  currency: string;
}

/** More than a process can answer: a limit that only a runaway program meets. */
const PRACTICALLY_ALL = 1_000_000;
const MOST_PER_MINUTE = 1_000_000_000;

/** Injection token of {@link Config}. */
export const CONFIG = Symbol('config');

/** @throws DomainError `config.invalid` naming the variable that is missing or wrong */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const invalid = (name: string, rule: string) =>
    new DomainError('config.invalid', 'invalid', `The environment variable ${name} ${rule}.`);
  const whole = (name: string, fallback: number, max: number): number => {
    const value = env[name] ? Number(env[name]) : fallback;
    if (!Number.isInteger(value) || value < 0 || value > max)
      throw invalid(name, `must be a whole number up to ${max}`);
    return value;
  };
  if (!env.DATABASE_URL) throw invalid('DATABASE_URL', 'is missing: the address of a PostgreSQL 15 to 18');
  const timeZone = env.TIME_ZONE ?? DEFAULT_TIME_ZONE;
  if (!isTimeZone(timeZone)) throw invalid('TIME_ZONE', `is no known time zone: ${timeZone}`);
  if (env.AUTH_SECRET && env.AUTH_SECRET.length < 32) throw invalid('AUTH_SECRET', 'must have at least 32 characters');
  const inProduction = env.NODE_ENV === 'production';
  const memberCodeSender = env.MEMBER_CODE_SENDER || (inProduction ? 'none' : 'console');
  if (memberCodeSender !== 'console' && memberCodeSender !== 'none')
    throw invalid('MEMBER_CODE_SENDER', 'must be console or none');
  if (memberCodeSender === 'console' && inProduction)
    throw invalid('MEMBER_CODE_SENDER', 'must not be console in production: codes would stand in the log');
  const [appId, secret] = [env.WECHAT_MINI_APP_ID, env.WECHAT_MINI_APP_SECRET];
  if (!appId !== !secret) throw invalid('WECHAT_MINI_APP_ID', 'and WECHAT_MINI_APP_SECRET belong together');
  return {
    databaseUrl: env.DATABASE_URL,
    replicaUrls: (env.DATABASE_REPLICA_URLS ?? '').split(',').filter(Boolean),
    databasePoolSize: whole('DATABASE_POOL_SIZE', 20, 1000),
    statementTimeoutMs: whole('STATEMENT_TIMEOUT_MS', 30_000, 3_600_000),
    host: env.HOST ?? '127.0.0.1',
    port: whole('PORT', 3000, 65_535),
    dataDir: env.DATA_DIR ?? '.data',
    webRoot: env.WEB_ROOT ?? null,
    authSecret: env.AUTH_SECRET || null,
    adminEmail: env.ADMIN_EMAIL || 'admin@localhost',
    adminPassword: env.ADMIN_PASSWORD || null,
    logLevel: env.LOG_LEVEL ?? 'info',
    timeZone,
    currency: env.CURRENCY ?? 'CNY',
    rateLimits: {
      member: whole('RATE_LIMIT_MEMBER', 120, MOST_PER_MINUTE),
      staff: whole('RATE_LIMIT_STAFF', PRACTICALLY_ALL, MOST_PER_MINUTE),
      apiKey: whole('RATE_LIMIT_API_KEY', PRACTICALLY_ALL, MOST_PER_MINUTE),
      public: whole('RATE_LIMIT_PUBLIC', 300, MOST_PER_MINUTE),
    },
    memberCodeSender,
    wechatMiniProgram: appId && secret ? { appId, secret } : null,
    wechatApiUrl: env.WECHAT_API_URL || 'https://api.weixin.qq.com',
  };
}

import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './bootstrap.mjs';
import { Problem } from './problem.mjs';

export type Env = Record<string, string | undefined>;
export interface Administrator {
  type: 'first-administrator';
  email: string;
  /** Only when it was made up. */
  password?: string;
}

export type Message = { type: 'ready' } | Administrator;

/** One of Siyu's own processes, `dist/<name>/main.js`. */
export interface Child {
  pid: number;
  /** Settles at its end, asked for or not, with what is to be said about it. */
  ended: Promise<string>;
  stop(): Promise<void>;
}

/** How long a process may take to finish its requests and jobs. */
const patienceMs = 10_000;

/**
 * Starts a process and waits until it says that it is ready. It ends by itself when this process is gone.
 * @throws Problem when it ends before
 */
export async function startChild(
  name: 'api' | 'worker',
  env: Env,
  abort: AbortSignal,
  onMessage: (message: Message) => void,
): Promise<Child> {
  const file = join(root, 'dist', name, 'main.js');
  const child = spawn(process.execPath, ['--enable-source-maps', file], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) =>
      resolve(`The ${name} ended ${signal ? `by ${signal}` : `with exit code ${code}`}.`),
    );
  });
  const stop = () => stopChild(child);
  const ready = new Promise<void>((resolve) => {
    child.on('message', (message: Message) => {
      onMessage(message);
      if (message.type === 'ready') resolve();
    });
  });
  const tooEarly = ended.then((how) => {
    throw new Problem(`${how} It was not ready yet; see its message above.`);
  });
  try {
    await Promise.race([ready, tooEarly, aborted(abort)]);
  } catch (error) {
    await stop();
    throw error;
  }
  tooEarly.catch(() => {});
  return { pid: child.pid!, ended, stop };
}

/** Runs `dist/api/cli.js` to its end in the given folder, on this terminal. Returns the exit code. */
export async function runCli(args: string[], env: Env, cwd: string, abort?: AbortSignal): Promise<number> {
  const file = join(root, 'dist', 'api', 'cli.js');
  const child = spawn(process.execPath, ['--enable-source-maps', file, ...args], { cwd, env, stdio: 'inherit' });
  abort?.addEventListener('abort', () => void stopChild(child));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** Rejects when the signal comes. */
function aborted(abort: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const fail = () => reject(abort.reason);
    if (abort.aborted) fail();
    else abort.addEventListener('abort', fail);
  });
}

async function stopChild(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  await gone;
  clearTimeout(timer);
}

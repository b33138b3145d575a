import { fork, type ChildProcess } from 'node:child_process';

/** A server under measurement, in a process of its own: it shares the machine with its callers, not their thread. */
export interface ChildServer {
  port: number;
  stop(): Promise<void>;
}

/** Starts another command of this program and waits for its `ready` message. */
export function startChild(command: string, env: Record<string, string>): Promise<ChildServer> {
  const child = fork(process.argv[1]!, [command], {
    env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${command} ended with ${code} before it was ready`)));
    child.on('message', (message: { type?: string; address?: string }) => {
      if (message.type === 'ready') resolve({ port: Number(new URL(message.address!).port), stop: () => stop(child) });
    });
  });
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    if (child.exitCode !== null || !child.kill('SIGTERM')) resolve();
  });
}

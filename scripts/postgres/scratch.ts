import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holderOf } from '../data-folder.ts';
import { type Cluster, startCluster } from './cluster.ts';
import { endLeftBehind, livingPostmaster } from './postmaster.ts';
import { scratchSettingsFor, settingsFor, thisMachine } from './settings.ts';

const prefix = 'siyu-scratch-';

/** A server for tests in the system's temporary folder; `stop` removes it. */
export async function startScratchCluster(purpose: string): Promise<Cluster> {
  sweep();
  const dataDir = mkdtempSync(join(tmpdir(), prefix));
  return startAndRemove(dataDir, () =>
    startCluster({ dataDir, settings: scratchSettingsFor(thisMachine()), purpose, durable: false }),
  );
}

/** A server for measuring: tuned and safe as the real one, in a folder that starts empty and is removed by `stop`. */
export async function startBenchCluster(dataDir: string): Promise<Cluster> {
  if (!holderOf(dataDir)) remove(dataDir);
  return startAndRemove(dataDir, () =>
    startCluster({ dataDir, settings: settingsFor(thisMachine()), purpose: 'npm run bench' }),
  );
}

async function startAndRemove(dataDir: string, start: () => Promise<Cluster>): Promise<Cluster> {
  const cluster = await start();
  const stop = async () => {
    await cluster.stop();
    remove(dataDir);
  };
  return { ...cluster, stop };
}

/** What killed test runs left behind. */
function sweep() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const dataDir = join(tmpdir(), name);
    try {
      const isMine = statSync(dataDir).uid === (process.getuid?.() ?? statSync(dataDir).uid);
      const isOld = Date.now() - statSync(dataDir).mtimeMs > 60_000; // a new one may be about to take its lock
      if (isMine && isOld && !holderOf(dataDir)) remove(dataDir);
    } catch {
      // another run sweeps it at this moment
    }
  }
}

function remove(dataDir: string) {
  const folder = join(dataDir, 'postgres');
  const orphan = livingPostmaster(folder);
  if (orphan) process.kill(orphan.pid, 'SIGKILL');
  endLeftBehind(folder);
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

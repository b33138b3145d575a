import { handOver } from './bootstrap.mjs';

await handOver('cli.ts');

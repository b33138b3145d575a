import { defineConfig } from 'vite';
import { serverBuild } from '../../scripts/vite-server-build.ts';

export default defineConfig(serverBuild(import.meta.dirname, { main: 'src/main.ts' }));

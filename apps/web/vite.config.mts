import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';
import { elementStyles } from './tools/element-styles.ts';
import { precompress } from './tools/precompress.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const house = fileURLToPath(new URL('../..', import.meta.url));
const api = process.env.API_URL ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: here,
  cacheDir: `${house}/node_modules/.vite/web`,
  plugins: [vue(), elementStyles(), precompress()],
  resolve: { alias: { '@siyu/api-client': `${house}/libs/api-client/src/index.ts` } },
  define: {
    __VUE_PROD_DEVTOOLS__: false,
    __VUE_I18N_LEGACY_API__: false,
    __VUE_I18N_FULL_INSTALL__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
  },
  server: { host: '127.0.0.1', port: 5173, strictPort: true, proxy: { '/api': api } },
  preview: { host: '127.0.0.1', port: 4173, strictPort: true, proxy: { '/api': api } },
  build: {
    outDir: `${house}/dist/web`,
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    // The content security policy allows nothing inline: no data: images, no inline polyfill.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What every page needs and what rarely changes: cached across releases.
            {
              name: 'vendor',
              test: /node_modules[\\/](vue|@vue|vue-router|pinia|@pinia|vue-i18n|@intlify|openapi-fetch)[\\/]/,
            },
          ],
        },
      },
    },
  },
});

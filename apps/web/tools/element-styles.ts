import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const IMPORTS = /import\s*\{([^}]*)\}\s*from\s*["']element-plus["']/g;

/**
 * `import { ElButton } from 'element-plus'` brings the stylesheet of exactly that component, so a page pays for the
 * components it names and no author has to keep a second list of stylesheets.
 */
export function elementStyles(): Plugin {
  return {
    name: 'siyu:element-styles',
    // Named beforehand, or the development server finds them page by page and reloads each time.
    config: () => ({ optimizeDeps: { include: ['element-plus', ...allStyles()] } }),
    transform(code, id) {
      if (id.includes('/node_modules/') || !/\.(vue|ts)(\?|$)/.test(id)) return null;
      const styles = styleImports(code);
      return styles.length ? { code: `${code}\n${styles.join('\n')}\n`, map: null } : null;
    },
  };
}

function allStyles(): string[] {
  const components = fileURLToPath(new URL('components/', import.meta.resolve('element-plus')));
  return readdirSync(components)
    .filter((folder) => existsSync(`${components}${folder}/style/css.mjs`))
    .map((folder) => `element-plus/es/components/${folder}/style/css`);
}

function styleImports(code: string): string[] {
  const names = [...code.matchAll(IMPORTS)].flatMap(([, list = '']) =>
    list.split(',').map((item) => item.trim().split(/\s+as\s+/)[0] ?? ''),
  );
  const components = new Set(names.filter((name) => /^El[A-Z]/.test(name)));
  return [...components].map((name) => `import 'element-plus/es/components/${folderOf(name)}/style/css';`);
}

/** ElInputNumber -> input-number */
function folderOf(component: string): string {
  return component
    .slice(2)
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();
}

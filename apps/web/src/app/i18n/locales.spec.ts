import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import type { Messages } from '../../shared/feature';

const src = fileURLToPath(new URL('../..', import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: 'utf8' });
const folders = files.filter((file) => file.endsWith('locales/zh-CN.ts')).map((file) => dirname(file));

/** { a: { b: 'x' } } -> { 'a.b': 'x' } */
function flat(messages: Messages, prefix = ''): Record<string, string> {
  const entries = Object.entries(messages).map(([key, value]) =>
    typeof value === 'string' ? { [prefix + key]: value } : flat(value, `${prefix}${key}.`),
  );
  return Object.assign({}, ...entries) as Record<string, string>;
}

async function messagesOf(folder: string, locale: string): Promise<Record<string, string>> {
  const { default: messages } = (await import(join(src, folder, `${locale}.ts`))) as { default: Messages };
  return flat(messages);
}

const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();

describe.each(folders)('messages in %s', (folder) => {
  it('say the same things in both languages', async () => {
    const [zh, en] = await Promise.all([messagesOf(folder, 'zh-CN'), messagesOf(folder, 'en')]);
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
    for (const key of Object.keys(zh))
      expect({ key, with: placeholders(en[key]!) }).toEqual({ key, with: placeholders(zh[key]!) });
  });
});

describe('messages in use', () => {
  it('all exist', async () => {
    const known = new Set<string>();
    for (const folder of folders) for (const key of Object.keys(await messagesOf(folder, 'zh-CN'))) known.add(key);
    const used = files
      .filter((file) => /\.(vue|ts)$/.test(file) && !file.endsWith('.spec.ts') && !file.endsWith('.d.ts'))
      .flatMap((file) =>
        [...readFileSync(join(src, file), 'utf8').matchAll(/\bt\(\s*'([\w.-]+)'/g)].map(([, key]) => ({
          file: relative(src, join(src, file)),
          key: key!,
        })),
      );
    expect(used.length).toBeGreaterThan(50);
    expect(used.filter(({ key }) => !known.has(key))).toEqual([]);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { packageFindings } from './packages.ts';
import { house, told } from './sources.ts';

const read = (file: string) => JSON.parse(readFileSync(join(house, file), 'utf8'));

describe('packages', () => {
  it('install the same everywhere', () => {
    expect(told(packageFindings(read('package.json'), read('package-lock.json').packages))).toEqual([]);
  });

  it('are refused for a loose version, a download address, an undecided script or a platform left out', () => {
    const manifest = {
      dependencies: { a: '^1.0.0', b: '1.2.3' },
      devDependencies: { c: '2.0.0-beta.1' },
      allowScripts: { c: false },
    };
    const packages = {
      '': {},
      'node_modules/a': { resolved: 'https://registry.example.com/a.tgz' },
      'node_modules/b': { hasInstallScript: true, optionalDependencies: { 'b-linux': '1.2.3', 'b-mac': '1.2.3' } },
      'node_modules/b/node_modules/b-linux': {},
      'node_modules/c': { hasInstallScript: true },
    };
    expect(told(packageFindings(manifest, packages))).toEqual([
      'a: ^1.0.0 is not one version',
      'a: carries a download address',
      'b: has an install script that allowScripts does not mention',
      'b-mac: is wanted by b and not in the lock file',
    ]);
  });
});

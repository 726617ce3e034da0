import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../build/sources.ts';

interface LockedPackage {
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const text = await readFile(path.join(ROOT, 'package-lock.json'), 'utf8');
const { packages }: { packages: Record<string, LockedPackage> } = JSON.parse(text);

/** Where npm would look for a package named by another one: beside it, then beside each of its parents. */
function candidates(parent: string, name: string): string[] {
  const parts = parent.split('/node_modules/');
  const nested = parts.map(
    (_, index) => `${parts.slice(0, index + 1).join('/node_modules/')}/node_modules/${name}`,
  );
  return [`node_modules/${name}`, ...(parent === '' ? [] : nested)];
}

describe('package-lock.json', () => {
  it('has an entry for every optional dependency, so that npm ci works on other platforms', () => {
    const missing = Object.entries(packages).flatMap(([parent, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !candidates(parent, name).some((place) => place in packages))
        .map((name) => `${parent} → ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('locks esbuild for the usual platforms', () => {
    const platforms = Object.keys(packages).filter((name) => name.startsWith('node_modules/@esbuild/'));
    expect(platforms).toEqual(
      expect.arrayContaining(
        ['linux-x64', 'darwin-arm64', 'win32-x64'].map((platform) => `node_modules/@esbuild/${platform}`),
      ),
    );
  });

  it("names no registry but npm's own", () => {
    const hosts = Object.values(packages).flatMap(({ resolved }) =>
      resolved ? [new URL(resolved).host] : [],
    );
    expect(hosts.filter((host) => host !== 'registry.npmjs.org')).toEqual([]);
  });

  it('pins what package.json names', async () => {
    const manifest: Record<string, Record<string, string>> = JSON.parse(
      await readFile(path.join(ROOT, 'package.json'), 'utf8'),
    );
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});

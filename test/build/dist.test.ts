import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { checkDist } from '../../build/check-dist.ts';
import { customFunctionsOf, type Dist, readDist, readExpected } from '../../build/dist.ts';
import { DIST_FOLDER, ROOT, SOURCES } from '../../build/sources.ts';

let dist: Dist;
let scratch: string;

beforeAll(async () => {
  if (inject('buildFailure') !== '') throw new Error(inject('buildFailure'));
  dist = await readDist(DIST_FOLDER, readExpected(SOURCES));
  scratch = await mkdtemp(path.join(os.tmpdir(), 'dist-'));
});
afterAll(() => rm(scratch, { recursive: true }));

function runCheck(folder: string) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'build/check-dist.ts', folder], {
    cwd: ROOT,
    encoding: 'utf8',
  });
}

describe('dist/ of the add-on', () => {
  it('keeps every rule', () => {
    expect(checkDist(dist)).toEqual([]);
  });

  it('offers the custom functions', () => {
    expect(customFunctionsOf(dist.expected).map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'MAX_ACTIVE_TEACHERS_PCT',
        'MAX_ACTIVE_PARENTS_PCT',
        'MAX_ACTIVE_STUDENTS_PCT',
        'COK_TEACHERS_PCT',
        'COK_STUDENTS_PCT',
        'MAX_STATUS',
        'MAX_PEOPLE_TO_TARGET',
      ]),
    );
  });

  it('names only menu handlers and calls that the entry of the server exports', () => {
    const exported = dist.expected.server.map(({ name }) => name);
    expect(exported).toEqual(expect.arrayContaining(['onOpen', 'onInstall']));
    const named = [...dist.code.matchAll(/\.addItem\([^,()]+,\s*"(\w+)"\)/g)].map(([, name]) => name);
    expect(named.filter((name) => !exported.includes(name ?? ''))).toEqual([]);
  });

  it('carries the licences of the packages in it', () => {
    const [, notices = ''] = /<script>\/\*([\s\S]*?)\*\/<\/script>/.exec(dist.sidebar) ?? [];
    expect(notices).toContain('fflate:\nCopyright (c) 2026 Arjun Barrett');
    expect(notices).toContain('papaparse:\nCopyright (c) 2015 Matthew Holt');
    // The terms are the same, so they stand once.
    expect(notices.split('Permission is hereby granted')).toHaveLength(2);
  });
});

describe('build/check-dist.ts as a command', () => {
  it('ends with 0 for what was built', () => {
    const { status, stdout, stderr } = runCheck(DIST_FOLDER);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/keeps all \d+ rules/);
  });

  it('ends with 1 and names what is broken', async () => {
    await cp(DIST_FOLDER, scratch, { recursive: true });
    await writeFile(path.join(scratch, 'appsscript.json'), '{}');
    const { status, stderr } = runCheck(scratch);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^manifest-scopes: appsscript\.json asks for undefined/m);
  });

  it('ends with 1 for a folder where nothing was built', () => {
    const { status, stderr } = runCheck(path.join(scratch, 'none'));
    expect(status).toBe(1);
    expect(stderr).toMatch(/run `npm run build`/);
  });
});

import { writeFileSync } from 'node:fs';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deploy } from '../../build/deploy/deploy.ts';
import { setUp } from '../../build/deploy/setup.ts';
import { type Clone, filesOf, makeClone, projectIn } from './clone.ts';
import { type Google, type ScriptFile, startGoogle } from './google.ts';

const OWN = { target: undefined, title: undefined };
const SUFFIX: Record<string, string> = { JSON: '.json', SERVER_JS: '.js', HTML: '.html' };

let google: Google;
let clone: Clone;

beforeEach(async () => {
  google = await startGoogle();
  clone = await makeClone(google);
});

afterEach(async () => {
  await clone.remove();
  await google.close();
});

function storedIn(scriptId: string): Record<string, string> {
  const files = google.scripts.get(scriptId) ?? [];
  return Object.fromEntries(
    files.map(({ name, type, source }) => [`${name}${SUFFIX[type] ?? type}`, source]),
  );
}

/** A target file for a script that is there already and holds something old. */
async function writeTarget(content: object = { scriptId: 'old', rootDir: 'dist' }, name = '.clasp.json') {
  google.scripts.set('old', [{ name: 'appsscript', type: 'JSON', source: '{}' }]);
  await writeFile(path.join(clone.root, name), JSON.stringify(content));
}

async function builtFiles(): Promise<ScriptFile[]> {
  return Object.entries(await filesOf(clone.built)).map(([file, source]) => {
    const { name, ext } = path.parse(file);
    const type = Object.keys(SUFFIX).find((key) => SUFFIX[key] === ext) ?? '';
    return { name, type, source };
  });
}

function targetFile(name = '.clasp.json'): Promise<string> {
  return readFile(path.join(clone.root, name), 'utf8');
}

function puts(): string[] {
  return google.requests.filter((request) => request.startsWith('PUT'));
}

// Each start of clasp takes seconds, more when other tests run beside it.
vi.setConfig({ testTimeout: 240_000 });

describe('setup', () => {
  it('makes a shared spreadsheet beside the own one, with exactly dist/ in it', async () => {
    await writeTarget();
    const lines: string[] = [];
    await setUp(projectIn(clone, lines), { target: 'production', title: 'Район' });

    expect(storedIn('script2')).toEqual(await filesOf(clone.built));
    expect(storedIn('old')).toEqual({ 'appsscript.json': '{}' });
    expect(await filesOf(path.join(clone.root, 'dist'))).toEqual(await filesOf(clone.built));
    expect(JSON.parse(await targetFile('.clasp.production.json'))).toEqual({
      scriptId: 'script2',
      parentId: 'book2',
      rootDir: 'dist',
    });
    expect(lines.at(-1)).toBe('https://docs.google.com/spreadsheets/d/book2/edit');
  });

  it('refuses where there is a spreadsheet already, and names it', async () => {
    await writeTarget({ scriptId: 'old', parentId: 'book', rootDir: 'dist' });
    await expect(setUp(projectIn(clone), OWN)).rejects.toThrow(
      /has a spreadsheet already: https:\/\/docs\.google\.com\/spreadsheets\/d\/book\/edit.*npm run deploy/,
    );
    expect(google.requests).toEqual([]);
  });

  it('refuses an empty scriptId, with which clasp would refuse and exit with 0', async () => {
    await writeTarget({ scriptId: '', rootDir: 'dist' });
    await expect(setUp(projectIn(clone), OWN)).rejects.toThrow('remove the empty scriptId');
  });

  it('names the remedy when the Apps Script API is off, and makes nothing', async () => {
    google.refusal = { request: /POST/, message: 'User has not enabled the Apps Script API.' };
    await expect(setUp(projectIn(clone), OWN)).rejects.toThrow('https://script.google.com/home/usersettings');
    expect(google.scripts.size).toBe(0);
    expect(JSON.parse(await targetFile())).toEqual({ rootDir: 'dist' });
  });

  it('remembers a spreadsheet that was made before clasp failed, so that no second one is made', async () => {
    google.refusal = { request: /GET .*content/, message: 'The caller does not have permission' };
    await expect(setUp(projectIn(clone), OWN)).rejects.toThrow(
      /made all the same.*book1.*\n.*npm run deploy/,
    );
    expect(JSON.parse(await targetFile())).toEqual({
      scriptId: 'script1',
      parentId: 'book1',
      rootDir: 'dist',
    });
  });

  it('puts the manifest of the root back when it was overwritten, and says so', async () => {
    const manifest = path.join(clone.root, 'appsscript.json');
    const before = await readFile(manifest, 'utf8');
    google.watch = (request) => {
      if (request === 'POST /v1/projects') writeFileSync(manifest, '{}');
    };
    await expect(setUp(projectIn(clone), OWN)).rejects.toThrow('appsscript.json in the root');
    expect(await readFile(manifest, 'utf8')).toBe(before);
  });
});

describe('deploy', () => {
  it('replaces what the script held by exactly dist/, whatever project the environment names', async () => {
    await writeTarget();
    google.scripts.set('old', [{ name: 'Stale', type: 'SERVER_JS', source: 'function onOpen() {}' }]);
    const elsewhere = path.join(clone.root, '.clasp.other.json');
    await writeFile(elsewhere, JSON.stringify({ scriptId: 'other', rootDir: 'dist' }));
    const project = projectIn(clone);
    await deploy(
      { ...project, environment: { ...project.environment, clasp_config_project: elsewhere } },
      undefined,
    );
    expect(storedIn('old')).toEqual(await filesOf(clone.built));
    expect(puts()).toHaveLength(1);
  });

  it('says that there is nothing to do when the script holds this very build', async () => {
    await writeTarget();
    google.scripts.set('old', await builtFiles());
    const lines: string[] = [];
    await deploy(projectIn(clone, lines), undefined);
    expect(puts()).toEqual([]);
    expect(lines.join('\n')).toContain('holds exactly this build already');
  });

  it('is loud where clasp says “Script is already up to date.” and the script holds a file more', async () => {
    await writeTarget();
    const mine = { name: 'Mine', type: 'SERVER_JS', source: 'function mine() {}' };
    google.scripts.set('old', [...(await builtFiles()), mine]);
    await expect(deploy(projectIn(clone), undefined)).rejects.toThrow(
      /pushed nothing[\s\S]*Mine\.js is there, dist\/ does not hold it[\s\S]*script\.google\.com\/d\/old/,
    );
  });

  it('is loud when clasp reports a push after which a file is lost and another one changed', async () => {
    await writeTarget();
    google.spoil = (files) =>
      files
        .filter(({ name }) => name !== 'sidebar')
        .map((file) => (file.name === 'Code' ? { ...file, source: 'var x' } : file));
    await expect(deploy(projectIn(clone), undefined)).rejects.toThrow(
      /clasp pushed [\s\S]*Code\.js is another one there[\s\S]*sidebar\.html is missing there/,
    );
  });

  it('is loud without dist/, which clasp calls up to date', async () => {
    await writeTarget();
    const project = { ...projectIn(clone), build: () => Promise.resolve() };
    await expect(deploy(project, undefined)).rejects.toThrow(
      /dist\/ is missing or empty[\s\S]*npm run build/,
    );
  });

  it('pushes nothing when a file would be left out', async () => {
    await writeTarget();
    await writeFile(path.join(clone.root, '.claspignore'), '**/*.html\n');
    await expect(deploy(projectIn(clone), undefined)).rejects.toThrow(
      /Nothing was pushed: clasp would leave out sidebar\.html\. Remove the \.claspignore/,
    );
    expect(puts()).toEqual([]);
  });

  it('pushes nothing when dist/ holds a file that is none of the add-on', async () => {
    await writeTarget();
    const project = projectIn(clone);
    const build = async () => {
      await project.build();
      await cp(path.join(clone.root, 'appsscript.json'), path.join(clone.root, 'dist/notes.txt'));
    };
    await expect(deploy({ ...project, build }, undefined)).rejects.toThrow('leave out notes.txt');
    expect(puts()).toEqual([]);
  });

  const BROKEN_TARGETS: readonly [note: string, content: object, said: RegExp][] = [
    ['no scriptId', { rootDir: 'dist' }, /scriptId is missing[\s\S]*npm run setup/],
    ['an empty scriptId', { scriptId: ' ', rootDir: 'dist' }, /scriptId is empty[\s\S]*npm run setup/],
    ['no rootDir', { scriptId: 'old' }, /rootDir is missing, it must be "dist"/],
    ['the root as rootDir', { scriptId: 'old', rootDir: '.' }, /rootDir is "\."/],
    ['another shape', { scriptId: 7, rootDir: 'dist' }, /is not a project file of clasp/],
  ];
  it.each(BROKEN_TARGETS)(
    'refuses a project file with %s before anything is sent',
    async (_note, content, said) => {
      await writeTarget(content);
      await expect(deploy(projectIn(clone), undefined)).rejects.toThrow(said);
      expect(google.requests).toEqual([]);
    },
  );

  it('says how to make or join a target that is missing, and refuses a name that is none', async () => {
    await expect(deploy(projectIn(clone), 'production')).rejects.toThrow(
      /\.clasp\.production\.json is missing[\s\S]*npm run setup -- --target production[\s\S]*"scriptId"/,
    );
    await expect(deploy(projectIn(clone), '../x')).rejects.toThrow('small Latin letters');
  });

  it('names the remedy when the script is not there', async () => {
    await writeTarget({ scriptId: 'foreign', rootDir: 'dist' });
    await expect(deploy(projectIn(clone), undefined)).rejects.toThrow(/not found[\s\S]*Project settings/);
  });
});

describe('without a login', () => {
  it.each([
    ['setup', () => setUp(projectIn(clone), OWN)],
    ['deploy', () => writeTarget().then(() => deploy(projectIn(clone), undefined))],
  ])('%s refuses with the command to run', async (_note, run) => {
    await rm(path.join(clone.environment.HOME ?? '', '.clasprc.json'));
    await expect(run()).rejects.toThrow(/You are not logged in to Google.*run `npx clasp login`/);
    expect(google.requests).toEqual([]);
  });
});

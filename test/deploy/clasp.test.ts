import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askClasp, explain } from '../../build/deploy/clasp.ts';
import { type Clone, makeClone, projectIn } from './clone.ts';
import { type Google, startGoogle } from './google.ts';

describe('refusals of clasp with exit code 0', () => {
  let google: Google;
  let clone: Clone;

  beforeAll(async () => {
    google = await startGoogle();
    clone = await makeClone(google);
    google.scripts.set('old', []);
    await writeFile(path.join(clone.root, '.clasp.json'), '{ "scriptId": "old", "rootDir": "dist" }');
    await projectIn(clone).build();
  });

  afterAll(async () => {
    await clone.remove();
    await google.close();
  });

  const REFUSALS: readonly [note: string, command: string[], said: RegExp][] = [
    ['a push without -f, which skips', ['push'], /\(exit code 0\)[\s\S]*takes silence for a no/],
    [
      'a script made where the project file names one',
      ['create-script', '--type', 'sheets', '--rootDir', 'dist'],
      /\(exit code 0\)[\s\S]*Project file already exists[\s\S]*npm run deploy/,
    ],
  ];
  it.each(REFUSALS)('are failures: %s', async (_note, command, said) => {
    const place = {
      folder: clone.root,
      projectFile: path.join(clone.root, '.clasp.json'),
      environment: clone.environment,
    };
    await expect(askClasp(command, place)).rejects.toThrow(said);
    expect(google.requests.filter((request) => !request.startsWith('GET'))).toEqual([]);
  });
});

describe('explain', () => {
  it.each([
    ['User has not enabled the Apps Script API.', 'script.google.com/home/usersettings'],
    ['No credentials found.', 'npx clasp login'],
    ['invalid_grant', 'npx clasp login'],
    ['Requested entity was not found.', 'Project settings'],
    ['The caller does not have permission', 'Project settings'],
    [
      'request to https://script.googleapis.com failed, reason: getaddrinfo ENOTFOUND',
      'check the connection',
    ],
    ['Skipping push.', 'npm run deploy'],
  ])('gives the remedy for «%s»', (said, remedy) => {
    const text = explain({ command: 'clasp push', exitCode: 1, output: '', errors: said });
    expect(text).toContain(said);
    expect(text).toContain(remedy);
  });

  it('passes on what it does not know', () => {
    const run = { command: 'clasp push', exitCode: 1, output: '', errors: 'Premature tea\nbreak' };
    expect(explain(run)).toBe(
      'clasp push did not do its work (exit code 1). It said:\n  Premature tea\n  break',
    );
  });
});

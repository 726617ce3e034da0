import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { PERMISSIONS } from '../../build/release/steps.ts';
import { ROOT } from '../../build/sources.ts';
import * as cells from '../../src/cells/entry.ts';
import { SIDEBAR_TITLE } from '../../src/server/menu.ts';
import { parseManifest } from '../../workbench/manifest.ts';

function read(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

const publishing = read('docs/publishing.md');
const { oauthScopes } = parseManifest(read('appsscript.json'));

/** Text under a heading of the third level, up to the next heading. */
function under(heading: string): string {
  const [, rest = ''] = publishing.split(`\n### ${heading}\n`);
  return (rest.split(/\n#{2,3} /)[0] ?? '').trim();
}

function scopesIn(text: string): string[] {
  return [
    ...new Set([...text.matchAll(/https:\/\/www\.googleapis\.com\/auth\/[\w.]+/g)].map(([found]) => found)),
  ];
}

describe('store texts of docs/publishing.md', () => {
  it('name the product as the product names itself', () => {
    expect(under('Name')).toBe(SIDEBAR_TITLE);
  });

  it.each([
    ['Name', 10, 30],
    ['Short description', 60, 200],
    ['Long description', 500, 16_000],
  ])('keep «%s» between %i and %i characters', (heading, least, most) => {
    const { length } = [...under(heading)];
    expect(length).toBeGreaterThanOrEqual(least);
    expect(length).toBeLessThanOrEqual(most);
  });

  it('do not carry the platform owner’s name', () => {
    for (const heading of ['Name', 'Short description', 'Long description']) {
      expect(under(heading)).not.toMatch(/google|гугл/i);
    }
  });

  it('have a short description of one line', () => {
    expect(under('Short description')).not.toContain('\n');
  });
});

describe('permissions', () => {
  it.each(['docs/publishing.md', 'docs/privacy.ru.md'])('are in %s those of the manifest', (file) => {
    expect(scopesIn(read(file)).sort()).toEqual([...oauthScopes].sort());
  });

  it('are in Установка.html those of the manifest, in its order', () => {
    expect(PERMISSIONS.map(({ scope }) => scope)).toEqual(oauthScopes);
  });
});

describe('docs/guide.ru.md', () => {
  const guide = read('docs/guide.ru.md');

  it('says that editors can change pasted code', () => {
    expect(guide).toContain('может редактировать книгу со вставленным кодом, может изменить этот код');
  });

  it('has examples of functions with the answers that it promises', () => {
    const block = guide.split('```')[1] ?? '';
    const named = [...block.matchAll(/=(\w+)\(/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in cells))).toEqual([]);
    expect(block).not.toMatch(/\([^)]*\d, /);
    expect(cells.MAX_ACTIVE_TEACHERS_PCT(45, 60)).toBe(0.75);
    expect(cells.MAX_STATUS(0.72, 0.75)).toBe('● близко');
    expect(cells.MAX_PEOPLE_TO_TARGET(41, 60, 0.75)).toBe(4);
  });

  it.each(['docs/guide.ru.md', 'docs/publishing.md', 'docs/privacy.ru.md'])(
    'links in %s lead somewhere',
    (file) => {
      const links = [...read(file).matchAll(/\]\(((?!https?:)[^)#]+)\)/g)].map(([, link = '']) => link);
      expect(links.filter((link) => !existsSync(path.join(ROOT, 'docs', link)))).toEqual([]);
    },
  );
});

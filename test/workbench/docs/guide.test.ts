import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { SHOTS } from '../../../workbench/docs/shots.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const GUIDE = readFileSync(path.join(ROOT, 'docs/guide.ru.md'), 'utf8');
const LARGEST = 120 * 1024;

/** Every text of the program: names of buttons, menus, sheets, columns and words in them. */
const PROGRAM = readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(path.join(ROOT, 'src', name), 'utf8'))
  .join('\n')
  // What only comments say is no name.
  .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  .replaceAll('\u00a0', ' ');

/** Words in «…» that are not the program's: of Google, of the guide's own speech, of people. */
const OTHERS: readonly string[] = [
  'По ширине',
  'Текущий лист',
  'Узкие',
  'закон требует МАХ',
  'ещё N человек',
  'обещали до 25.11: заполнят расписание',
  'Процент',
  'Читатель',
];

/** Names that the guide quotes: in «…», and steps of a menu in bold. */
function quoted(): string[] {
  const names = [...GUIDE.matchAll(/«((?:[^«»]|«[^«»]*»)+)»/g)].map(([, name = '']) => name);
  const paths = [...GUIDE.matchAll(/\*\*(МАХ и УБ ЦОК → [^*]+|Ещё → [^*]+|Отменить [^*]+)\*\*/g)];
  return [...names, ...paths.flatMap(([, name = '']) => name.split(' → '))].map((name) =>
    name.replace(/\s+/g, ' ').trim(),
  );
}

describe('the guide', () => {
  it('shows pictures that `npm run screenshots` takes, and all of them', () => {
    const shown = [...GUIDE.matchAll(/!\[[^\]]+\]\(images\/([^)]+)\.png\)/g)].map(([, name]) => name);
    expect(shown.sort()).toEqual(SHOTS.map(({ name }) => name).sort());
    for (const name of shown) {
      const file = path.join(ROOT, `docs/images/${name}.png`);
      expect(existsSync(file), file).toBe(true);
      expect(statSync(file).size, file).toBeLessThanOrEqual(LARGEST);
    }
  });

  it('names only what the program calls so', () => {
    const names = quoted();
    expect(names.length).toBeGreaterThan(50);
    const strange = names.filter((name) => !OTHERS.includes(name) && !PROGRAM.includes(name));
    expect([...new Set(strange)]).toEqual([]);
  });

  it('points to files that are there', () => {
    for (const [, target = ''] of GUIDE.matchAll(/\]\((?!https?:|#)([^)]+)\)/g)) {
      expect(existsSync(path.join(ROOT, 'docs', target)), target).toBe(true);
    }
  });
});

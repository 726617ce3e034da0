import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { InstallationCheck, Reply } from '../../src/server/contract.ts';
import { FACTS } from '../../src/server/facts/index.ts';
import { RELIED_FACTS } from '../../src/server/facts/relied.ts';
import { VERSION } from '../../src/server/version.ts';
import { type AppsScript, createAppsScript } from '../../workbench/apps-script/index.ts';
import { createEngine } from '../../workbench/engine/calculator.ts';
import { importRows, openProject, sampleWeeks } from '../book/project.ts';
import { openQuick } from '../book/quick.ts';

async function check(app: AppsScript, call = 'sidebarCheckInstallation'): Promise<InstallationCheck> {
  const reply = (await app.clientRun(call)) as Reply<InstallationCheck>;
  if (!reply.ok) throw new Error(JSON.stringify(reply.issue));
  return reply.value;
}

const contents = (app: AppsScript): unknown => JSON.parse(app.book.save()).sheets;

describe('the check of the installation', () => {
  it('names the version of the package', () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(VERSION).toBe(version);
  });

  it('tries facts of the one table, at most 40', () => {
    expect(RELIED_FACTS.length).toBeLessThanOrEqual(40);
    expect(RELIED_FACTS.every((fact) => FACTS.includes(fact))).toBe(true);
  });

  it.each(['ru_RU', 'en_US'] as const)('finds nothing wrong in an empty book in %s', async (locale) => {
    const app = openProject({ locale });
    const before = contents(app);
    const { report, faults, foreign, advice } = await check(app);
    expect({ report, faults, foreign }).toMatchObject({ faults: 0, foreign: false });
    expect(report).toContain(`версия ${VERSION}`);
    expect(report).toContain('Права: вы можете менять книгу и все листы надстройки');
    if (locale === 'ru_RU') {
      expect(report).toContain(
        'Региональные настройки книги: Россия; в ваших формулах аргументы разделяет «;»',
      );
      expect(advice).toEqual([]);
    } else {
      expect(advice).toEqual([
        expect.stringMatching(/en_US, не Россия; .* разделяет запятая, дробную часть — точка/),
      ]);
    }
    expect(report).toContain('Листы: ещё не созданы');
    expect(report.split('\n').filter((line) => line.endsWith(': да'))).toHaveLength(RELIED_FACTS.length);
    expect(contents(app)).toEqual(before);
  });

  it('leaves a book with data as it was, and names a missing sheet and differing time zones', async () => {
    const app = openProject({ timeZone: 'Asia/Vladivostok' });
    await importRows(app, sampleWeeks(6)[0] ?? []);
    app.hands.deleteSheet('История');
    const before = contents(app);
    const { report, faults, advice } = await check(app);
    expect(contents(app)).toEqual(before);
    expect(faults).toBe(1);
    expect(advice).toHaveLength(2);
    expect(report).toContain('Листы: нет «История»');
    expect(report).toContain('книги Asia/Vladivostok, скрипта Europe/Moscow');
  });
});

describe('rights', () => {
  it('are told once to who may only look, and nothing is changed', async () => {
    const owner = openQuick().app;
    await importRows(owner, sampleWeeks(6)[0] ?? []);
    const app = openProject({ book: owner.book.save(), viewer: true });
    const before = contents(app);
    const { report, faults, advice } = await check(app);
    expect(faults).toBe(1);
    expect(advice).toEqual([expect.stringMatching(/^Права: изменить книгу нельзя \(.*«Редактор»/)]);
    expect(report).not.toContain('Поведение Google Таблиц');
    expect(contents(app)).toEqual(before);
  });

  it('name the sheets of ours that are closed, and where; the rest of the check goes on', async () => {
    const { app } = openQuick();
    await importRows(app, sampleWeeks(6)[0] ?? []);
    app.hands.addSheet('Своё');
    app.hands.protect('Своё', null);
    app.hands.protect('Школы', null);
    app.hands.protect('Чек-листы', 'D3:F20');
    const { report, advice } = await check(app);
    expect(advice).toEqual([expect.stringContaining('от вас защищено: «Школы», «Чек-листы» D3:F20. ')]);
    expect(report).toContain('Листы: все на месте');
    const [, week = []] = sampleWeeks(6, 2);
    expect(await importRows(app, week)).toMatchObject({
      ok: false,
      issue: { code: 'sheet-closed', closed: ['«Школы»', '«Чек-листы» D3:F20'], whole: true },
    });
  });
});

/** The add-on on a platform that behaves otherwise: code before it changes a global. */
function otherwise(change: string): AppsScript {
  const dist = (name: string): string => readFileSync(new URL(`../../dist/${name}`, import.meta.url), 'utf8');
  const app = createAppsScript({
    manifest: JSON.parse(dist('appsscript.json')),
    calculator: createEngine,
  });
  app.load(`${dist('Code.js')}\n${change}`);
  return app;
}

describe('on a platform that differs', () => {
  it.each([
    [
      'another answer is told with what was found',
      'Utilities = { formatDate: function () { return "24.11.2025"; } };',
      /^День даты в часовом поясе: нет \(.*найдено "24\.11\.2025"\)$/m,
    ],
    [
      'a call that fails is told as undetermined',
      'Utilities = { formatDate: function () { throw new Error("Service unavailable"); } };',
      /^День даты в часовом поясе: не определено \(.*Service unavailable\)$/m,
    ],
  ])('%s', async (_note, change, line) => {
    const app = otherwise(change);
    const before = contents(app);
    const { report, faults } = await check(app);
    expect(report).toMatch(line);
    expect(faults).toBeGreaterThan(0);
    expect(contents(app)).toEqual(before);
  });
});

import { describe, expect, it } from 'vitest';
import { recordToRow } from '../../src/domain/record.ts';
import { recordWith } from '../domain/record-builder.ts';
import { importRows, openProject, sampleWeeks, sheetNamed, tableOf } from './project.ts';

describe('monitoring over a month of imports', () => {
  it('takes the best report of the month for each group, and follows an undo', async () => {
    const app = openProject();
    const orgType = 'Общеобразовательная организация';
    const week = async (date: string, teachers: number, students: number, parents: number) =>
      importRows(app, [
        recordToRow(
          recordWith({
            date,
            orgId: '7',
            orgType,
            teachersTotal: 100,
            teachersActive: teachers,
            studentsTotal: 100,
            studentsActive: students,
            parentsTotal: 100,
            parentsActive: parents,
          }),
        ),
      ]);
    const verdict = (): unknown => tableOf(app, 'Школы').get('7')?.мониторинг;
    const reason = (): string =>
      String(tableOf(app, 'Школы').get('7')?.['мониторинг: почему']).replace(/[\u00a0\u202f]/g, ' ');
    const steps: {
      date: string;
      people: [number, number, number];
      want: string;
      month: string;
      note: string;
    }[] = [
      {
        date: '2026-11-07',
        people: [90, 90, 90],
        want: 'нет данных',
        month: 'октябрь',
        note: 'window in two months',
      },
      {
        date: '2026-11-08',
        people: [75, 10, 10],
        want: 'не засчитана',
        month: 'ноябрь',
        note: 'the first of the month',
      },
      {
        date: '2026-11-15',
        people: [10, 30, 10],
        want: 'не засчитана',
        month: 'ноябрь',
        note: 'parents still missing',
      },
      {
        date: '2026-11-22',
        people: [10, 10, 30],
        want: 'засчитана',
        month: 'ноябрь',
        note: 'each group in its best week',
      },
      {
        date: '2026-12-01',
        people: [1, 1, 1],
        want: 'засчитана',
        month: 'ноябрь',
        note: 'the last report of the month',
      },
      {
        date: '2026-12-08',
        people: [80, 20, 40],
        want: 'не засчитана',
        month: 'декабрь',
        note: 'a new month',
      },
    ];
    for (const { date, people, want, month, note } of steps) {
      await week(date, ...people);
      expect([note, verdict()]).toEqual([note, want]);
      expect(reason()).toContain(`Оценка за ${month} 2026: ${want}`);
    }
    expect(reason()).toContain('обучающиеся: 20 % (20 из 100, отчёт от 08.12.2026), нужно 30 %');
    app.answer({ button: 'YES' });
    app.run('undoImport');
    expect([verdict(), reason()]).toEqual(['засчитана', expect.stringContaining('Оценка за ноябрь 2026')]);
  });
});

describe('the date of the report', () => {
  it('chooses the target: an old week is judged by its own', async () => {
    const app = openProject();
    const weeks = sampleWeeks(3, 2);
    const target = (): unknown => {
      const { values } = app.view(sheetNamed(app, 'Школы'));
      return values[1]?.[(values[0] ?? []).indexOf('МАХ педагоги: доля')];
    };
    await importRows(app, weeks[0] ?? []);
    const { values } = app.view(sheetNamed(app, 'Настройки'));
    app.hands.paste('Настройки', `A${values.length + 1}`, [
      ['target.max.teachers', '', '90%', '', '15.11.2026'],
    ]);
    expect(target()).toBe(0.75);
    await importRows(app, weeks[1] ?? []);
    expect(target()).toBe(0.9);
    // Emptied from a day on: nothing is judged any more.
    app.edit('Настройки', `C${values.length + 1}`, '');
    expect(target()).toBe('нет цели');
  });
});

import { describe, expect, it } from 'vitest';
import { importRows, openProject, sampleWeeks, sheetNamed } from './project.ts';

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

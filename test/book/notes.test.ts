import { describe, expect, it } from 'vitest';
import { CHECKLISTS_LAYOUT } from '../../src/book/checklists/columns.ts';
import { COK_LAYOUT } from '../../src/book/cok/layout.ts';
import { HISTORY_LAYOUT } from '../../src/book/history.ts';
import type { SheetLayout } from '../../src/book/layout.ts';
import { LOG_LAYOUT } from '../../src/book/log.ts';
import { REFERENCE_LAYOUT } from '../../src/book/reference-sheet.ts';
import { SCHOOLS_LAYOUT } from '../../src/book/schools.ts';
import { SETTINGS_LAYOUT } from '../../src/book/settings/sheet.ts';
import { noteOf } from '../../src/book/sheet-maker.ts';
import { STATISTICS_LAYOUT } from '../../src/book/statistics.ts';
import { SUMMARY_DATA_LAYOUT, SUMMARY_LAYOUT } from '../../src/book/summary/layout.ts';
import { TEXTS_LAYOUT } from '../../src/book/texts-sheet.ts';
import { STEPS } from '../../src/domain/checklists/steps.ts';
import { stepNote } from '../../src/text/checklist-steps.ts';
import { LINKS } from '../../src/text/links.ts';
import { referenceChapters } from '../../src/text/reference/index.ts';
import { seeReference } from '../../src/text/reference/see.ts';
import { stepName } from '../../src/text/step-titles.ts';
import { importRows, sampleWeeks, sheetNamed } from './project.ts';
import { openQuick } from './quick.ts';

const PARAGRAPHS = referenceChapters(LINKS).flatMap(({ paragraphs }) => paragraphs);
const LAST_LINES = new Set(PARAGRAPHS.map(({ title }) => seeReference(title)));
const SHEETS: readonly SheetLayout[] = [
  SUMMARY_LAYOUT,
  SCHOOLS_LAYOUT,
  CHECKLISTS_LAYOUT,
  COK_LAYOUT,
  STATISTICS_LAYOUT,
  HISTORY_LAYOUT,
  LOG_LAYOUT,
  SETTINGS_LAYOUT,
  TEXTS_LAYOUT,
  REFERENCE_LAYOUT,
  SUMMARY_DATA_LAYOUT,
];

const lastLine = (note: string): string => note.slice(note.lastIndexOf('\n') + 1);

describe('notes of the headings', () => {
  it.each(SHEETS)('«$name»: each names a paragraph that «Справка» has', (layout) => {
    const notes = layout.columns.filter(({ note }) => note !== '').map((column) => noteOf(layout, column));
    expect(notes.length).toBeGreaterThan(0);
    for (const note of notes) expect(LAST_LINES, note).toContain(lastLine(note));
  });

  it('titles of paragraphs are told apart, so that a note leads to one', () => {
    expect(LAST_LINES.size).toBe(PARAGRAPHS.length);
  });

  it.each(STEPS)('$label: the how-to names the paragraph of its step', ({ id }) => {
    expect(lastLine(stepNote(id))).toBe(seeReference(stepName(id)));
    expect(LAST_LINES).toContain(seeReference(stepName(id)));
  });

  it('stand in the book; a how-to of an earlier version gets the line, a note of people stays', async () => {
    const { app } = openQuick();
    await importRows(app, sampleWeeks(3, 1)[0] ?? []);
    const noteAt = (name: string, heading: string): string => {
      const sheet = app.book.sheet(sheetNamed(app, name));
      const cell = (sheet.cells[0] ?? []).find((one) => one?.value === heading);
      return cell?.note ?? '';
    };
    expect(noteAt('Школы', 'МАХ педагоги: статус')).toContain('Подробнее: Справка, «Что означают статусы»');
    expect(noteAt('Сводка', '±')).toContain('Подробнее: Справка, «Показатель района»');
    const [OLD, OWN] = ['integration.datagate', 'integration.token'] as const;
    const notes = { [OLD]: 'Как сделать\nПодробнее', [OWN]: 'Как сделать\nПодробнее' };
    app.run('sidebarReadChecklists', { [OLD]: 'Как сделать', [OWN]: 'Своё' });
    app.run('sidebarReadChecklists', notes);
    expect(noteAt('Чек-листы', stepName(OLD))).toBe(notes[OLD]);
    expect(noteAt('Чек-листы', stepName(OWN))).toBe('Своё');
    app.dispose();
  });
});

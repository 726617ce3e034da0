import { districtPage, pageText } from '../../../text/messages/page.ts';
import type { PageRow } from '../../../text/messages/sheet-rows.ts';
import { splitMessage } from '../../../text/messages/split.ts';
import { button, element, fill, setAttribute } from '../../dom.ts';
import { sentenceFor } from '../../failure.ts';
import { createPicker } from '../../picker.ts';
import type { School } from '../../schools.ts';
import type { ViewContext } from '../../view.ts';
import { createCopying } from './copy.ts';
import type { Desk } from './desk.ts';
import type { Pane } from './pane.ts';
import { partList } from './parts.ts';

/** «Справка для руководителя»: one page of the district or of a school, as text and as a sheet to print. */
export function createHeadPage(context: ViewContext, desk: Desk): Pane {
  const place = element('div', { class: 'stack' });
  const line = element('p', { class: 'quiet small' });
  const copying = createCopying(context, desk, () => undefined);
  let school: School | null = null;
  let rows: readonly PageRow[] = [];

  function draw(): void {
    rows = school === null ? pageOfDistrict(desk) : desk.pageOf(school);
    setAttribute(whole, 'disabled', school === null);
    const parts = splitMessage(pageText(rows)).map((text) => ({ text, texts: [] }));
    fill(place, partList(parts, school === null ? 'Справка о районе' : 'Справка о школе', copying));
    line.textContent = '';
  }

  async function writeSheet(): Promise<void> {
    setAttribute(write, 'disabled', true);
    line.textContent = 'Записываем…';
    const reply = await context.server.sidebarWriteReport(rows);
    setAttribute(write, 'disabled', false);
    line.textContent = reply.ok
      ? `Записано на лист «${reply.value.sheet}». Печать: Файл → Распечатать, A4, книжная, по ширине.`
      : sentenceFor(reply.issue);
    context.announce(line.textContent);
  }

  const picker = createPicker(desk.schools, (chosen) => {
    school = chosen;
    context.chosen.schoolId = chosen.record.orgId;
    picker.show(chosen);
    draw();
  });
  const whole = button('О районе целиком', () => {
    school = null;
    draw();
  });
  const write = button('Записать на лист для печати', () => void writeSheet(), { primary: true });
  draw();
  return {
    element: element('div', { class: 'stack' }, picker.element, whole, place, write, line),
    known: draw,
    reveal: () => undefined,
  };
}

function pageOfDistrict(desk: Desk): PageRow[] {
  const { book, schools } = desk;
  const grown = desk.grown().map((facts) => ({ facts, growth: desk.growthOf(facts) }));
  return districtPage(schools, book.targets, book.date ?? '', grown);
}

import { readSchoolRow } from '../../../domain/checklists/school-row.ts';
import type { Group } from '../../../domain/columns.ts';
import { grownMost, growthOf, type IndicatorGrowth } from '../../../domain/growth.ts';
import type { Issue } from '../../../domain/issues.ts';
import type { BookState } from '../../../server/contract.ts';
import type { CopiedText, EarlierRow, LastText, TextsState } from '../../../server/contract-texts.ts';
import { linksWith } from '../../../text/links.ts';
import { templatesInForce } from '../../../text/messages/check.ts';
import { peopleOf, type SchoolFacts } from '../../../text/messages/facts.ts';
import { schoolPage } from '../../../text/messages/page.ts';
import { type Message, schoolMessage, thanksMessage } from '../../../text/messages/school.ts';
import type { PageRow } from '../../../text/messages/sheet-rows.ts';
import { TEMPLATE_TITLES, type Templates, type Tone } from '../../../text/messages/templates.ts';
import { type School, schoolsOf } from '../../schools.ts';

/** So many schools get thanks for growing, though they have not reached their targets. */
const GROWN = 5;

/** What the texts are made of: the book, the templates in force, what was sent before. */
export interface Desk {
  readonly book: BookState;
  readonly schools: readonly School[];
  readonly lagging: readonly School[];
  readonly templates: Templates;
  /** What is wrong in «Настройки», the templates among it. */
  readonly issues: readonly Issue[];
  tone(): Tone;
  setTone(tone: Tone): void;
  /** What «Журнал» and «История» said arrived. */
  know(state: TextsState): void;
  /** Texts were copied just now. */
  sent(last: readonly LastText[]): void;
  lastOf(school: School): LastText | null;
  growthOf(school: School): IndicatorGrowth[];
  /** The page for the head: its step is one that is not ticked, with the links in force. */
  pageOf(school: School): PageRow[];
  messageTo(school: School): Message;
  thanksTo(school: School): Message;
  /** Schools that reached every target they have data for. */
  reached(): readonly School[];
  /** Lagging schools whose staff grew most since the report before. */
  grown(): readonly School[];
}

export function createDesk(book: BookState, firstTone: Tone): Desk {
  const schools = schoolsOf(book);
  const { templates, issues } = templatesInForce(book.texts);
  const links = linksWith(book.links);
  const known = new Map<string, Pick<SchoolFacts, 'states' | 'promise'>>();
  const last = new Map<string, LastText>();
  const earlier = new Map<string, EarlierRow>();
  let tone = firstTone;

  function growth(school: School): IndicatorGrowth[] {
    const row = earlier.get(school.record.orgId);
    return growthOf(school.assessments, ({ source, group }) =>
      row === undefined || source === 'cok' ? null : countsOf(row, group),
    );
  }

  function factsOf(school: School): SchoolFacts {
    return { ...school, ...known.get(school.record.orgId) };
  }

  function messageTo(school: School): Message {
    return schoolMessage(factsOf(school), { tone, templates, links }, growth(school));
  }

  return {
    book,
    schools,
    lagging: schools.filter((school) => school.lagging),
    templates,
    issues: [...book.issues, ...issues],
    tone: () => tone,
    setTone: (picked) => {
      tone = picked;
    },
    know: (state) => {
      for (const text of state.last) last.set(text[0], text);
      for (const row of state.earlier) earlier.set(row[0], row);
      const { today } = state;
      for (const row of state.checklists) {
        const { states, promises } = readSchoolRow(
          { ...row, school: row.name },
          { today, reportDate: book.date },
        );
        const promise = promises.find(({ until }) => until >= today) ?? null;
        known.set(row.id, { states, promise });
      }
    },
    sent: (texts) => {
      for (const text of texts) last.set(text[0], text);
    },
    lastOf: (school) => last.get(school.record.orgId) ?? null,
    growthOf: growth,
    pageOf: (school) => schoolPage(factsOf(school), growth(school), links),
    messageTo,
    thanksTo: (school) => thanksMessage(school, { tone, templates }, growth(school)),
    reached: () => schools.filter((school) => !school.lagging && messageTo(school).about === 'thanks'),
    grown: () =>
      grownMost(
        schools.filter((school) => school.lagging).map((school) => ({ school, growth: growth(school) })),
        GROWN,
      ),
  };
}

function countsOf(row: EarlierRow, group: Group): { active: number | null; total: number | null } {
  const [, teachersActive, teachersTotal, parentsActive, parentsTotal, studentsActive, studentsTotal] = row;
  if (group === 'teachers') return { active: teachersActive, total: teachersTotal };
  if (group === 'parents') return { active: parentsActive, total: parentsTotal };
  return { active: studentsActive, total: studentsTotal };
}

/** What a text is about, for «Журнал» and the sheet: «Напоминание: педагоги, родители». */
export function aboutOf({ about, template, missed }: Message): string {
  if (template === null) return about === 'absent' ? 'Нет в отчёте' : 'Нет данных';
  const people = missed.map(({ indicator }) => peopleOf(indicator)).join(', ');
  return people === '' ? TEMPLATE_TITLES[template] : `${TEMPLATE_TITLES[template]}: ${people}`;
}

/** The line of «Журнал» for a school's text. */
export function copiedText(school: School, message: Message): CopiedText {
  return { id: school.record.orgId, school: school.record.shortName, about: aboutOf(message) };
}

/** «24.11.2025, Напоминание: педагоги» */
export function lastWords([, when, about]: LastText): string {
  const day = new Date(when);
  const two = (count: number): string => String(count).padStart(2, '0');
  return `${two(day.getDate())}.${two(day.getMonth() + 1)}.${day.getFullYear()}${about === '' ? '' : `, ${about}`}`;
}

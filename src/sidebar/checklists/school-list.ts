import { readSchoolRow, type SchoolReading } from '../../domain/checklists/school-row.ts';
import type { IndicatorCode } from '../../domain/indicators.ts';
import type { IsoDate } from '../../domain/record.ts';
import type { ChecklistRow, ChecklistState } from '../../server/contract-checklists.ts';
import type { Findable } from '../findable.ts';
import { type School, schoolsOf } from '../schools.ts';

/** One row of «Чек-листы» with what the statistics and «Школы» say of the school. */
export interface ChecklistSchool extends Findable {
  readonly id: string;
  readonly name: string;
  readonly row: ChecklistRow;
  readonly reading: SchoolReading;
  /** null where «Статистика» does not have the school. */
  readonly judged: School | null;
  /** '' where nobody is assigned. */
  readonly coordinator: string;
  /** Day on which a text to it was copied last. */
  readonly lastText: IsoDate | null;
  readonly changes: Readonly<Partial<Record<IndicatorCode, number>>>;
}

/** The schools of the view; a row that comes back from the server replaces what is held of it. */
export interface SchoolList {
  readonly state: ChecklistState;
  /** In the order of the sheet. */
  all(): readonly ChecklistSchool[];
  byId(id: string): ChecklistSchool | undefined;
  put(row: ChecklistRow): void;
  assign(id: string, coordinator: string): void;
}

export function createSchoolList(state: ChecklistState): SchoolList {
  const judged = new Map(schoolsOf(state.book).map((school) => [school.record.orgId, school]));
  const schools = new Map<string, ChecklistSchool>();
  for (const row of state.rows) schools.set(row.id, made(row));
  let listed: readonly ChecklistSchool[] | null = null;

  function made(row: ChecklistRow): ChecklistSchool {
    const school = judged.get(row.id) ?? null;
    const extra = state.extras[row.id];
    return {
      id: row.id,
      name: row.name,
      row,
      reading: readSchoolRow(
        { ...row, school: row.name },
        { today: state.today, reportDate: state.book.date },
      ),
      judged: school,
      coordinator: extra?.coordinator ?? '',
      lastText: state.lastTexts[row.id] ?? null,
      changes: extra?.changes ?? {},
      ...findable(row, school),
    };
  }

  function set(school: ChecklistSchool): void {
    schools.set(school.id, school);
    listed = null;
  }

  return {
    state,
    all: () => {
      listed ??= [...schools.values()];
      return listed;
    },
    byId: (id) => schools.get(id),
    put: (row) => {
      const before = schools.get(row.id);
      if (before !== undefined) set({ ...made(row), coordinator: before.coordinator });
    },
    assign: (id, coordinator) => {
      const before = schools.get(id);
      if (before !== undefined) set({ ...before, coordinator });
    },
  };
}

function findable(row: ChecklistRow, judged: School | null): Findable {
  if (judged !== null) return judged;
  return { record: { shortName: row.name, orgId: row.id, municipality: '' } };
}

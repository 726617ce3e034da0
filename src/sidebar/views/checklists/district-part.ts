import type { StepId } from '../../../domain/checklists/steps.ts';
import type { ChecklistSchool, SchoolList } from '../../checklists/school-list.ts';
import { element, fill, refill } from '../../dom.ts';
import type { ViewContext } from '../../view.ts';
import { type BulkResult, bulkNotice } from './bulk-tick.ts';
import { type DistrictTools, districtPane } from './district-pane.ts';
import { createKindFilter } from './filters.ts';

export interface DistrictPart {
  readonly element: HTMLElement;
  update(schools: readonly ChecklistSchool[]): void;
  /** Draws what the book holds now. */
  draw(): void;
}

export interface DistrictPartTools {
  readonly context: ViewContext;
  list(): SchoolList;
  who(): string;
  openSchool(id: string, step?: StepId): void;
}

/** The side «Все школы»: the schools of the filters together. */
export function createDistrictPart(outer: DistrictPartTools): DistrictPart {
  const kind = createKindFilter(() => draw());
  const result = element('div', {});
  const place = element('div', {});
  let schools: readonly ChecklistSchool[] = [];

  const tools: DistrictTools = {
    ...outer,
    opened: new Set(['Застрявшие шаги']),
    finished: (bulk: BulkResult) => {
      draw();
      fill(result, bulkNotice(bulk, tools));
      (result.querySelector('button') ?? result).scrollIntoView({ block: 'center' });
      result.querySelector('button')?.focus({ preventScroll: true });
      outer.context.announce(bulk.sentence);
    },
  };

  /** The schools as they are now: rows are replaced when something is written. */
  function draw(): void {
    const now = schools.map((school) => outer.list().byId(school.id) ?? school);
    refill(place, districtPane(kind.apply(now), tools));
  }

  return {
    element: element('div', { class: 'stack' }, kind.element, result, place),
    update: (now) => {
      schools = now;
      kind.update(now);
    },
    draw,
  };
}

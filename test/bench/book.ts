import type { StatisticsRow } from '../../src/domain/record.ts';
import { RUN_LIMIT_MS } from '../../workbench/apps-script/calls.ts';
import type { AppsScript } from '../../workbench/apps-script/index.ts';
import { look, seen, tick } from '../book/checklists/support.ts';
import { cokReport } from '../book/cok/report.ts';
import { sampleWeeks } from '../book/project.ts';
import { openQuick } from '../book/quick.ts';
import type { Measure } from './measure.ts';

const DISTRICT = 100;
const CITY = 2500;
const STEP = 'cok.timetable';

/** Most service calls of an action; null: it is done once in the life of a book. */
const BUDGETS = {
  'first import into an empty book': null,
  'import of the next week': 40,
  'the same file again': 40,
  'sidebar reads the book': 40,
  '«Чек-листы» are opened': 40,
  'tick in «Чек-листы»': 6,
  'tick taken back': 6,
  'step ticked for all schools': 6,
  'texts are opened': 40,
  'rows for УБ ЦОК': 40,
  'import of УБ ЦОК': 40,
  'import of УБ ЦОК undone': 40,
} as const satisfies Record<string, number | null>;

type Action = keyof typeof BUDGETS;

interface Cost {
  readonly calls: number;
  /** Modelled milliseconds on the platform. */
  readonly modelled: number;
}

/**
 * The whole product in an emulated book of a district and of a city, week after week. Formulas are
 * not calculated: the platform does that beside the run, and the model of its time includes a flush.
 */
export function benchBook(): Measure[] {
  const district = costs(DISTRICT);
  const city = costs(CITY);
  const actions = Object.keys(BUDGETS) as Action[];
  const more = actions.map((action) => Math.abs(city[action].calls - district[action].calls));
  return [
    ...actions.map(
      (action): Measure => ({
        what: `${action}, ${CITY} schools`,
        measured: city[action].calls,
        budget: BUDGETS[action],
        unit: 'calls',
      }),
    ),
    {
      what: `the most that one of these costs more than for ${DISTRICT} schools`,
      measured: Math.max(...more),
      budget: 0,
      unit: 'calls',
    },
    ...actions.map(
      (action): Measure => ({
        what: `modelled run on the platform: ${action}`,
        measured: city[action].modelled / 1000,
        budget: RUN_LIMIT_MS / 1000,
        unit: 's',
      }),
    ),
  ];
}

function costs(schools: number): Record<Action, Cost> {
  const [before = [], week = []] = sampleWeeks(schools, 2);
  const { app } = openQuick();
  const measured = (act: () => void): Cost => {
    act();
    return { calls: app.lastRun.calls, modelled: app.lastRun.milliseconds };
  };
  const run = (name: string, ...args: readonly unknown[]) => measured(() => accepted(app, name, args));
  const imported = (rows: readonly StatisticsRow[]) =>
    run('sidebarImportStatistics', { fileName: 'stat.csv', rows });

  const first = imported(before);
  const next = imported(week);
  const again = imported(week);
  const read = run('sidebarReadBook');
  accepted(app, 'sidebarReadChecklists', [{}]);
  const opened = measured(() => look(app));
  const state = look(app);
  const [row] = state.rows;
  if (row === undefined) throw new Error('«Чек-листы» are empty.');
  const ticked = run('sidebarChangeChecklist', tick(state.hints, row.id, STEP));
  const untick = tick(state.hints, row.id, STEP, { done: false, saw: { cell: true, checkedOn: null } });
  const back = run('sidebarChangeChecklist', untick);
  const bulk = run('sidebarTickSchools', {
    step: STEP,
    done: true,
    checked: null,
    schools: state.rows.map((one) => ({ id: one.id, saw: seen(one, STEP) })),
    who: 'К1',
    hints: state.hints,
  });
  const texts = run('sidebarReadTexts', '2026-11-18');
  const rows = run('sidebarPrepareCok');
  accepted(app, 'sidebarImportCok', [cokReport(before, '2026-11-11')]);
  const cok = run('sidebarImportCok', cokReport(week, '2026-11-18', 2));
  app.open();
  const undone = measured(() => app.menu.click('Отменить последний импорт'));
  app.dispose();
  return {
    'first import into an empty book': first,
    'import of the next week': next,
    'the same file again': again,
    'sidebar reads the book': read,
    '«Чек-листы» are opened': opened,
    'tick in «Чек-листы»': ticked,
    'tick taken back': back,
    'step ticked for all schools': bulk,
    'texts are opened': texts,
    'rows for УБ ЦОК': rows,
    'import of УБ ЦОК': cok,
    'import of УБ ЦОК undone': undone,
  };
}

function accepted(app: AppsScript, name: string, args: readonly unknown[]): void {
  const reply: unknown = app.run(name, ...args);
  if (Object(reply).ok !== true) throw new Error(`${name} was refused: ${JSON.stringify(reply)}`);
}

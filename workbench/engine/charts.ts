import { a1Of, quoteSheet } from '../apps-script/address.ts';
import type { Chart } from '../apps-script/book-state.ts';
import type { SheetArea } from '../apps-script/cell.ts';
import type { EngineCommand } from './batch.ts';
import { engineSheetId } from './workbook.ts';

/** What Sheets makes of a chart that names no size. */
const DEFAULT_SIZE = { width: 600, height: 371 };

/** The kinds of chart that the engine draws as Sheets does; any other is drawn as columns. */
const KINDS: Readonly<Record<string, object>> = {
  LINE: { type: 'line', labelsAsText: true, cumulative: false },
  AREA: { type: 'line', labelsAsText: true, cumulative: false, fillArea: true },
  BAR: { type: 'bar', horizontal: true },
  COLUMN: { type: 'bar' },
};

const LEGENDS: readonly unknown[] = ['top', 'bottom', 'left', 'right', 'none'];

function numberOption({ options }: Chart, name: string, otherwise: number): number {
  const value = options[name];
  return typeof value === 'number' ? value : otherwise;
}

function legendOf({ options }: Chart): unknown {
  const { legend } = options;
  const place =
    typeof legend === 'object' && legend !== null && 'position' in legend
      ? legend.position
      : options['legend.position'];
  return LEGENDS.includes(place) ? place : 'right';
}

/** The columns of the chart's ranges side by side: the first one holds the labels, each other is a series. */
function columnsOf({ areas }: Chart): SheetArea[] {
  return areas.flatMap((area) =>
    Array.from({ length: area.columns }, (_, index) => ({
      ...area,
      column: area.column + index,
      columns: 1,
    })),
  );
}

function definitionOf(chart: Chart, nameOf: (sheetId: number) => string): object {
  const [labels, ...series] = columnsOf(chart).map(
    (area) => `${quoteSheet(nameOf(area.sheetId))}!${a1Of(area)}`,
  );
  const colours = Array.isArray(chart.options.colors) ? chart.options.colors : [];
  const ids = series.map((_, index) => `series-${index}`);
  return {
    ...(KINDS[chart.type] ?? KINDS.COLUMN),
    stacked: chart.options.isStacked === true,
    title: { text: String(chart.options.title ?? '') },
    legendPosition: legendOf(chart),
    dataSetStyles: Object.fromEntries(
      ids.flatMap((id, index) =>
        colours[index] === undefined ? [] : [[id, { backgroundColor: colours[index] }]],
      ),
    ),
    dataSource: {
      type: 'range',
      dataSets: series.map((dataRange, index) => ({ dataSetId: ids[index], dataRange })),
      dataSetsHaveTitle: chart.headers > 0,
      ...(labels === undefined ? {} : { labelRange: labels }),
    },
  };
}

/** Commands that take the engine's sheet from some charts to others. */
export function chartCommands(
  sheet: { readonly id: number; readonly charts: readonly Chart[] },
  before: readonly Chart[],
  nameOf: (sheetId: number) => string,
): EngineCommand[] {
  const sheetId = engineSheetId(sheet.id);
  const figureOf = ({ id }: Chart): string => `${sheetId}-chart-${id}`;
  const gone = before.filter((chart) => !sheet.charts.includes(chart));
  const placed = sheet.charts.filter((chart) => !before.includes(chart));
  return [
    ...gone.map((chart) => ({ type: 'DELETE_FIGURE', sheetId, figureId: figureOf(chart) })),
    ...placed.map((chart) => ({
      type: 'CREATE_CHART',
      sheetId,
      figureId: figureOf(chart),
      chartId: figureOf(chart),
      col: chart.position.column - 1,
      row: chart.position.row - 1,
      offset: { x: chart.position.offsetX, y: chart.position.offsetY },
      size: {
        width: numberOption(chart, 'width', DEFAULT_SIZE.width),
        height: numberOption(chart, 'height', DEFAULT_SIZE.height),
      },
      definition: definitionOf(chart, nameOf),
    })),
  ];
}

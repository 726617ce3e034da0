import type { Chart } from '../book-state.ts';
import type { Context } from '../context.ts';
import { Emulated, EnumValue } from '../emulated.ts';
import { enumValue } from '../enums.ts';
import { NotKnown, ServiceException } from '../errors.ts';
import { RangeService } from './range.ts';

/** `id` 0: not yet in a sheet. */
type Draft = Chart;

const NEW_CHART: Draft = {
  id: 0,
  type: 'COLUMN',
  areas: [],
  options: {},
  position: { row: 1, column: 1, offsetX: 0, offsetY: 0 },
  headers: 0,
};

export class EmbeddedChartService extends Emulated {
  readonly platformName = 'EmbeddedChart';
  readonly chart: Chart;
  private readonly context: Context;
  private readonly sheetId: number;

  constructor(context: Context, sheetId: number, chart: Chart) {
    super();
    this.context = context;
    this.sheetId = sheetId;
    this.chart = chart;
  }

  getChartId(): number | null {
    return this.chart.id === 0 ? null : this.chart.id;
  }
  getRanges(): readonly RangeService[] {
    return this.chart.areas.map((area) => new RangeService(this.context, area));
  }
  getNumHeaders(): number {
    return this.chart.headers;
  }
  getContainerInfo(): ContainerInfoService {
    return new ContainerInfoService(this.chart.position);
  }
  getOptions(): ChartOptionsService {
    return new ChartOptionsService(this.chart.options);
  }
  modify(): EmbeddedChartBuilderService {
    return new EmbeddedChartBuilderService(this.context, this.sheetId, this.chart);
  }
}

class ContainerInfoService extends Emulated {
  readonly platformName = 'ContainerInfo';
  private readonly position: Chart['position'];

  constructor(position: Chart['position']) {
    super();
    this.position = position;
  }

  getAnchorRow(): number {
    return this.position.row;
  }
  getAnchorColumn(): number {
    return this.position.column;
  }
  getOffsetX(): number {
    return this.position.offsetX;
  }
  getOffsetY(): number {
    return this.position.offsetY;
  }
}

class ChartOptionsService extends Emulated {
  readonly platformName = 'ChartOptions';
  private readonly options: Chart['options'];

  constructor(options: Chart['options']) {
    super();
    this.options = options;
  }

  get(name: string): unknown {
    return this.options[name] ?? null;
  }
  getOrDefault(name: string): unknown {
    const value = this.get(name);
    if (value === null) throw new NotKnown(`the default of the chart option ${name}`);
    return value;
  }
}

/** The generic builder: it has setOption, but no setTitle and no colours. */
export class EmbeddedChartBuilderService extends Emulated {
  readonly platformName: string = 'EmbeddedChartBuilder';
  protected readonly context: Context;
  protected readonly sheetId: number;
  protected draft: Draft;

  constructor(context: Context, sheetId: number, draft: Draft = NEW_CHART) {
    super();
    this.context = context;
    this.sheetId = sheetId;
    this.draft = draft;
  }

  build(): EmbeddedChartService {
    return new EmbeddedChartService(this.context, this.sheetId, this.draft);
  }
  addRange(range: RangeService): this {
    return this.change({ areas: [...this.draft.areas, range.area] });
  }
  clearRanges(): this {
    return this.change({ areas: [] });
  }
  getRanges(): readonly RangeService[] {
    return this.draft.areas.map((area) => new RangeService(this.context, area));
  }
  setPosition(row: number, column: number, offsetX: number, offsetY: number): this {
    return this.change({ position: { row, column, offsetX, offsetY } });
  }
  setNumHeaders(headers: number): this {
    return this.change({ headers });
  }
  setOption(name: string, value: unknown): this {
    return this.change({ options: { ...this.draft.options, [name]: value } });
  }
  setChartType(type: unknown): this {
    if (!(type instanceof EnumValue)) throw new NotKnown('a chart type that is no Charts.ChartType');
    return this.change({ type: type.name() });
  }
  getChartType(): EnumValue {
    return enumValue('ChartType', this.draft.type);
  }
  removeRange(range: RangeService): this {
    const gone = JSON.stringify(range.area);
    return this.change({ areas: this.draft.areas.filter((area) => JSON.stringify(area) !== gone) });
  }
  getContainer(): ContainerInfoService {
    return new ContainerInfoService(this.draft.position);
  }
  asHistogramChart(): TypedChartBuilderService {
    return this.typed('Histogram');
  }
  asScatterChart(): TypedChartBuilderService {
    return this.typed('Scatter');
  }
  asTableChart(): TypedChartBuilderService {
    return this.typed('Table');
  }
  asColumnChart(): TypedChartBuilderService {
    return this.typed('Column');
  }
  asBarChart(): TypedChartBuilderService {
    return this.typed('Bar');
  }
  asLineChart(): TypedChartBuilderService {
    return this.typed('Line');
  }
  asAreaChart(): TypedChartBuilderService {
    return this.typed('Area');
  }
  asPieChart(): TypedChartBuilderService {
    return this.typed('Pie');
  }
  asComboChart(): TypedChartBuilderService {
    return this.typed('Combo');
  }

  protected change(change: Partial<Draft>): this {
    this.draft = { ...this.draft, ...change };
    return this;
  }
  private typed(kind: string): TypedChartBuilderService {
    return new TypedChartBuilderService(
      this.context,
      this.sheetId,
      { ...this.draft, type: kind.toUpperCase() },
      kind,
    );
  }
}

export class TypedChartBuilderService extends EmbeddedChartBuilderService {
  override readonly platformName: string;

  constructor(context: Context, sheetId: number, draft: Draft, kind: string) {
    super(context, sheetId, draft);
    this.platformName = `Embedded${kind}ChartBuilder`;
  }

  setTitle(title: string): this {
    return this.setOption('title', title);
  }
  setXAxisTitle(title: string): this {
    return this.setOption('hAxis.title', title);
  }
  setYAxisTitle(title: string): this {
    return this.setOption('vAxis.title', title);
  }
  setColors(colors: readonly string[]): this {
    return this.setOption('colors', colors);
  }
  setBackgroundColor(colour: string): this {
    return this.setOption('backgroundColor', colour);
  }
  setRange(start: number, end: number): this {
    return this.setOption('vAxis.viewWindow', { min: start, max: end });
  }
  setLegendPosition(position: EnumValue): this {
    return this.setOption('legend.position', position.name().toLowerCase());
  }
  set3D(): this {
    return this.setOption('is3D', true);
  }
  setStacked(): this {
    return this.setOption('isStacked', true);
  }
}

export function chartsOf(context: Context, sheetId: number): readonly EmbeddedChartService[] {
  return context.book.sheet(sheetId).charts.map((chart) => new EmbeddedChartService(context, sheetId, chart));
}

export function placeChart(
  context: Context,
  sheetId: number,
  { chart }: EmbeddedChartService,
  how: 'insert' | 'update',
): void {
  if (how === 'update' && !context.book.sheet(sheetId).charts.some(({ id }) => id === chart.id)) {
    throw new ServiceException('The chart is not in this sheet.');
  }
  const placed = how === 'insert' ? { ...chart, id: context.book.nextId() } : chart;
  context.run.write(() =>
    context.book.changeLayout(sheetId, (sheet) => {
      sheet.charts =
        how === 'insert'
          ? [...sheet.charts, placed]
          : sheet.charts.map((old) => (old.id === placed.id ? placed : old));
    }),
  );
}

export function removeChart(context: Context, sheetId: number, { chart }: EmbeddedChartService): void {
  context.run.write(() =>
    context.book.changeLayout(sheetId, (sheet) => {
      sheet.charts = sheet.charts.filter(({ id }) => id !== chart.id);
    }),
  );
}

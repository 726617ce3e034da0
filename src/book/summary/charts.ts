import { INDICATORS, type Indicator } from '../../domain/indicators.ts';
import { STATUS_FACES, STATUSES } from '../../domain/status.ts';
import type { Sheet } from '../platform.ts';
import { DATA_LETTER, DATA_ROW, SUMMARY_LAYOUT, SUMMARY_ROWS } from './layout.ts';

/** Charts of the platform: schools by status, and the trend of each indicator with its target. */
const STATUS_TITLE = 'Школы по статусу';
export const CHART_WIDTH = 388;
export const CHART_HEIGHT = 176;
export const CHARTS_IN_ROW = 3;
const LINE_COLOUR = '#1a73e8';
const TARGET_COLOUR = '#b3261e';
/** «не применимо» has no fill in the sheet. */
const NO_FILL = '#ffffff';

type Chart = GoogleAppsScript.Spreadsheet.EmbeddedChart;

/** Puts the charts in place of those of an earlier time; people's own charts stay. */
export function placeCharts(summary: Sheet, data: Sheet): void {
  const titles = [STATUS_TITLE, ...INDICATORS.map(({ title }) => title)];
  for (const chart of summary.getCharts()) {
    if (titles.includes(String(chart.getOptions().get('title')))) summary.removeChart(chart);
  }
  const range = (sheet: Sheet, letters: string, last: number) =>
    sheet.getRange(`${letters.replace(':', '1:')}${last}`);
  const lastRow = SUMMARY_LAYOUT.firstRow + INDICATORS.length - 1;
  const statuses = summary
    .newChart()
    .asBarChart()
    .setStacked()
    .addRange(range(data, `${DATA_LETTER.label}:${DATA_LETTER.label}`, lastRow))
    .addRange(range(summary, 'I:M', lastRow))
    .setOption(
      'colors',
      STATUSES.map((status) => STATUS_FACES[status].fill ?? NO_FILL),
    );
  const dateOf = ({ source }: Indicator): string =>
    source === 'max' ? DATA_LETTER.date : DATA_LETTER.cokDate;
  const trends = INDICATORS.map((indicator) =>
    summary
      .newChart()
      .asLineChart()
      .addRange(range(data, `${dateOf(indicator)}:${dateOf(indicator)}`, DATA_ROW.previous - 1))
      .addRange(
        range(
          data,
          `${DATA_LETTER.share(indicator)}:${DATA_LETTER.target(indicator)}`,
          DATA_ROW.previous - 1,
        ),
      )
      .setOption('colors', [LINE_COLOUR, TARGET_COLOUR]),
  );
  [statuses, ...trends].forEach((builder, index) => {
    const chart: Chart = builder
      .setNumHeaders(1)
      .setOption('title', titles[index] ?? '')
      .setOption('legend', { position: index === 0 ? 'right' : 'bottom' })
      .setOption('width', CHART_WIDTH)
      .setOption('height', CHART_HEIGHT)
      .setPosition(
        SUMMARY_ROWS.charts,
        1,
        (index % CHARTS_IN_ROW) * CHART_WIDTH,
        Math.floor(index / CHARTS_IN_ROW) * CHART_HEIGHT,
      )
      .build();
    summary.insertChart(chart);
  });
}

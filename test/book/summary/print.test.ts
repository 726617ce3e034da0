import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CHART_HEIGHT, CHART_WIDTH, CHARTS_IN_ROW } from '../../../src/book/summary/charts.ts';
import { SUMMARY_LAYOUT, SUMMARY_ROWS } from '../../../src/book/summary/layout.ts';
import { INDICATORS } from '../../../src/domain/indicators.ts';

/**
 * Google prints A4 upright with «узкие» margins (0.25 inch at the sides, 0.75 above and below) and
 * scales «по ширине»: so the page holds so much height for each pixel of width. The guide names both.
 */
const PAGE = { width: 8.27 - 2 * 0.25, height: 11.69 - 2 * 0.75 };
/** Height of a row of the platform, and of the headings, which take two lines. */
const ROW = 21;
const HEADINGS = 2 * ROW;

const width = SUMMARY_LAYOUT.columns.reduce((sum, column) => sum + column.width, 0);

it('«Сводка» with its charts prints on one A4 page', () => {
  const chartRows = Math.ceil((INDICATORS.length + 1) / CHARTS_IN_ROW);
  const height = HEADINGS + (SUMMARY_ROWS.charts - 2) * ROW + chartRows * CHART_HEIGHT;
  expect(CHART_WIDTH * CHARTS_IN_ROW).toBeLessThanOrEqual(width);
  expect(height / width).toBeLessThanOrEqual(PAGE.height / PAGE.width);
});

it('the guide names what to choose in the dialog', () => {
  const guide = readFileSync(new URL('../../../docs/guide.ru.md', import.meta.url), 'utf8');
  const advice = guide.split('Печать: ')[1]?.split('\n\n')[0] ?? '';
  for (const choice of ['A4', 'книжная', '«По ширине»', '«Узкие»']) expect(advice).toContain(choice);
});

it('a name of a school is not cut before its number', () => {
  // The longest of the invented district, by the widths of a plain font of 10 points: 6.5 pixels a letter.
  const needed = 'ГБДОУ «Центр развития ребёнка – детский сад № 9117'.length * 6.5;
  const widths = SUMMARY_LAYOUT.columns.map((column) => column.width);
  expect(widths[0]).toBeGreaterThanOrEqual(needed);
  expect(widths.slice(4, 8).reduce((sum, one) => sum + one)).toBeGreaterThanOrEqual(needed);
});

it('its text stays legible: 10 points shrink to no less than 6', () => {
  const pixelsOfPage = PAGE.width * 96;
  expect((10 * pixelsOfPage) / width).toBeGreaterThanOrEqual(6);
});

import type { SampleOptions } from './district.ts';

/** The invented district of the menu «Пример данных», of the workbench and of the committed files. */
export const SAMPLE_OPTIONS: SampleOptions = { schools: 130, weeks: 2, seed: 1, lastDate: '2026-11-18' };

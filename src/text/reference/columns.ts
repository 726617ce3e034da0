import { COLUMNS, columnLetter } from '../../domain/columns.ts';
import type { Chapter } from './paragraph.ts';

/** The 25 columns of the statistics, as people see them in «Статистика». */
export const COLUMNS_CHAPTER: Chapter = {
  id: 'columns',
  title: 'Столбцы статистики',
  paragraphs: COLUMNS.map(({ key, heading, meaning }, index) => ({
    id: `columns.${key}`,
    title: `${columnLetter(index)}. ${heading}`,
    lines: [`${meaning}.`],
  })),
};

import type { Group } from '../domain/columns.ts';
import type { FileKind } from '../domain/issues.ts';

/** Names of the three groups of people as sentences use them. */
export interface GroupWords {
  /** «педагоги» */
  readonly nominative: string;
  /** «педагогов» */
  readonly genitive: string;
  /** «педагогам» */
  readonly dative: string;
}

export const GROUP_WORDS: Readonly<Record<Group, GroupWords>> = {
  teachers: { nominative: 'педагоги', genitive: 'педагогов', dative: 'педагогам' },
  parents: { nominative: 'родители', genitive: 'родителей', dative: 'родителям' },
  students: { nominative: 'обучающиеся', genitive: 'обучающихся', dative: 'обучающимся' },
};

export const FILE_KIND_LABELS: Readonly<Record<FileKind, string>> = {
  xls: 'книга Excel старого вида (XLS) или книга с паролем',
  xlsb: 'двоичная книга Excel (XLSB)',
  ods: 'книга OpenDocument (ODS)',
  zip: 'архив ZIP',
  html: 'веб-страница',
  json: 'ответ сервера в виде JSON',
  pdf: 'документ PDF',
  binary: 'не текст',
};

const ENCODING_LABELS: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'utf-8-bom': 'UTF-8 с BOM',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1251': 'Windows-1251',
  xlsx: 'книга Excel',
  pasted: 'вставленный текст',
};

/** Encoding of a file in words; an unknown one is shown as it is. */
export function encodingLabel(encoding: string): string {
  return ENCODING_LABELS[encoding] ?? encoding;
}

const DELIMITER_LABELS: Readonly<Record<string, string>> = {
  ',': 'запятая',
  ';': 'точка с запятой',
  '\t': 'табуляция',
};

export function delimiterLabel(delimiter: string): string {
  return DELIMITER_LABELS[delimiter] ?? `«${delimiter}»`;
}

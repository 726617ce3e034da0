import type { TextIssue } from '../../domain/issues.ts';
import { breachesOf } from '../guard/guard.ts';
import { type FieldValues, fieldsIn, fillTemplate } from './fields.ts';
import {
  DEFAULT_TEMPLATES,
  FIELDS_OF,
  TEMPLATE_KEYS,
  type TemplateKey,
  type Templates,
} from './templates.ts';

/** A template of «Настройки», by the rest of its code behind `text.`. */
export type WrittenTemplate = readonly [name: string, text: string];

export interface TemplatesInForce {
  readonly templates: Templates;
  readonly issues: readonly TextIssue[];
}

/** The templates that hold: a blank one is the default, and so is one that is refused, with the reason. */
export function templatesInForce(written: readonly WrittenTemplate[]): TemplatesInForce {
  const templates: Record<TemplateKey, string> = { ...DEFAULT_TEMPLATES };
  const issues: TextIssue[] = [];
  const texts = new Map(written);
  for (const key of TEMPLATE_KEYS) {
    const text = texts.get(key) ?? '';
    if (text.trim() === '') continue;
    const found = templateIssues(key, text);
    if (found.length === 0) templates[key] = text;
    issues.push(...found);
  }
  return { templates, issues };
}

/** What is wrong with a template: unknown fields, and breaches of the guard in the texts it makes. */
export function templateIssues(key: TemplateKey, text: string): TextIssue[] {
  const setting = `text.${key}`;
  const known: readonly string[] = FIELDS_OF[key];
  const unknown = fieldsIn(text).filter((field) => !known.includes(field));
  if (unknown.length > 0) return [{ code: 'template-field-unknown', setting, fields: unknown, known }];
  for (const values of key === 'district' ? [FAMILIES] : EXAMPLES) {
    const [breach] = breachesOf(fillTemplate(text, values));
    if (breach !== undefined) return [{ code: 'template-refused', setting, ...breach }];
  }
  return [];
}

const STAFF: FieldValues = {
  школа: 'организация',
  дата: '24.11.2025',
  показатели: '— активны 41 из 60 педагогов, 68,33 %; до цели 75 % — ещё 4 человека',
  достигнуто: 'Цель достигнута: педагоги (УБ ЦОК) — 60 %.',
  'слабое место': 'педагоги: зарегистрированы 50 из 60',
  шаг: 'И7. Все педагоги связаны и видны в «Учительской»',
  'как сделать': 'Сверьте список сотрудников с «Учительской».',
  ссылка: 'Справка: https://example.org',
  договорённость: 'Мы договорились вернуться к этому 25.11.2025.',
  рост: 'Рост с прошлого отчёта: педагоги — с 50 % до 61,5 %.',
  школ: '60 организаций',
  цели: 'Цели достигли: педагоги — 41 из 60 организаций.',
};

const FAMILIES: FieldValues = {
  ...STAFF,
  показатели: `${STAFF.показатели}\n— активны 100 из 500 обучающихся, 20 %; ориентир 30 %`,
  достигнуто: 'Цель достигнута: родители — 32 %.',
  'нет данных': 'Нет данных: обучающиеся.',
  цели: 'Цели достигли: педагоги — 41 из 60 организаций; родители — 30 из 60 организаций.',
  добровольность: 'Участие родителей и обучающихся добровольное.',
};

/** Values of texts that speak of families, and of staff alone: a template must do for both (of the district, for all). */
const EXAMPLES: readonly FieldValues[] = [FAMILIES, STAFF];

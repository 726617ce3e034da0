import { describe, expect, it } from 'vitest';
import type { GuardRule } from '../../../src/domain/issues.ts';
import { sentenceOf } from '../../../src/text/issues/sentences.ts';
import { templateIssues, templatesInForce } from '../../../src/text/messages/check.ts';
import {
  DEFAULT_TEMPLATES,
  FIELD_MEANINGS,
  FIELDS_OF,
  TEMPLATE_KEYS,
  TEMPLATE_TITLES,
} from '../../../src/text/messages/templates.ts';

describe('the table of templates', () => {
  it('explains every field, and uses each in a default', () => {
    const fields = new Set(TEMPLATE_KEYS.flatMap((key) => FIELDS_OF[key]));
    expect(Object.keys(FIELD_MEANINGS).sort()).toEqual([...fields].sort());
    for (const key of TEMPLATE_KEYS) {
      for (const field of FIELDS_OF[key]) expect(DEFAULT_TEMPLATES[key], key).toContain(`{${field}}`);
    }
  });

  it('gives each its own title', () => {
    expect(new Set(TEMPLATE_KEYS.map((key) => TEMPLATE_TITLES[key])).size).toBe(TEMPLATE_KEYS.length);
  });
});

describe('templateIssues', () => {
  it.each(TEMPLATE_KEYS)('finds nothing in the default of %s', (key) => {
    expect(templateIssues(key, DEFAULT_TEMPLATES[key])).toEqual([]);
  });

  it('names an unknown field and the known ones in a sentence', () => {
    const [issue] = templateIssues('thanks', '{школа}, {город}: спасибо! {добровольность}');
    expect(issue).toMatchObject({ code: 'template-field-unknown', fields: ['город'] });
    if (issue === undefined) throw new Error('no issue');
    expect(sentenceOf(issue)).toBe(
      'Лист «Настройки», «text.thanks»: найдено поле «{город}», ожидались: {школа}, {дата}, {достигнуто}, {рост}, {добровольность}. Взят обычный текст; исправьте поле.',
    );
  });

  it.each<readonly [string, GuardRule]>([
    ['{школа}\n{показатели}', 'voluntary-missing'],
    ['{показатели}\nРодители обязаны войти.\n{добровольность}', 'force'],
    ['{показатели}\nСрочно исправить!\n{добровольность}', 'force'],
    ['{показатели}\nДо цели ещё 30 родителей.\n{добровольность}', 'demand'],
    ['{показатели}\nЗакон требует МАХ.\n{добровольность}', 'law'],
    ['{показатели}\nЛичные мессенджеры запрещены.\n{добровольность}', 'ban'],
    ['{показатели}\nЗа процент ниже цели — штраф.\n{добровольность}', 'fine'],
    ['{показатели}\nВсе обязаны исправить это.\n{добровольность}', 'force'],
  ])('refuses %j: %s', (template, rule) => {
    expect(templateIssues('strict', template)).toMatchObject([{ code: 'template-refused', rule }]);
  });

  it('lets staff be asked in a line of its own', () => {
    expect(
      templateIssues('strict', '{показатели}\nПедагогам необходимо войти до пятницы.\n{добровольность}'),
    ).toEqual([]);
  });
});

describe('templatesInForce', () => {
  it('takes what is written, and the default where it is blank or refused', () => {
    const { templates, issues } = templatesInForce([
      ['help', '{школа}\n{показатели}\n{добровольность}'],
      ['strict', 'Родители обязаны. {добровольность}'],
      ['offer', '  '],
    ]);
    expect(templates.help).toBe('{школа}\n{показатели}\n{добровольность}');
    expect(templates.strict).toBe(DEFAULT_TEMPLATES.strict);
    expect(templates.offer).toBe(DEFAULT_TEMPLATES.offer);
    expect(issues.map(({ setting }) => setting)).toEqual(['text.strict']);
    expect(issues.map(sentenceOf)[0]).toBe(
      'Лист «Настройки», «text.strict»: найдено слово принуждения «обязаны». Ожидалось: для семей — только предложение помощи; требование к сотрудникам — отдельной строкой, где они названы. Взят обычный текст; исправьте этот или очистите ячейку.',
    );
  });
});

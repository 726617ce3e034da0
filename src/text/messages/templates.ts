/**
 * The texts as templates: what stands in `{…}` is filled in, and a line whose fields are all empty is
 * left out. A person may write another template in «Настройки»; these hold where it is blank.
 */

/** How a text for staff's indicators is put; families are only ever offered help. */
export type Tone = 'reminder' | 'help' | 'strict';

export const TONES: readonly Tone[] = ['reminder', 'help', 'strict'];

export const TONE_TITLES: Readonly<Record<Tone, string>> = {
  reminder: 'Напоминание',
  help: 'Помощь',
  strict: 'Строгое',
};

/** `offer` goes where only indicators of parents and students are below, whatever the tone. */
export type TemplateKey = Tone | 'offer' | 'thanks' | 'district';

export const TEMPLATE_KEYS: readonly TemplateKey[] = [...TONES, 'offer', 'thanks', 'district'];

export const TEMPLATE_TITLES: Readonly<Record<TemplateKey, string>> = {
  ...TONE_TITLES,
  offer: 'Предложение помощи',
  thanks: 'Благодарность',
  district: 'Чат района',
};

const OF_SCHOOL = [
  'школа',
  'дата',
  'показатели',
  'достигнуто',
  'нет данных',
  'слабое место',
  'шаг',
  'как сделать',
  'ссылка',
  'договорённость',
  'добровольность',
] as const;
const OF_THANKS = ['школа', 'дата', 'достигнуто', 'рост', 'добровольность'] as const;
const OF_DISTRICT = ['дата', 'школ', 'показатели', 'цели', 'добровольность'] as const;

export type FieldName =
  | (typeof OF_SCHOOL)[number]
  | (typeof OF_THANKS)[number]
  | (typeof OF_DISTRICT)[number];

export const FIELDS_OF: Readonly<Record<TemplateKey, readonly FieldName[]>> = {
  reminder: OF_SCHOOL,
  help: OF_SCHOOL,
  strict: OF_SCHOOL,
  offer: OF_SCHOOL,
  thanks: OF_THANKS,
  district: OF_DISTRICT,
};

/** What each field holds, for the person who writes a template. */
export const FIELD_MEANINGS: Readonly<Record<FieldName, string>> = {
  школа: 'название организации',
  дата: 'дата отчёта',
  показатели: 'что ниже цели, с числами; в чате района — показатели района',
  достигнуто: 'что уже достигнуто',
  'нет данных': 'по кому нет данных',
  'слабое место': 'на какой стадии теряется больше всего людей',
  шаг: 'один следующий шаг чек-листа',
  'как сделать': 'как его выполнить',
  ссылка: 'ссылка на справку к шагу',
  договорённость: 'до какого дня школа обещала; до него шаг не предлагается',
  добровольность: 'слова о том, что участие семей добровольное; без них текст не выйдет',
  рост: 'на сколько выросли показатели',
  школ: 'сколько организаций в отчёте',
  цели: 'сколько организаций достигли целей, без названий',
};

const HEAD = `Добрый день!

{школа}, показатели на {дата} (активность в МАХ — за 7 дней до этой даты):
{показатели}

{достигнуто}
{нет данных}

`;

export const DEFAULT_TEMPLATES: Readonly<Record<TemplateKey, string>> = {
  reminder: `${HEAD}Самое слабое место — {слабое место}.
Следующий шаг: {шаг}.
{как сделать}
{ссылка}
{договорённость}

{добровольность}`,

  help: `${HEAD}Педагогам может понадобиться помощь, и мы готовы помочь: напишите, когда удобно, — разберёмся вместе.

Самое слабое место — {слабое место}.
Начать можно с шага: {шаг}.
{как сделать}
{ссылка}
{договорённость}

{добровольность}`,

  strict: `${HEAD}Самое слабое место — {слабое место}.
Прошу руководителя взять работу педагогов на контроль и до следующего отчёта выполнить шаг: {шаг}.
{как сделать}
{ссылка}
{договорённость}

{добровольность}`,

  offer: `${HEAD}{добровольность}

Больше всего людей теряется здесь — {слабое место}.
Что может помочь: {шаг}.
{как сделать}
{ссылка}
{договорённость}`,

  thanks: `Добрый день!

{школа}, показатели на {дата}.
{достигнуто}
{рост}

Спасибо вам и коллегам за работу!

{добровольность}`,

  district: `Коллеги, добрый день!

Показатели района на {дата} (активность в МАХ — за 7 дней до этой даты), в отчёте {школ}:
{показатели}

{цели}

Спасибо всем, кто помогает педагогам и семьям. Если нужна помощь, напишите — разберёмся вместе.

{добровольность}`,
};

/** Templates in force: those of «Настройки», the defaults where they are blank or refused. */
export type Templates = Readonly<Record<TemplateKey, string>>;

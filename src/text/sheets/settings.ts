/** What stands beside a setting in «Настройки», by its code. */
export type SettingWords = Readonly<Record<string, { readonly what: string; readonly explanation: string }>>;

const TARGET = 'Доля от 0,01 % до 100 %, с точностью до 0,01 %. Пусто — цели нет, статус не ставится';
const KIND =
  'Через точку с запятой. По ним надстройка узнаёт тип организации; действует со следующего импорта';

export function targetSettingWords(): SettingWords {
  return {
    'target.max.teachers': { what: 'Цель: активные педагоги в МАХ', explanation: TARGET },
    'target.max.parents': { what: 'Цель: активные родители в МАХ', explanation: TARGET },
    'target.max.students': { what: 'Цель: активные обучающиеся в МАХ', explanation: TARGET },
    'target.cok.teachers': {
      what: 'Цель: педагоги, назначившие урок в УБ ЦОК',
      explanation: TARGET,
    },
    'target.cok.students': {
      what: 'Цель: обучающиеся, просмотревшие урок УБ ЦОК',
      explanation: TARGET,
    },
    near: {
      what: 'Полоса «близко» ниже цели',
      explanation: 'В процентных пунктах: при цели 75 % и полосе 5 % «близко» — от 70 % до 75 %',
    },
  };
}

export function kindSettingWords(): SettingWords {
  return {
    'kind.preschool': { what: 'Слова в «Тип ОО»: дошкольная организация', explanation: KIND },
    'kind.additional': { what: 'Слова в «Тип ОО»: дополнительное образование', explanation: KIND },
    'kind.college': { what: 'Слова в «Тип ОО»: профессиональное образование', explanation: KIND },
    'kind.school': { what: 'Слова в «Тип ОО»: школа', explanation: KIND },
  };
}

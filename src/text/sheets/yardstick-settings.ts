import type { SettingWords } from './settings.ts';

const NEXT_IMPORT = 'Действует со следующего импорта или после «Пересчитать школы» в меню';
const READING = '«раздельно» или «вместе»';
const KINDS = 'Из: школы; дошкольные; СПО; дополнительное';

function words(prefix: string, rows: readonly (readonly [string, string, string])[]): SettingWords {
  const row = ([code, what, explanation]: readonly [string, string, string]) =>
    [code, { what: `${prefix}: ${what}`, explanation }] as const;
  return Object.fromEntries(rows.map(row));
}

export function roadMapSettingWords(): SettingWords {
  const maximum = 'Максимум региона в VK Мессенджере за 2024/2025';
  const byHand = 'Вводится вручную';
  return words('Дорожная карта', [
    ['roadmap.stage1.staff', 'этап 1, работники', maximum],
    ['roadmap.stage1.students', 'этап 1, обучающиеся', maximum],
    ['roadmap.stage1.parents', 'этап 1, родители', maximum],
    ['roadmap.stage1.learners', 'этап 1, обучающиеся и родители вместе', maximum],
    ['roadmap.stage2.staff.from', 'этап 2, показатель 1 с', 'Пусто, пока акты не утверждены'],
    ['roadmap.stage2.staff', 'этап 2, цель показателя 1', ''],
    ['roadmap.stage2.learners.from', 'этап 2, показатель 2 с', 'В источнике даты нет'],
    ['roadmap.stage2.learners', 'этап 2, цель показателя 2', ''],
    ['roadmap.reading', 'показатель 2, обучающиеся и родители', READING],
    ['roadmap.moved', 'показатель 3, перешли из VK Мессенджера', byHand],
    ['roadmap.civil-servants', 'показатель 4, госслужащие', byHand],
    ['roadmap.preschool', 'показатель 4, дошкольное образование', '«общее» (не входит) или «вне общего»'],
  ]);
}

export function monitoringSettingWords(): SettingWords {
  const target = `Сколько нужно за месяц. ${NEXT_IMPORT}`;
  return words('Мониторинг', [
    ['monitoring.reading', 'обучающиеся и родители', `${READING}. ${NEXT_IMPORT}`],
    ['monitoring.teachers', 'педагоги', target],
    ['monitoring.students', 'обучающиеся', target],
    ['monitoring.parents', 'родители', target],
    ['monitoring.learners', 'обучающиеся и родители вместе', target],
    ['monitoring.not-for', 'для кого не считать', `${KINDS}. ${NEXT_IMPORT}`],
    ['monitoring.share-target', 'цель района', 'В приказе не названа'],
  ]);
}

export function selfDiagnosisSettingWords(): SettingWords {
  return words('Критерий 8.5', [
    ['selfdiagnosis.reading', 'педагоги и обучающиеся', `${READING}. ${NEXT_IMPORT}`],
    ['selfdiagnosis.threshold', 'порог уровня 2', `Доля зарегистрированных. ${NEXT_IMPORT}`],
    ['selfdiagnosis.kinds', 'для кого', `${KINDS}. ${NEXT_IMPORT}`],
  ]);
}

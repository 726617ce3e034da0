import { describe, expect, it } from 'vitest';
import { INDICATORS, type IndicatorAssessment } from '../../../src/domain/indicators.ts';
import type { OrganisationKind } from '../../../src/domain/organisation.ts';
import type { StatisticsRecord } from '../../../src/domain/record.ts';
import { assess } from '../../../src/domain/status.ts';
import { messageBreaches, schoolMessage, thanksMessage } from '../../../src/text/messages/school.ts';
import type { Tone } from '../../../src/text/messages/templates.ts';
import { DEFAULTS, facts, readable } from './support.ts';

function message(
  changes: Partial<StatisticsRecord>,
  kind: OrganisationKind = 'school',
  tone: Tone = 'reminder',
): string {
  return readable(schoolMessage(facts(changes, kind), { tone, templates: DEFAULTS }).text);
}

const MET = { teachersActive: 45, parentsActive: 150, studentsActive: 150 };

function cok(code: 'cok.teachers' | 'cok.students', active: number, total: number): IndicatorAssessment {
  const indicator = INDICATORS.find((candidate) => candidate.code === code);
  if (indicator === undefined) throw new Error(`no ${code}`);
  const measure = { active, total, applicable: true };
  return {
    indicator,
    measure,
    target: indicator.target,
    ...assess(measure, { target: indicator.target, near: 500 }),
  };
}

describe('schoolMessage', () => {
  it('gives the numbers, the weakest stage, one next step with its how-to, and the voluntary offer', () => {
    expect(message({ teachersActive: 41, parentsActive: 160, studentsActive: 100 })).toBe(
      [
        'Добрый день!',
        '',
        'ГБОУ «Школа № 5», показатели на 03.06.2026 (активность в МАХ — за 7 дней до этой даты):',
        '— активны 41 из 60 педагогов, 68,33~%; до цели 75~% — ещё 4~человека',
        '— активны 100 из 500 обучающихся, 20~%; ориентир 30~%',
        '',
        'Цель достигнута: родители — 32~%.',
        '',
        'Самое слабое место — педагоги: зарегистрированы 50 из 60.',
        'Следующий шаг: И5. В личных делах есть идентификаторы Сферума.',
        'Откройте «Личное дело сотрудника», вкладка «Общая»: там должен стоять идентификатор. Он появляется только после выполнения задачи. У кого пусто, тому помогите войти в МАХ и дождитесь следующего обмена.',
        'Справка: ЭЖД, Сферум, МАХ: https://docs.spbcokoit.ru/doku.php?id=эжд_сферум_мах (адрес уточните)',
        '',
        'Участие родителей и обучающихся добровольное. Предложите помощь тем, кому она нужна, и сохраните обучающимся другой удобный способ получать информацию.',
      ].join('\n'),
    );
  });

  it('thanks a school that has met everything', () => {
    expect(message(MET)).toBe(
      [
        'Добрый день!',
        '',
        'ГБОУ «Школа № 5», показатели на 03.06.2026.',
        'Цели достигнуты: педагоги — 75~%, родители — 30~%, обучающиеся — 30~%.',
        '',
        'Спасибо вам и коллегам за работу!',
        '',
        'Участие родителей и обучающихся добровольное.',
      ].join('\n'),
    );
  });

  it.each([
    [44, 'ещё 1~человек'],
    [43, 'ещё 2~человека'],
    [40, 'ещё 5~человек'],
    [34, 'ещё 11~человек'],
    [24, 'ещё 21~человек'],
  ])('with %d active teachers of 60: %s', (teachersActive, text) => {
    expect(message({ ...MET, teachersActive })).toMatch(new RegExp(`${text}\n`));
  });

  it.each([
    [0, 1, 'активны 0 из 1 педагога, 0~%'],
    [1, 2, 'активен 1 из 2 педагогов, 50~%'],
    [2, 5, 'активны 2 из 5 педагогов, 40~%'],
    [5, 11, 'активны 5 из 11 педагогов, 45,45~%'],
    [11, 21, 'активны 11 из 21 педагога, 52,38~%'],
    [21, 101, 'активны 21 из 101 педагога, 20,79~%'],
    [21, 111, 'активны 21 из 111 педагогов, 18,91~%'],
  ])('%d of %d teachers: %s', (teachersActive, teachersTotal, text) => {
    expect(message({ ...MET, teachersActive, teachersTotal })).toContain(text);
  });

  it('is put in the tone that was picked, where staff is concerned', () => {
    const changes = { ...MET, teachersActive: 1 };
    expect(message(changes, 'school', 'help')).toContain('мы готовы помочь');
    expect(message(changes, 'school', 'strict')).toContain(
      'Прошу руководителя взять работу педагогов на контроль',
    );
    expect(message({ teachersActive: 1, parentsTotal: 0, studentsTotal: 0 }, 'college')).toContain(
      'добровольн',
    );
  });

  it.each(['reminder', 'help', 'strict'] as const)(
    'only offers where parents and students alone are below: %s',
    (tone) => {
      const made = schoolMessage(facts({ ...MET, parentsActive: 1, studentsActive: 2 }), {
        tone,
        templates: DEFAULTS,
      });
      const text = readable(made.text);
      expect(made.template).toBe('offer');
      expect(text).toContain('— активен 1 из 500 родителей, 0,2~%; ориентир 30~%');
      expect(text).not.toContain('ещё');
      expect(text).not.toContain('Прошу');
      expect(text).toContain('Участие родителей и обучающихся добровольное.');
    },
  );

  it('says nothing of students to a kindergarten, and points at the community', () => {
    const text = message({ teachersActive: 1 }, 'preschool');
    expect(text).not.toContain('обучающ');
    expect(text).toContain('Р4. Воспитатели умеют вести сообщество в Сферуме');
  });

  it('names what has no data', () => {
    expect(message({ teachersActive: 1, parentsActive: null })).toContain('Нет данных: родители.');
    expect(message({ teachersActive: null, parentsActive: null, studentsActive: null })).toBe(
      'Добрый день!\n\nГБОУ «Школа № 5», показатели на 03.06.2026.\nНет данных: педагоги, родители, обучающиеся.\n\nУчастие родителей и обучающихся добровольное.',
    );
  });

  it('asks a school that is not in the report to check itself', () => {
    const made = schoolMessage(facts({ date: '', teachersActive: null }), {
      tone: 'strict',
      templates: DEFAULTS,
    });
    expect(made.about).toBe('absent');
    expect(made.text).toContain('в последнем отчёте по МАХ этой организации нет');
  });

  it('shows a school without a name by its id, and a name on one line', () => {
    expect(message({ ...MET, shortName: ' ' })).toContain('организация с ID 100005');
    expect(message({ ...MET, shortName: 'Школа\n№ 5' })).toContain('Школа № 5, показатели');
  });

  it('speaks of the library, which has no stages', () => {
    const base = facts(MET);
    const made = schoolMessage(
      {
        ...base,
        assessments: [...base.assessments, cok('cok.teachers', 30, 61), cok('cok.students', 1, 500)],
      },
      { tone: 'reminder', templates: DEFAULTS },
    );
    const text = readable(made.text);
    expect(text).toContain(
      '— назначили урок УБ ЦОК 30 из 61 педагога, 49,18~%; до цели 60~% — ещё 7~человек',
    );
    expect(text).toContain('— посмотрел урок УБ ЦОК 1 из 500 обучающихся, 0,2~%; ориентир 30~%');
    expect(text).not.toContain('слабое место');
    expect(text).toContain('Следующий шаг: Ц1. Расписание заполнено в Параграфе.');
    expect(text).toContain('Инструкции по расписанию: https://');
  });

  it('may be written by hand in «Настройки»', () => {
    const templates = { ...DEFAULTS, help: '{школа}: {показатели}\n{нет данных}\n{добровольность}' };
    expect(schoolMessage(facts({ ...MET, teachersActive: 1 }), { tone: 'help', templates }).text).toMatch(
      /^ГБОУ «Школа № 5»: — активен 1 из 60 педагогов/,
    );
  });
});

describe('what was agreed', () => {
  const promised = (what: string): string =>
    readable(
      schoolMessage(
        { ...facts({ ...MET, teachersActive: 41 }), promise: { until: '2026-06-10', what } },
        { tone: 'strict', templates: DEFAULTS },
      ).text,
    );

  it('is waited for: no step is asked for before its day', () => {
    const text = promised('свяжут педагогов');
    expect(text).toContain('Мы договорились вернуться к этому 10.06.2026: свяжут педагогов.');
    expect(text).not.toContain('шаг');
  });

  it('keeps words out that no text may say', () => {
    expect(promised('все обязаны вступить')).toContain('вернуться к этому 10.06.2026. Если');
  });
});

describe('numbers of УБ ЦОК', () => {
  it('name their day where it is not that of the report', () => {
    const about = { ...facts(MET), assessments: [cok('cok.teachers', 30, 60)] };
    const made = (cokDate: string): string =>
      schoolMessage({ ...about, cokDate }, { tone: 'help', templates: DEFAULTS }).text;
    expect(made('2026-05-27')).toContain('(на 27.05.2026)');
    expect(made(about.record.date)).not.toContain('(на ');
  });
});

describe('a name of a school', () => {
  it.each(['Центр для детей, обязательных занятий', 'Школа, где родители обязаны', '{шаг}', '$& $1'])(
    '%s stays as it is, and breaks nothing',
    (shortName) => {
      const about = facts({ ...MET, teachersActive: 1, shortName });
      const { text } = schoolMessage(about, { tone: 'strict', templates: DEFAULTS });
      expect(text).toContain(shortName);
      expect(messageBreaches(text, about)).toEqual([]);
    },
  );
});

describe('thanks', () => {
  it('tell what grew, also where the target is not reached yet', () => {
    const indicator = INDICATORS[0];
    if (indicator === undefined) throw new Error('no indicators');
    const grown = [{ indicator, before: 5000, now: 6833 }];
    const { text } = thanksMessage(facts({}), { tone: 'reminder', templates: DEFAULTS }, grown);
    expect(readable(text)).toContain('Рост с прошлого отчёта: педагоги — с 50~% до 68,33~%.');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OrganisationKind } from '../../../src/domain/organisation.ts';
import {
  DEFAULT_SELF_DIAGNOSIS,
  type SelfDiagnosisCounts,
  type SelfDiagnosisTicks,
  selfDiagnosis,
} from '../../../src/domain/yardsticks/self-diagnosis.ts';
import { selfDiagnosisText } from '../../../src/text/self-diagnosis.ts';
import { countOrBlank } from '../record-builder.ts';

const NO_TICKS: SelfDiagnosisTicks = {
  notRegistered: false,
  structure: false,
  communities: false,
  activeUse: false,
};
const STRUCTURE = { ...NO_TICKS, structure: true };
const ALL = { ...STRUCTURE, communities: true, activeUse: true };
const POOLED = { ...DEFAULT_SELF_DIAGNOSIS, reading: 'pooled' } as const;

const full: SelfDiagnosisCounts = {
  registeredTotal: 700,
  teachersRegistered: 190,
  teachersTotal: 200,
  studentsRegistered: 475,
  studentsTotal: 500,
};

interface Case {
  kind?: OrganisationKind;
  counts?: Partial<SelfDiagnosisCounts> | null;
  ticks?: SelfDiagnosisTicks;
  settings?: typeof DEFAULT_SELF_DIAGNOSIS;
  outcome: string;
  level?: number;
  suggested?: number;
  belowBasic?: boolean;
  text: string;
  note: string;
}

describe('criterion 8.5', () => {
  it.each<Case>([
    {
      ticks: { ...NO_TICKS, notRegistered: true },
      counts: { registeredTotal: 0 },
      outcome: 'level',
      level: 0,
      belowBasic: true,
      text: 'уровень 0: подтверждено: организация не зарегистрирована; всё ключевое условие — «ниже базового»',
      note: 'level 0: not registered, confirmed by a person',
    },
    {
      ticks: { ...NO_TICKS, notRegistered: true },
      counts: null,
      outcome: 'level',
      level: 0,
      belowBasic: true,
      text: 'уровень 0: подтверждено: организация не зарегистрирована; всё ключевое условие — «ниже базового»',
      note: 'level 0: confirmed and not in the file',
    },
    {
      ticks: { ...NO_TICKS, notRegistered: true },
      outcome: 'undetermined',
      text: 'не определён: отмечено «не зарегистрирована», но в отчёте регистраций: 700',
      note: 'level 0: the confirmation is out of date',
    },
    {
      counts: { registeredTotal: 0 },
      outcome: 'undetermined',
      suggested: 0,
      text: 'не определён: регистраций 0: похоже на уровень 0, подтвердите отметкой',
      note: 'level 0: suggested when N = 0',
    },
    {
      counts: null,
      ticks: ALL,
      outcome: 'no-data',
      text: 'нет данных: организации нет в отчёте',
      note: 'level 0: absence from the file is no data',
    },
    {
      outcome: 'undetermined',
      text: 'не определён: нет отметки, что организация зарегистрирована и её структура создана',
      note: 'level 1: unticked, whatever the shares are',
    },
    {
      counts: { teachersRegistered: 180 },
      ticks: STRUCTURE,
      outcome: 'level',
      level: 1,
      text: 'уровень 1: зарегистрированы 180 из 200 педагогов (90 %), нужно 95 %',
      note: 'level 1: O/K below 95 %',
    },
    {
      counts: { teachersRegistered: 189 },
      ticks: ALL,
      outcome: 'level',
      level: 1,
      text: 'уровень 1: зарегистрированы 189 из 200 педагогов (94,5 %), нужно 95 %',
      note: 'level 2: one teacher is missing; ticks of level 3 do not lift it',
    },
    {
      counts: { teachersRegistered: 1, studentsRegistered: 474 },
      ticks: STRUCTURE,
      outcome: 'level',
      level: 1,
      text: 'уровень 1: зарегистрирован 1 из 200 педагогов (0,5 %); зарегистрированы 474 из 500 обучающихся (94,8 %), нужно 95 %',
      note: 'level 2: both shares are short',
    },
    {
      ticks: STRUCTURE,
      outcome: 'level',
      level: 2,
      text: 'уровень 2: для уровня 3 нет отметки: все педагоги в сетевых профессиональных сообществах; МАХ активно используется',
      note: 'level 2: O/K and Q/L exactly 95 %',
    },
    {
      ticks: { ...ALL, activeUse: false },
      outcome: 'level',
      level: 2,
      text: 'уровень 2: для уровня 3 нет отметки: МАХ активно используется',
      note: 'level 3: one tick is missing',
    },
    {
      ticks: ALL,
      outcome: 'level',
      level: 3,
      text: 'уровень 3: все условия выполнены',
      note: 'level 3: all ticks',
    },
    {
      counts: { registeredTotal: null },
      ticks: ALL,
      outcome: 'level',
      level: 3,
      text: 'уровень 3: все условия выполнены',
      note: 'a blank N is not 0: the tick says that it is registered',
    },
    {
      counts: { studentsTotal: null },
      ticks: ALL,
      outcome: 'undetermined',
      suggested: 1,
      text: 'не определён: не ниже уровня 1; нет данных о регистрации обучающихся',
      note: 'level 2: a blank total',
    },
    {
      counts: { studentsTotal: 0, studentsRegistered: 0 },
      ticks: ALL,
      outcome: 'undetermined',
      suggested: 1,
      text: 'не определён: не ниже уровня 1; нет данных о регистрации обучающихся',
      note: 'level 2: a denominator of 0 is no data',
    },
    {
      counts: { studentsTotal: null, teachersRegistered: 180 },
      ticks: ALL,
      outcome: 'level',
      level: 1,
      text: 'уровень 1: зарегистрированы 180 из 200 педагогов (90 %), нужно 95 %',
      note: 'level 2: one short share decides, whatever is blank',
    },
    {
      counts: { teachersRegistered: 180 },
      ticks: STRUCTURE,
      settings: POOLED,
      outcome: 'level',
      level: 1,
      text: 'уровень 1: зарегистрированы 655 из 700 педагогов и обучающихся (93,57 %), нужно 95 %',
      note: 'pooled: (O + Q) ÷ (K + L) below 95 %',
    },
    {
      counts: { teachersRegistered: 180, studentsRegistered: 485 },
      ticks: ALL,
      settings: POOLED,
      outcome: 'level',
      level: 3,
      text: 'уровень 3: все условия выполнены',
      note: 'pooled: 665 of 700 is exactly 95 %, though teachers have 90 %',
    },
    {
      counts: { teachersRegistered: null },
      ticks: ALL,
      settings: POOLED,
      outcome: 'undetermined',
      suggested: 1,
      text: 'не определён: не ниже уровня 1; нет данных о регистрации педагогов и обучающихся',
      note: 'pooled: a blank count',
    },
    {
      counts: { studentsRegistered: null },
      ticks: ALL,
      settings: POOLED,
      outcome: 'undetermined',
      suggested: 1,
      text: 'не определён: не ниже уровня 1; нет данных о регистрации педагогов и обучающихся',
      note: 'pooled: the other blank count, which is no 0',
    },
    {
      kind: 'preschool',
      ticks: ALL,
      outcome: 'not-applicable',
      text: 'не применимо: критерий не для этого типа организации',
      note: 'by default for general-education schools',
    },
    {
      kind: 'college',
      ticks: ALL,
      settings: { ...DEFAULT_SELF_DIAGNOSIS, kinds: ['school', 'college'] },
      outcome: 'level',
      level: 3,
      text: 'уровень 3: все условия выполнены',
      note: 'the kinds are a setting',
    },
    {
      kind: 'unknown',
      ticks: ALL,
      outcome: 'undetermined',
      text: 'не определён: тип организации не распознан',
      note: 'an unknown kind is asked about, not guessed',
    },
  ])('$note', ({ kind = 'school', counts = {}, ticks = NO_TICKS, settings, text, ...expected }) => {
    const diagnosis = selfDiagnosis(kind, counts === null ? null : { ...full, ...counts }, ticks, settings);
    expect(diagnosis).toMatchObject({
      outcome: expected.outcome,
      level: expected.level ?? null,
      suggested: expected.suggested ?? null,
      belowBasic: expected.belowBasic ?? false,
    });
    expect(selfDiagnosisText(diagnosis).replace(/\u00a0/g, ' ')).toBe(text);
  });

  it('a further tick never lowers the level; below the basic level exactly at 0', () => {
    const anyTicks = fc.record({
      notRegistered: fc.constant(false),
      structure: fc.boolean(),
      communities: fc.boolean(),
      activeUse: fc.boolean(),
    });
    const anyCounts = fc.record({
      registeredTotal: countOrBlank,
      teachersRegistered: countOrBlank,
      teachersTotal: countOrBlank,
      studentsRegistered: countOrBlank,
      studentsTotal: countOrBlank,
    });
    fc.assert(
      fc.property(
        anyCounts,
        anyTicks,
        fc.constantFrom('structure' as const, 'communities' as const, 'activeUse' as const),
        (counts, ticks, tick) => {
          const before = selfDiagnosis('school', counts, ticks);
          const after = selfDiagnosis('school', counts, { ...ticks, [tick]: true });
          expect(after.level ?? -1).toBeGreaterThanOrEqual(before.level ?? -1);
          expect(after.belowBasic).toBe(after.level === 0);
        },
      ),
      { seed: 9, numRuns: 1000 },
    );
  });
});

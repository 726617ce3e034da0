import { WHOLE } from '../../domain/share.ts';
import { DEFAULT_MONITORING, type MonitoringSettings } from '../../domain/yardsticks/monitoring.ts';
import { DEFAULT_ROAD_MAP } from '../../domain/yardsticks/road-map.ts';
import {
  DEFAULT_SELF_DIAGNOSIS,
  type SelfDiagnosisSettings,
} from '../../domain/yardsticks/self-diagnosis.ts';
import type { YardstickSettings } from '../../domain/yardsticks/settings.ts';
import {
  monitoringSettingWords,
  roadMapSettingWords,
  selfDiagnosisSettingWords,
} from '../../text/sheets/yardstick-settings.ts';
import { dateCell, textCell } from '../cells.ts';
import { kindListText, readKindList } from './kind-list.ts';
import type { SettingArea, SettingRow } from './row.ts';
import type { SettingValues } from './values.ts';

/* Readings of the official yardsticks that their texts leave open, as rows of «Настройки». */
const SEPARATE = 'раздельно';
export const TOGETHER = 'вместе';
const READINGS = [SEPARATE, TOGETHER] as const;
export const PRESCHOOL_OUTSIDE = 'вне общего';
const PRESCHOOL_WORDS = ['общее', PRESCHOOL_OUTSIDE] as const;

const STAGE_1 = ['staff', 'students', 'parents', 'learners'] as const;
const STAGE_2 = ['staff', 'learners'] as const;
const MONITORED = ['teachers', 'students', 'parents', 'learners'] as const;

function stage1Code(people: (typeof STAGE_1)[number]): string {
  return `roadmap.stage1.${people}`;
}

function stage2Code(people: (typeof STAGE_2)[number]): string {
  return `roadmap.stage2.${people}`;
}

function stage2DayCode(people: (typeof STAGE_2)[number]): string {
  return `${stage2Code(people)}.from`;
}

function monitoredCode(people: (typeof MONITORED)[number]): string {
  return `monitoring.${people}`;
}

function choiceRow(code: string, words: readonly string[]): SettingRow {
  return { code, kind: 'choice', words, initial: textCell(words[0] ?? '') };
}

export const ROAD_MAP_SETTINGS: SettingArea = {
  rows: [
    ...STAGE_1.map((people) => ({ code: stage1Code(people), kind: 'share' as const, initial: '' })),
    ...STAGE_2.flatMap((people): SettingRow[] => {
      const { from, target } = DEFAULT_ROAD_MAP.stage2[people];
      return [
        { code: stage2DayCode(people), kind: 'day', initial: dateCell(from) },
        { code: stage2Code(people), kind: 'share', initial: target / WHOLE },
      ];
    }),
    choiceRow('roadmap.reading', READINGS),
    { code: 'roadmap.moved', kind: 'portion', initial: '' },
    { code: 'roadmap.civil-servants', kind: 'portion', initial: '' },
    choiceRow('roadmap.preschool', PRESCHOOL_WORDS),
  ],
  words: roadMapSettingWords,
};

export const MONITORING_SETTINGS: SettingArea = {
  rows: [
    choiceRow('monitoring.reading', READINGS),
    ...MONITORED.map((people) => ({
      code: monitoredCode(people),
      kind: 'share' as const,
      initial: DEFAULT_MONITORING.targets[people] / WHOLE,
    })),
    { code: 'monitoring.not-for', kind: 'text', initial: textCell(kindListText(DEFAULT_MONITORING.notFor)) },
    { code: 'monitoring.share-target', kind: 'share', initial: '' },
  ],
  words: monitoringSettingWords,
};

export const SELF_DIAGNOSIS_SETTINGS: SettingArea = {
  rows: [
    choiceRow('selfdiagnosis.reading', READINGS),
    {
      code: 'selfdiagnosis.threshold',
      kind: 'share',
      initial: DEFAULT_SELF_DIAGNOSIS.threshold / WHOLE,
    },
    {
      code: 'selfdiagnosis.kinds',
      kind: 'text',
      initial: textCell(kindListText(DEFAULT_SELF_DIAGNOSIS.kinds)),
    },
  ],
  words: selfDiagnosisSettingWords,
};

/** The road map's readings are taken by the formulas of «Сводка». */
export type SchoolYardstickSettings = Pick<YardstickSettings, 'monitoring' | 'selfDiagnosis'>;

export const DEFAULT_SCHOOL_YARDSTICKS: SchoolYardstickSettings = {
  monitoring: DEFAULT_MONITORING,
  selfDiagnosis: DEFAULT_SELF_DIAGNOSIS,
};

export function readYardsticks(values: SettingValues): SchoolYardstickSettings {
  return { monitoring: readMonitoring(values), selfDiagnosis: readSelfDiagnosis(values) };
}

function readMonitoring(values: SettingValues): MonitoringSettings {
  const target = (people: (typeof MONITORED)[number]): number => {
    const usual = DEFAULT_MONITORING.targets[people];
    return values.share(monitoredCode(people), usual) ?? usual;
  };
  return {
    reading: values.choice('monitoring.reading', READINGS) === TOGETHER ? 'combined' : 'separate',
    targets: {
      teachers: target('teachers'),
      students: target('students'),
      parents: target('parents'),
      learners: target('learners'),
    },
    notFor: readKindList(values, 'monitoring.not-for'),
    shareTarget: values.share('monitoring.share-target', null),
  };
}

function readSelfDiagnosis(values: SettingValues): SelfDiagnosisSettings {
  const { threshold, kinds: usualKinds } = DEFAULT_SELF_DIAGNOSIS;
  const kinds = readKindList(values, 'selfdiagnosis.kinds');
  return {
    reading: values.choice('selfdiagnosis.reading', READINGS) === TOGETHER ? 'pooled' : 'each',
    threshold: values.share('selfdiagnosis.threshold', threshold) ?? threshold,
    kinds: kinds.length > 0 ? kinds : usualKinds,
  };
}

import { describe, expect, it } from 'vitest';
import type { Status } from '../../../src/domain/status.ts';
import {
  DEFAULT_ROAD_MAP,
  type RoadMapIndicator,
  type RoadMapSettings,
  roadMap,
  statusOfParts,
} from '../../../src/domain/yardsticks/road-map.ts';
import { DEFAULT_YARDSTICKS } from '../../../src/domain/yardsticks/settings.ts';
import { roadMapPartText } from '../../../src/text/yardsticks.ts';
import { organisation } from './organisations.ts';

const REGION = [
  organisation('school', [60, 100], [30, 100], [20, 100]),
  organisation('preschool', [16, 20], [50, 50], [40, 50]),
  organisation('college', [9, 10], [15, 50], [null, null]),
  organisation('additional', [10, 10], [null, null], [null, null]),
  organisation('unknown', [0, 10], [0, 10], [0, 10]),
];
const STAGE_1 = '2025-12-29';
const STAGE_2 = '2025-12-30';
const MAXIMA: RoadMapSettings = {
  ...DEFAULT_ROAD_MAP,
  stage1: {
    ...DEFAULT_ROAD_MAP.stage1,
    maxima: { staff: 4167, students: 2000, parents: 1000, learners: 2500 },
  },
};

function judged(
  indicator: number,
  date: string,
  settings: RoadMapSettings = DEFAULT_ROAD_MAP,
): RoadMapIndicator {
  const found = roadMap(REGION, date, settings).find((row) => row.indicator === indicator);
  if (found === undefined) throw new Error(`indicator ${indicator} is missing`);
  return found;
}

const parts = ({ parts: list }: RoadMapIndicator) =>
  list.map(({ people, share, target, status }) => [people, share, target, status]);

describe('road map, indicator 1: staff', () => {
  it.each<{
    date: string;
    settings?: RoadMapSettings;
    stage: number | string;
    target: number | null;
    status: Status;
    note: string;
  }>([
    { date: '2025-09-30', settings: MAXIMA, stage: 'none', target: null, status: 'no-data', note: 'not yet' },
    { date: '2025-10-01', settings: MAXIMA, stage: 1, target: 4167, status: 'met', note: 'stage 1 begins' },
    { date: STAGE_1, settings: MAXIMA, stage: 1, target: 4167, status: 'met', note: 'its last day' },
    { date: STAGE_1, stage: 1, target: null, status: 'no-data', note: 'the maximum is blank' },
    { date: STAGE_2, stage: 2, target: 7500, status: 'below', note: 'stage 2 begins: ≥ 75 %' },
    {
      date: STAGE_2,
      settings: {
        ...MAXIMA,
        stage2: { ...MAXIMA.stage2, staff: { from: null, target: 7500 } },
      },
      stage: 'none',
      target: null,
      status: 'no-data',
      note: 'the acts are not approved: stage 1 is over, stage 2 not in force',
    },
    {
      date: '2026-02-28',
      settings: {
        ...MAXIMA,
        stage2: { ...MAXIMA.stage2, staff: { from: '2026-03-01', target: 7500 } },
      },
      stage: 'none',
      target: null,
      status: 'no-data',
      note: 'the acts hold from a later day',
    },
  ])('$date: $note', ({ date, settings, stage, target, status }) => {
    const row = judged(1, date, settings);
    expect(row.stage).toBe(stage);
    // Σ X = 60 + 16 + 9 + 10 + 0 of Σ K = 150: all kinds are staff of state and municipal organisations.
    expect(parts(row)).toEqual([['staff', 6333, target, status]]);
    expect(row.status).toBe(status);
    expect(row.remarks).toEqual(stage === 2 ? ['proxy-staff', 'stage2-if-approved'] : ['proxy-staff']);
  });
});

describe('road map, indicator 2: students and parents', () => {
  it('separate: students without preschools, parents with them', () => {
    // Σ U = 30 + 15 of Σ L = 150, the unknown kind left out; Σ V = 20 + 40 + 0 of Σ M = 160.
    const row = judged(2, STAGE_2);
    expect(parts(row)).toEqual([
      ['students', 3000, 3000, 'met'],
      ['parents', 3750, 3000, 'met'],
    ]);
    expect(row.status).toBe('met');
    expect(row.remarks).toEqual(['stage2-date-assumed']);
  });

  it('combined: (U + V) ÷ (L + M), a preschool gives V and M alone', () => {
    // 30 + 20 and 40 of 200 + 50; the college and additional education have a blank, one kind is unknown.
    const row = judged(2, STAGE_2, { ...DEFAULT_ROAD_MAP, reading: 'combined' });
    expect(parts(row)).toEqual([['learners', 3600, 3000, 'met']]);
  });

  it('stage 1: each against the maximum that the region reached', () => {
    expect(parts(judged(2, STAGE_1, MAXIMA))).toEqual([
      ['students', 3000, 2000, 'met'],
      ['parents', 3750, 1000, 'met'],
    ]);
    expect(parts(judged(2, STAGE_1, { ...MAXIMA, reading: 'combined' }))).toEqual([
      ['learners', 3600, 2500, 'met'],
    ]);
    expect(judged(2, STAGE_1)).toMatchObject({ status: 'no-data', remarks: [] });
  });

  it('a date of stage 2 that the user entered is not called assumed', () => {
    const settings: RoadMapSettings = {
      ...DEFAULT_ROAD_MAP,
      stage2: { ...DEFAULT_ROAD_MAP.stage2, learners: { from: '2026-09-01', target: 3000 } },
    };
    expect(judged(2, '2026-08-31', settings)).toMatchObject({ stage: 'none', status: 'no-data' });
    expect(judged(2, '2026-09-01', settings)).toMatchObject({ stage: 2, remarks: [] });
  });
});

describe('road map, indicator 3: moved from VK Messenger', () => {
  it.each<{ moved: number | null; status: Status; note: string }>([
    { moved: null, status: 'no-data', note: 'not entered' },
    { moved: 10_000, status: 'met', note: '100 %' },
    { moved: 9999, status: 'near', note: 'one step below' },
    { moved: 9000, status: 'below', note: 'far below' },
  ])('$note', ({ moved, status }) => {
    const settings = { ...DEFAULT_ROAD_MAP, byHand: { moved, civilServants: null } };
    const row = judged(3, STAGE_2, settings);
    expect(parts(row)).toEqual([['moved', moved, 10_000, status]]);
    expect(row).toMatchObject({ stage: 'undated', remarks: ['by-hand'], parts: [{ aboveWhole: false }] });
  });
});

describe('road map, indicator 4: civil servants and teachers outside general education', () => {
  const settings: RoadMapSettings = { ...DEFAULT_ROAD_MAP, byHand: { moved: null, civilServants: 10_000 } };

  it('Σ X ÷ Σ K over colleges and additional education; an unknown kind is not guessed', () => {
    const row = judged(4, STAGE_2, settings);
    expect(parts(row)).toEqual([
      ['civilServants', 10_000, 10_000, 'met'],
      ['otherTeachers', 9500, 10_000, 'near'],
    ]);
    expect(row).toMatchObject({ status: 'near', stage: 'undated' });
    expect(row.remarks).toEqual(['by-hand', 'proxy-other-teachers']);
  });

  it('preschool counts as general education: our inference, a setting', () => {
    const row = judged(4, STAGE_2, { ...settings, preschoolIsGeneral: false });
    // 16 + 9 + 10 of 20 + 10 + 10
    expect(parts(row)[1]).toEqual(['otherTeachers', 8750, 10_000, 'below']);
  });

  it('a district without such organisations is judged by its civil servants alone', () => {
    const [, , , row] = roadMap(REGION.slice(0, 2), STAGE_2, settings);
    expect(row?.parts.map(({ status }) => status)).toEqual(['met', 'not-applicable']);
    expect(row?.status).toBe('met');
  });

  it('is open while the civil servants are not entered', () => {
    expect(judged(4, STAGE_2).status).toBe('no-data');
  });
});

describe('statusOfParts: all parts must be met', () => {
  it.each<{ statuses: Status[]; status: Status; note: string }>([
    { statuses: ['met', 'met'], status: 'met', note: 'both' },
    { statuses: ['met', 'near'], status: 'near', note: 'one is near' },
    { statuses: ['near', 'no-data'], status: 'no-data', note: 'what is unknown may be below' },
    { statuses: ['below', 'no-data'], status: 'below', note: 'one below decides' },
    { statuses: ['not-applicable', 'met'], status: 'met', note: 'what does not apply is not asked' },
    { statuses: ['not-applicable'], status: 'not-applicable', note: 'nothing applies' },
    { statuses: [], status: 'not-applicable', note: 'no part' },
  ])('$note', ({ statuses, status }) => {
    expect(statusOfParts(statuses)).toBe(status);
  });
});

it('the settings of all yardsticks have defaults', () => {
  expect(DEFAULT_YARDSTICKS.roadMap).toBe(DEFAULT_ROAD_MAP);
});

describe('words', () => {
  it('say counts and target, or that there is no data', () => {
    const words = [1, 2, 3].flatMap((number) => judged(number, STAGE_2).parts.map(roadMapPartText));
    expect(words.map((line) => line.replace(/\u00a0/g, ' '))).toEqual([
      'работники организаций, пишущие каждую неделю: 63,33 % (95 из 150), цель 75 %',
      'обучающиеся, которые читают и пишут: 30 % (45 из 150), цель 30 %',
      'родители, которые читают и пишут: 37,5 % (60 из 160), цель 30 %',
      'перешли из VK Мессенджера в МАХ: нет данных, цель 100 %',
    ]);
  });
});

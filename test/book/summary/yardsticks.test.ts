import { beforeAll, describe, expect, it } from 'vitest';
import { SUMMARY_ROWS } from '../../../src/book/summary/layout.ts';
import { organisationKind } from '../../../src/domain/organisation.ts';
import { STATUS_FACES } from '../../../src/domain/status.ts';
import { DEFAULT_ROAD_MAP, type RoadMapSettings, roadMap } from '../../../src/domain/yardsticks/road-map.ts';
import { sheetNamed } from '../project.ts';
import { basisPoints, type RandomDistrict, randomDistrict, summaryValues } from './district.ts';

const ROWS = SUMMARY_ROWS.yardsticks;

describe('official yardsticks of «Сводка»', () => {
  let district: RandomDistrict;
  beforeAll(async () => {
    district = await randomDistrict(60, 4, 5);
  });

  function set(code: string, text: string): void {
    const { app } = district;
    const { values } = app.view(sheetNamed(app, 'Настройки'));
    app.edit('Настройки', `C${values.findIndex((row) => row[0] === code) + 1}`, text);
  }

  /** [share, target, status, missing] of the rows of the road map. */
  function shown(): unknown[][] {
    return summaryValues(district.app)
      .slice(ROWS, ROWS + 5)
      .filter((row) => row[0] !== '')
      .map(([, , , share, target, status, missing]) => [
        share === '' ? null : basisPoints(share),
        target === '' ? null : basisPoints(target),
        status,
        missing === '' ? null : missing,
      ]);
  }

  function expected(settings: RoadMapSettings): unknown[][] {
    const week = district.weeks[3] ?? [];
    const counts = week.map((record) => ({
      orgId: record.orgId,
      kind: organisationKind(record.orgType),
      counts: record,
    }));
    return roadMap(counts, '2026-11-18', settings)
      .flatMap(({ parts }) => parts)
      .filter(({ people }) => people !== 'otherTeachers')
      .map(({ share, target, status, missing }) => [share, target, STATUS_FACES[status].label, missing]);
  }

  it.each<{ note: string; cells: Readonly<Record<string, string>>; settings: Partial<RoadMapSettings> }>([
    { note: 'stage 2, apart', cells: {}, settings: {} },
    { note: 'together', cells: { 'roadmap.reading': 'вместе' }, settings: { reading: 'combined' } },
    {
      note: 'shares by hand',
      cells: {
        'roadmap.reading': 'раздельно',
        'roadmap.moved': '97,5%',
        'roadmap.civil-servants': '100%',
      },
      settings: { byHand: { moved: 9750, civilServants: 10_000 } },
    },
    {
      note: 'no stage in force',
      cells: {
        'roadmap.moved': '',
        'roadmap.civil-servants': '',
        'roadmap.stage2.staff.from': '',
        'roadmap.stage2.learners.from': '',
      },
      settings: {
        stage2: {
          staff: { from: null, target: 7500 },
          learners: { from: null, target: 3000 },
        },
      },
    },
  ])('are the road map of the core: $note', ({ cells, settings }) => {
    for (const [code, text] of Object.entries(cells)) set(code, text);
    expect(shown()).toEqual(expected({ ...DEFAULT_ROAD_MAP, ...settings }));
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { PATH_LENGTH, SUMMARY_ROWS } from '../../../src/book/summary/layout.ts';
import { columnLetter } from '../../../src/domain/columns.ts';
import { organisationKind } from '../../../src/domain/organisation.ts';
import { STATUS_FACES } from '../../../src/domain/status.ts';
import {
  DEFAULT_MONITORING,
  monitorDistrict,
  monitorOrganisation,
  monthOfReport,
} from '../../../src/domain/yardsticks/monitoring.ts';
import { DEFAULT_ROAD_MAP, type RoadMapSettings, roadMap } from '../../../src/domain/yardsticks/road-map.ts';
import { cheapestToTurn } from '../../../src/domain/yardsticks/shortest-path.ts';
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
      .slice(ROWS, ROWS + 6)
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
      .map(({ share, target, status, missing }) => [share, target, STATUS_FACES[status].label, missing]);
  }

  it.each<{ note: string; cells: Readonly<Record<string, string>>; settings: Partial<RoadMapSettings> }>([
    { note: 'stage 2, apart', cells: {}, settings: {} },
    { note: 'together', cells: { 'roadmap.reading': 'вместе' }, settings: { reading: 'combined' } },
    {
      note: 'shares by hand, preschools outside general education',
      cells: {
        'roadmap.reading': 'раздельно',
        'roadmap.moved': '97,5%',
        'roadmap.civil-servants': '100%',
        'roadmap.preschool': 'вне общего',
      },
      settings: { byHand: { moved: 9750, civilServants: 10_000 }, preschoolIsGeneral: false },
    },
    {
      note: 'no stage in force',
      cells: {
        'roadmap.moved': '',
        'roadmap.civil-servants': '',
        'roadmap.preschool': 'общее',
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

  it('are the monitoring of the core, with its range and the cheapest schools to turn', () => {
    const month = monthOfReport('2026-11-18') ?? '';
    const ids = [...new Set(district.weeks.flat().map(({ orgId }) => orgId))];
    const organisations = ids.map((orgId) => {
      const reports = district.weeks.flat().filter((record) => record.orgId === orgId);
      const kind = organisationKind(reports[reports.length - 1]?.orgType ?? '');
      const dated = reports.map((record) => ({ date: record.date, counts: record }));
      return { orgId, ...monitorOrganisation(dated, kind, month, DEFAULT_MONITORING) };
    });
    const { counted, applicable, withoutData, low, high } = monitorDistrict(organisations);
    const rows = summaryValues(district.app);
    const row = rows[ROWS + 6] ?? [];
    expect([row[1], row[2], basisPoints(row[3])]).toEqual([counted, applicable, low]);
    const digits = String(row[7]).match(/\d+/g)?.map(Number);
    const range = high === null ? [] : [Math.floor(high / 100), high % 100];
    expect(digits).toEqual(withoutData.length === 0 ? [0] : [withoutData.length, ...range]);

    const steps = cheapestToTurn(organisations).steps.slice(0, PATH_LENGTH);
    expect(
      rows
        .slice(SUMMARY_ROWS.path, SUMMARY_ROWS.path + PATH_LENGTH)
        .filter((line) => line[8] !== '')
        .map((line) => [line[8], line[9]]),
    ).toEqual(steps.map(({ people, running }) => [people, running]));
  });

  it('are the levels of the criterion 8.5, counted', () => {
    const { app } = district;
    const levels = (): string[] => {
      const { values } = app.view(sheetNamed(app, 'Школы'));
      const column = (values[0] ?? []).indexOf('8.5');
      return values
        .slice(2)
        .filter((row) => row[0] !== '')
        .map((row) => String(row[column]));
    };
    const { values } = app.view(sheetNamed(app, 'Школы'));
    const letter = columnLetter((values[0] ?? []).indexOf('8.5: структура создана'));
    app.hands.paste(
      'Школы',
      `${letter}3`,
      Array.from({ length: 30 }, () => ['ИСТИНА']),
    );
    const count = (level: string): number => levels().filter((one) => one === level).length;
    expect(count('1') + count('2')).toBeGreaterThan(0);
    const parts = ['3', '2', '1', '0'].map((level) => `уровень ${level}: ${count(level)}`);
    expect(summaryValues(app)[ROWS + 7]?.[1]).toBe(
      [...parts, `не определён: ${count('не определён')}`, `нет данных: ${count('нет данных')}`].join(' · '),
    );
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { assessMax, DEFAULT_TARGETS, MAX_INDICATORS } from '../../src/domain/indicators.ts';
import { organisationKind } from '../../src/domain/organisation.ts';
import { STATUS_FACES } from '../../src/domain/status.ts';
import { readStatisticsFile } from '../../src/import/read.ts';
import { schoolTable, statusCounts } from '../../workbench/cli/table.ts';
import { type DumpedSheet, dumpIssue, dumpSheets } from '../../workbench/dump.ts';
import { importStatisticsFile } from '../../workbench/import-statistics.ts';
import { type BuiltProject, buildProject, openProject, sampleFiles } from '../../workbench/project.ts';

let project: BuiltProject;

beforeAll(async () => {
  project = await buildProject();
});

function sheetOf(sheets: readonly DumpedSheet[], key: string): DumpedSheet {
  const sheet = sheets.find((candidate) => candidate.key === key);
  if (sheet === undefined) throw new Error(`no sheet ${key}`);
  return sheet;
}

describe('a statistics file without the sidebar', () => {
  it('colours every school of the sample as the core judges it', async () => {
    const environment = openProject(project);
    const [, week] = sampleFiles();
    if (week === undefined) throw new Error('no sample');
    const { outcome } = await importStatisticsFile(environment, week.bytes, week.name);
    const { records } = readStatisticsFile(week.bytes, week.name);
    expect(outcome?.schools).toBe(records.length);

    const schools = sheetOf(dumpSheets(environment), 'schools');
    const rowOf = new Map(schools.values.map((row, index) => [row[0], index]));
    const headings = schools.display[0] ?? [];
    for (const [index, { shortTitle }] of MAX_INDICATORS.entries()) {
      const status = headings.indexOf(`${shortTitle}: статус`);
      const seen = records.map(({ orgId }) => {
        const row = rowOf.get(orgId) ?? -1;
        return [orgId, schools.display[row]?.[status], schools.fills[row]?.[status]];
      });
      const expected = records.map((record) => {
        const judged = assessMax(record, organisationKind(record.orgType), DEFAULT_TARGETS)[index];
        const face = STATUS_FACES[judged?.status ?? 'no-data'];
        return [record.orgId, face.label, face.fill ?? '#ffffff'];
      });
      expect(seen).toEqual(expected);
    }

    const lines = schoolTable(schools, true);
    expect(lines).toHaveLength(records.length + 2);
    const near = lines.find((line) => line.includes(STATUS_FACES.near.label));
    expect(near).toContain('\u001b[48;2;255;243;196m');
    expect(schoolTable(schools, false).join('')).not.toContain('\u001b');
    expect(statusCounts(schools)).toHaveLength(MAX_INDICATORS.length);
    environment.dispose();
  });

  it('refuses what is no table, and the book stays as it was', async () => {
    const environment = openProject(project);
    const before = environment.book.save();
    const bytes = new TextEncoder().encode('{"error":"timeout"}');
    const { outcome, issues } = await importStatisticsFile(environment, bytes, 'report.csv');
    expect(outcome).toBeNull();
    expect(issues.map(dumpIssue)).toMatchObject([{ code: 'file-not-table', row: null, column: null }]);
    expect(environment.book.save()).toBe(before);
    environment.dispose();
  });
});

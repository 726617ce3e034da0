import { describe, expect, it } from 'vitest';
import type { Issue } from '../../src/domain/issues.ts';
import { groupIssues } from '../../src/sidebar/issue-groups.ts';

const PLACE = { heading: 'Учителей в школе всего', school: 'ГБОУ СОШ № 5' };

describe('groups of issues', () => {
  it('puts errors first, keeps the order inside a severity, counts what was not listed', () => {
    const issues: Issue[] = [
      { code: 'organisation-inactive', line: 2, school: 'ГБОУ СОШ № 5' },
      { code: 'inn-length', line: 2, found: '12', ...PLACE },
      { code: 'count-text', line: 3, found: 'много', ...PLACE },
      { code: 'columns-unknown', headings: ['Заметки'] },
      { code: 'count-text', line: 4, found: 'мало', ...PLACE },
      { code: 'issues-omitted', of: 'count-text', count: 7 },
    ];
    expect(groupIssues(issues).map(({ code, severity, total }) => [code, severity, total])).toEqual([
      ['count-text', 'error', 9],
      ['inn-length', 'warning', 1],
      ['columns-unknown', 'warning', 1],
      ['organisation-inactive', 'info', 1],
    ]);
  });

  it('has no groups without issues', () => {
    expect(groupIssues([])).toEqual([]);
  });
});

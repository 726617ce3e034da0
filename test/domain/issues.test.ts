import { describe, expect, it } from 'vitest';
import { type Issue, IssueError, type Severity, severityOf } from '../../src/domain/issues.ts';

const place = { line: 7, heading: 'ИНН', school: 'Школа № 9001' };

describe('severityOf', () => {
  it.each<{ issue: Issue; severity: Severity; note: string }>([
    { issue: { code: 'file-empty' }, severity: 'error', note: 'nothing to import' },
    { issue: { code: 'count-text', found: 'много', ...place }, severity: 'error', note: 'not a count' },
    { issue: { code: 'id-missing', line: 7, school: 'Школа' }, severity: 'error', note: 'no key' },
    { issue: { code: 'book-busy' }, severity: 'error', note: 'the book, not the file' },
    { issue: { code: 'columns-unknown', headings: ['Ж'] }, severity: 'warning', note: 'kept out, reported' },
    { issue: { code: 'inn-length', found: '123', ...place }, severity: 'warning', note: 'odd, but text' },
    {
      issue: {
        code: 'active-above-total',
        line: 7,
        school: 'Школа',
        group: 'teachers',
        active: 66,
        total: 60,
      },
      severity: 'warning',
      note: 'happens: last year’s forms',
    },
    {
      issue: { code: 'organisation-inactive', line: 7, school: 'Школа' },
      severity: 'info',
      note: 'kept with a remark',
    },
  ])('$issue.code is $severity: $note', ({ issue, severity }) => {
    expect(severityOf(issue)).toBe(severity);
  });
});

it('IssueError carries the issue to the edge, with the code as its message', () => {
  const issue: Issue = { code: 'report-older', reportDate: '2026-11-11', bookDate: '2026-11-18' };
  const error = new IssueError(issue);
  expect(error).toBeInstanceOf(Error);
  expect([error.issue, error.message, error.name]).toEqual([issue, 'report-older', 'IssueError']);
});

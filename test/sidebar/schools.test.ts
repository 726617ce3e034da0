import { describe, expect, it } from 'vitest';
import { schoolsOf } from '../../src/sidebar/schools.ts';
import { bookOf, laggingRecord, schoolRecord } from './fixtures.ts';

describe('schools of the book', () => {
  it('are lagging where an indicator is below or near its target', () => {
    const [below, near, met] = schoolsOf(
      bookOf([laggingRecord(), laggingRecord({ teachersActive: 44 }), schoolRecord()]),
    );
    expect([below?.lagging, near?.lagging, met?.lagging]).toEqual([true, true, false]);
  });

  it('are not lagging without data, and not reported without a date', () => {
    const gone = schoolRecord({
      date: '',
      teachersActive: null,
      teachersTotal: null,
      parentsActive: null,
      studentsActive: null,
    });
    expect(schoolsOf(bookOf([gone]))[0]).toMatchObject({ lagging: false, reported: false });
  });

  it('are judged by the words and targets of the book', () => {
    const kindWords = { preschool: ['ясли-сад'], additional: [], college: [], school: [] };
    const [school] = schoolsOf(bookOf([schoolRecord({ orgType: 'Ясли-сад' })], { kindWords }));
    expect(school?.kind).toBe('preschool');
    expect(school?.assessments[2]?.status).toBe('not-applicable');
  });
});

import { describe, expect, it } from 'vitest';
import { suggestionsOf } from '../../../src/domain/checklists/suggestions.ts';
import { recordWith } from '../record-builder.ts';
import { allDone, statesWith } from './support.ts';

const LINKED = recordWith({ teachersLinked: 41 });

describe('suggestionsOf', () => {
  it('suggests identifiers where teachers have linked their accounts', () => {
    expect(suggestionsOf(LINKED, statesWith({}))).toEqual([{ step: 'integration.identifiers', count: 41 }]);
  });

  it.each([
    { linked: 0, note: 'nobody has' },
    { linked: null, note: 'a blank shows nothing' },
  ])('nothing where $note', ({ linked }) => {
    expect(suggestionsOf(recordWith({ teachersLinked: linked }), statesWith({}))).toEqual([]);
  });

  it('nothing that is ticked, left out or not applicable', () => {
    expect(suggestionsOf(LINKED, allDone())).toEqual([]);
    expect(suggestionsOf(LINKED, statesWith({ 'integration.identifiers': 'н/п' }))).toEqual([]);
    expect(suggestionsOf(LINKED, statesWith({}, 'preschool'))).toEqual([]);
  });

  it('no other number suggests a step', () => {
    const full = recordWith({
      teachersActive: 60,
      studentsLinked: 60,
      parentsLinked: 60,
      registeredTotal: 60,
    });
    expect(suggestionsOf(full, statesWith({}))).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  districtProgress,
  type SchoolStates,
  standingSchools,
  stepProgress,
  stuckSteps,
} from '../../../src/domain/checklists/district.ts';
import { progressOf, stepStates } from '../../../src/domain/checklists/progress.ts';
import { STEPS, type StepId } from '../../../src/domain/checklists/steps.ts';
import { allDone, everyStep, RUNS, SETTING, schoolChecklist, statesWith, TODAY } from './support.ts';

const EMPTY = { school: 'empty', states: statesWith({}) };
const DONE = { school: 'done', states: allDone() };
const NURSERY = { school: 'nursery', states: statesWith({}, 'preschool') };

describe('stepProgress', () => {
  const rows = stepProgress([EMPTY, DONE, NURSERY]);
  const row = (id: string) => rows.find(({ step }) => step === id);

  it('is a share of the schools to which the step applies', () => {
    expect(row('cok.access')).toEqual({
      step: 'cok.access',
      done: 1,
      applicable: 2,
      share: 5000,
      waiting: ['empty'],
    });
    expect(row('organisation.local-act')).toMatchObject({ share: 3333, waiting: ['empty', 'nursery'] });
    expect(row('organisation.community')).toMatchObject({ applicable: 1, waiting: ['nursery'] });
  });

  it('has no share where it applies to none', () => {
    expect(stepProgress([EMPTY]).find(({ step }) => step === 'organisation.community')?.share).toBeNull();
    expect(stepProgress([])).toHaveLength(STEPS.length);
  });
});

describe('stuckSteps', () => {
  it('the least share first, then the most schools waiting, then the order of the steps', () => {
    const one = { school: 'one', states: statesWith({ ...everyStep(true), 'cok.access': false }) };
    const two = {
      school: 'two',
      states: statesWith({
        ...everyStep(true),
        'cok.access': false,
        'cok.export': false,
        'integration.token': false,
      }),
    };
    const nursery = {
      school: 'nursery',
      states: statesWith({ ...everyStep(true), 'organisation.community': '' }, 'preschool'),
    };
    expect(
      stuckSteps([one, two, nursery]).map(({ step, done, applicable }) => [step, done, applicable]),
    ).toEqual([
      ['cok.access', 0, 2],
      ['organisation.community', 0, 1],
      ['integration.token', 1, 2],
      ['cok.export', 1, 2],
    ]);
  });

  it('goes by the share and the schools waiting, wherever the step stands in the lists', () => {
    const but = (...open: StepId[]) => ({
      ...everyStep(true),
      ...Object.fromEntries(open.map((id) => [id, false])),
    });
    const one = { school: 'one', states: statesWith(but('integration.smir', 'organisation.local-act')) };
    const nursery = {
      school: 'nursery',
      states: statesWith(but('organisation.local-act'), 'preschool'),
    };
    const stuck = (...schools: SchoolStates[]) =>
      stuckSteps(schools).map(({ step, done, applicable }) => [step, done, applicable]);
    // Nobody did either step: more schools wait for the later one.
    expect(stuck(one, nursery)).toEqual([
      ['organisation.local-act', 0, 2],
      ['integration.smir', 0, 1],
    ]);
    // A third is less than a half.
    expect(stuck(one, nursery, DONE)).toEqual([
      ['organisation.local-act', 1, 3],
      ['integration.smir', 1, 2],
    ]);
  });

  it('nothing is stuck where all is done', () => {
    expect(stuckSteps([DONE])).toEqual([]);
  });

  it('steps add up to the district, in any order of schools', () => {
    fc.assert(
      fc.property(fc.array(schoolChecklist, { maxLength: 6 }), (checklists) => {
        const schools = checklists.map((checklist, index) => ({
          school: String(index),
          states: stepStates(checklist, SETTING),
        }));
        const district = districtProgress(schools);
        const steps = stepProgress(schools);
        expect(steps.reduce((sum, { done }) => sum + done, 0)).toBe(district.done);
        expect(steps.reduce((sum, { applicable }) => sum + applicable, 0)).toBe(district.applicable);
        expect(schools.reduce((sum, { states }) => sum + progressOf(states).done, 0)).toBe(district.done);
        const ranked = stuckSteps([...schools].reverse()).map(({ step }) => step);
        expect(ranked).toEqual(stuckSteps(schools).map(({ step }) => step));
      }),
      { ...RUNS, numRuns: 300 },
    );
  });
});

it('districtProgress counts a list over all schools', () => {
  expect(districtProgress([EMPTY, DONE, NURSERY], 'cok')).toEqual({ done: 6, applicable: 12, share: 5000 });
  expect(districtProgress([], 'cok')).toEqual({ done: 0, applicable: 0, share: null });
});

describe('standingSchools', () => {
  it('names the never ticked, then the longest still', () => {
    const rows = [
      { ...EMPTY, school: 'yesterday', lastTick: '2026-11-19' },
      { ...EMPTY, school: 'day 13', lastTick: '2026-11-07' },
      { ...EMPTY, school: 'day 14', lastTick: '2026-11-06' },
      { ...EMPTY, school: 'day 50', lastTick: '2026-10-01' },
      { ...EMPTY, school: 'never', lastTick: null },
      { ...EMPTY, school: 'never too', lastTick: null },
      { ...DONE, lastTick: null },
    ];
    expect(standingSchools(rows, TODAY).map(({ school, days }) => [school, days])).toEqual([
      ['never', null],
      ['never too', null],
      ['day 50', 50],
      ['day 14', 14],
    ]);
    expect(standingSchools(rows, TODAY, 1)).toHaveLength(6);
  });
});

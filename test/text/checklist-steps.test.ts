import { describe, expect, it } from 'vitest';
import { STEPS } from '../../src/domain/checklists/steps.ts';
import { DEFAULT_VERSION, howToOf, STEP_WORDS } from '../../src/text/checklist-steps.ts';
import { CHECKLIST_WARNINGS, warningsOf } from '../../src/text/checklist-warnings.ts';
import { LINKS } from '../../src/text/links.ts';

/** Words that make a demand: never beside what families are offered. */
const FORCE = /обязан|обязательн|должны|требу|запре|штраф|меры будут/i;
const FAMILY_STEPS = [
  'organisation.parent-chats',
  'organisation.student-chats',
  'organisation.parent-meetings',
] as const;

describe('words of the steps', () => {
  it('stand for every step and for nothing else', () => {
    expect(Object.keys(STEP_WORDS)).toEqual(STEPS.map(({ id }) => id));
  });

  it.each(STEPS)('$label is short, plain and whole', ({ id }) => {
    const { title } = STEP_WORDS[id];
    const howTo = howToOf(id);
    expect(title.length).toBeGreaterThan(0);
    expect(title.length).toBeLessThanOrEqual(60);
    expect(howTo.length).toBeGreaterThan(0);
    expect(howTo.length).toBeLessThanOrEqual(300);
    expect(howTo).not.toMatch(/[{}<>]|\(\?\)/);
    expect(howTo).toMatch(/[.…]$/);
    expect(title).not.toMatch(/[.]$/);
  });

  it('no two steps have the same title', () => {
    expect(new Set(STEPS.map(({ id }) => STEP_WORDS[id].title)).size).toBe(STEPS.length);
  });

  it('name the version in force', () => {
    expect(howToOf('integration.datagate')).toContain(DEFAULT_VERSION);
    expect(howToOf('integration.datagate', { version: '4.0 $&' })).toContain('нужна 4.0 $&.');
  });

  it('mark what is uncertain', () => {
    expect(howToOf('integration.datagate')).toContain('DataGate 507 — уточните');
  });

  it('the token is never asked into the book', () => {
    expect(howToOf('integration.token')).toContain('не записывайте');
  });

  it.each(FAMILY_STEPS)('%s offers, and keeps another way', (id) => {
    expect(howToOf(id)).not.toMatch(FORCE);
    expect(howToOf(id)).toContain('другим способом');
  });
});

describe('links', () => {
  it.each(Object.entries(LINKS))(
    '%s is https with a title, or says what to paste',
    (_key, { address, title }) => {
      if (address === '') expect(title).toContain('вставьте ссылку');
      else expect(new URL(address).protocol).toBe('https:');
      expect(title.length).toBeGreaterThan(0);
    },
  );

  it('each leads somewhere else, and those of the steps are there', () => {
    const addresses = Object.values(LINKS).flatMap(({ address }) => (address === '' ? [] : [address]));
    expect(new Set(addresses).size).toBe(addresses.length);
    const used = new Set(STEPS.map(({ id }) => STEP_WORDS[id].link));
    for (const key of used) if (key !== undefined) expect(Object.keys(LINKS)).toContain(key);
  });
});

describe('warnings', () => {
  it('each stands beside a step', () => {
    for (const { steps, text } of CHECKLIST_WARNINGS) {
      expect(steps.length).toBeGreaterThan(0);
      expect(text).toMatch(/\.$/);
    }
  });

  it('an invitation by link is called a stopgap beside the chats', () => {
    expect(warningsOf('integration.class-chats').join(' ')).toContain('временная мера');
    expect(warningsOf('cok.timetable')).toEqual([]);
  });
});

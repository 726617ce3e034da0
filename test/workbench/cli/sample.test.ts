import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

function sample(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const command = ['--import', 'tsx', 'workbench/cli/sample.ts', ...args];
  return spawnSync(process.execPath, command, { cwd: ROOT, encoding: 'utf8' });
}

describe('npm run sample', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sample-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('writes the two files of each week into the folder and prints their paths', () => {
    const out = join(folder, 'made', 'anew');
    const { status, stdout } = sample(
      '--schools',
      '12',
      '--weeks',
      '3',
      '--date',
      '2026-01-07',
      '--out',
      out,
    );
    const days = ['2025-12-24', '2025-12-31', '2026-01-07'];
    const names = days.flatMap((day) => [`statistics-${day}.csv`, `cok-${day}.csv`]);
    expect(status).toBe(0);
    expect(readdirSync(out).sort()).toEqual([...names].sort());
    expect(stdout.trim().split('\n')).toEqual(names.map((name) => join(out, name)));
    expect(readFileSync(join(out, 'statistics-2026-01-07.csv'), 'utf8').split('\n')).toHaveLength(14);
  });

  it('writes other bytes for another seed', () => {
    const bytes = ['1', '2'].map((seed) => {
      sample('--schools', '3', '--weeks', '1', '--seed', seed, '--out', join(folder, seed));
      return readFileSync(join(folder, seed, 'statistics-2026-11-18.csv'), 'utf8');
    });
    expect(bytes[0]).not.toBe(bytes[1]);
  });

  it.each([
    {
      args: ['--schools', 'много'],
      says: '--schools: ожидалось целое число от 1 до 100000, указано «много».',
    },
    { args: ['--weeks', '0'], says: '--weeks: ожидалось целое число от 1 до 520, указано «0».' },
    { args: ['--seed', '1.5'], says: '--seed: ожидалось целое число' },
    { args: ['--date', '2026-02-30'], says: '--date: ожидалась дата вида 2026-11-18, указано «2026-02-30».' },
    { args: ['--date', '18.11.2026'], says: 'указано «18.11.2026»' },
    { args: ['--school', '5'], says: 'Неизвестный аргумент: school, 5.' },
    { args: ['--schools'], says: '--schools: после имени ожидалось значение.' },
  ])('refuses $args, writes nothing', ({ args, says }) => {
    const { status, stderr, stdout } = sample('--out', folder, ...args);
    expect(status).toBe(1);
    expect(stderr).toContain(says);
    expect(stderr).toContain('npm run sample --');
    expect(stdout).toBe('');
    expect(readdirSync(folder)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { buildAll } from '../../build/build.ts';
import { checkDist } from '../../build/check-dist.ts';
import { customFunctionsOf, readDist } from '../../build/dist.ts';
import { SOURCES } from '../../build/sources.ts';

describe('dist/ of the add-on', () => {
  it('is built from the sources as they stand and keeps every rule', async () => {
    const { folder } = await buildAll();
    const dist = await readDist(folder, SOURCES);
    expect(checkDist(dist)).toEqual([]);
    expect(customFunctionsOf(dist.expected).map(({ name }) => name)).toContain('MAX_ACTIVE_TEACHERS_PCT');
  });
});

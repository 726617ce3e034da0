import { describe, expect, it } from 'vitest';
import { licenceNotices } from '../../build/notices.ts';

describe('licence notices', () => {
  it('name each package once, in order, inside one comment', async () => {
    const text = await licenceNotices(['zod', 'papaparse', 'zod']);
    expect(text.match(/^[\w-]+:$/gm)).toEqual(['papaparse:', 'zod:']);
    expect(text.indexOf('*/')).toBe(text.length - 2);
  });

  it('are nothing without packages', async () => {
    expect(await licenceNotices([])).toBe('');
  });

  it('refuse a package that has no licence file', async () => {
    await expect(licenceNotices(['not-installed'])).rejects.toThrow(/not-installed has no LICENSE file/);
  });
});

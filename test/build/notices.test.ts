import { describe, expect, it } from 'vitest';
import { licenceNotices } from '../../build/notices.ts';

describe('licence notices', () => {
  it('name each package once, in order, inside one comment', async () => {
    const text = await licenceNotices(['zod', 'papaparse', 'zod']);
    expect(text.match(/^[\w-]+:$/gm)).toEqual(['papaparse:', 'zod:']);
    expect(text.indexOf('*/')).toBe(text.length - 2);
  });

  it('say the same terms once, below all who hold the rights', async () => {
    const text = await licenceNotices(['papaparse', 'fflate']);
    expect(text.match(/Permission is hereby granted/g)).toHaveLength(1);
    expect(text.match(/THE SOFTWARE IS PROVIDED "AS IS"/g)).toHaveLength(1);
    expect(text).toMatch(
      /^\/\*\nfflate:\nCopyright \(c\) \d{4} Arjun Barrett\n\npapaparse:\nCopyright \(c\) \d{4} Matthew Holt\n\nMIT License\n\nPermission/,
    );
  });

  it('say other terms in full', async () => {
    const text = await licenceNotices(['axe-core', 'papaparse']);
    expect(text.match(/Permission is hereby granted/g)).toHaveLength(1);
    expect(text).toContain('Mozilla Public License');
    expect(text).toContain('axe-core:');
  });

  it('are nothing without packages', async () => {
    expect(await licenceNotices([])).toBe('');
  });

  it('refuse a package that has no licence file', async () => {
    await expect(licenceNotices(['not-installed'])).rejects.toThrow(/not-installed has no LICENSE file/);
  });
});

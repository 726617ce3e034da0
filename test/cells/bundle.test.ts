import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

const ENTRY = fileURLToPath(new URL('../../src/cells/entry.ts', import.meta.url));

describe('the cells bundle', () => {
  it('pulls in the rules and words that cells answer with, nothing heavier', async () => {
    const { metafile } = await build({
      entryPoints: [ENTRY],
      bundle: true,
      format: 'iife',
      write: false,
      metafile: true,
      logLevel: 'silent',
    });
    const inputs = Object.keys(metafile.inputs).map((path) => path.replace(/^.*?src\//, ''));
    expect(inputs.filter((path) => !path.startsWith('cells/')).sort()).toEqual([
      'domain/calendar.ts',
      'domain/funnel.ts',
      'domain/headings.ts',
      'domain/normalise.ts',
      'domain/organisation.ts',
      'domain/share.ts',
      'domain/small-group.ts',
      'domain/stage-counts.ts',
      'domain/status.ts',
      'domain/yardsticks/learners.ts',
      'domain/yardsticks/monitoring.ts',
      'domain/yardsticks/self-diagnosis.ts',
      'text/levels.ts',
      'text/numbers.ts',
      'text/plurals.ts',
      'text/stages.ts',
      'text/verdicts.ts',
    ]);
  });
});

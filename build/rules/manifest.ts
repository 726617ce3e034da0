import type { Dist } from '../dist.ts';
import type { Rule } from './rule.ts';

type Manifest = Readonly<Record<string, unknown>>;

const SCOPES = [
  'https://www.googleapis.com/auth/spreadsheets.currentonly',
  'https://www.googleapis.com/auth/script.container.ui',
];

/** Keys that the add-on needs. `$schema` and the like make the push fail without naming the key. */
const KEYS = ['timeZone', 'runtimeVersion', 'exceptionLogging', 'oauthScopes'];

function manifestOf({ manifest }: Dist): Manifest | null {
  try {
    const value: unknown = JSON.parse(manifest);
    return isObject(value) ? value : null;
  } catch (reason) {
    if (reason instanceof SyntaxError) return null;
    throw reason;
  }
}

function isObject(value: unknown): value is Manifest {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function rule(name: string, check: (manifest: Manifest) => string[]): Rule {
  return {
    name,
    check: (dist) => {
      const manifest = manifestOf(dist);
      return manifest === null ? [] : check(manifest);
    },
  };
}

function expects(name: string, key: string, value: string): Rule {
  return rule(name, (manifest) =>
    manifest[key] === value
      ? []
      : [`appsscript.json: ${key} is ${JSON.stringify(manifest[key])}, expected ${JSON.stringify(value)}.`],
  );
}

export const MANIFEST_RULES: readonly Rule[] = [
  {
    name: 'manifest-json',
    check: (dist) => (manifestOf(dist) === null ? ['appsscript.json is not a JSON object.'] : []),
  },
  rule('manifest-scopes', ({ oauthScopes }) =>
    JSON.stringify(oauthScopes) === JSON.stringify(SCOPES)
      ? []
      : [`appsscript.json asks for ${JSON.stringify(oauthScopes)}, expected exactly ${SCOPES.join(', ')}.`],
  ),
  expects('manifest-runtime', 'runtimeVersion', 'V8'),
  expects('manifest-time-zone', 'timeZone', 'Europe/Moscow'),
  rule('manifest-keys', (manifest) =>
    Object.keys(manifest)
      .filter((key) => !KEYS.includes(key))
      .map((key) => `appsscript.json has a key ${key} that the add-on does not need.`),
  ),
];

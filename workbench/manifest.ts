import type { Manifest } from './apps-script/environment.ts';

/** @throws Error on a manifest that is no object */
export function parseManifest(text: string): Manifest {
  const parsed: unknown = JSON.parse(text);
  if (!isManifest(parsed)) throw new Error('appsscript.json has no time zone or no scopes.');
  return parsed;
}

function isManifest(value: unknown): value is Manifest {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'timeZone' in value &&
    typeof value.timeZone === 'string' &&
    'oauthScopes' in value &&
    Array.isArray(value.oauthScopes)
  );
}

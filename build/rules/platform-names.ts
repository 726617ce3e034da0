/** What every script of ES2019 may name, and globalThis, which the platform's engine has. */
const LANGUAGE = [
  ...['undefined', 'NaN', 'Infinity', 'globalThis'],
  ...[
    'Object',
    'Function',
    'eval',
    'Boolean',
    'Symbol',
    'Number',
    'Math',
    'Date',
    'String',
    'RegExp',
    'JSON',
  ],
  ...['Array', 'Map', 'Set', 'WeakMap', 'WeakSet', 'Promise', 'Reflect', 'Proxy'],
  ...['ArrayBuffer', 'DataView', 'Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array'],
  ...['Int32Array', 'Uint32Array', 'Float32Array', 'Float64Array'],
  ...['Error', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'],
  ...['parseInt', 'parseFloat', 'isNaN', 'isFinite'],
  ...['encodeURI', 'encodeURIComponent', 'decodeURI', 'decodeURIComponent', 'escape', 'unescape'],
];

/** Services that the add-on's two scopes let it use, and the consoles. */
export const SERVICES: readonly string[] = [
  'SpreadsheetApp',
  'HtmlService',
  'LockService',
  'PropertiesService',
  'CacheService',
  'Utilities',
  'Session',
  'ScriptApp',
  'Logger',
  'console',
];

export const PLATFORM_NAMES: ReadonlySet<string> = new Set([...LANGUAGE, ...SERVICES]);

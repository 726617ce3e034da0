import type { AuthMode } from './environment.ts';

/**
 * `free`: finds its way among objects, reaches no document. `read`: needs the document, so the
 * run's own writes are flushed first. `write`: buffered by the platform. `service`: acts at once on
 * something that is not the document (a lock, properties, the screen).
 */
export type CallKind = 'free' | 'read' | 'write' | 'service';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Classes whose methods never reach the document or a service. */
const FREE_CLASSES = words(
  `ConditionalFormatRule ConditionalFormatRuleBuilder BooleanCondition DataValidation DataValidationBuilder
   DeveloperMetadataLocation FilterCriteria FilterCriteriaBuilder EmbeddedChart EmbeddedChartBuilder ContainerInfo
   EmbeddedColumnChartBuilder EmbeddedBarChartBuilder EmbeddedLineChartBuilder EmbeddedPieChartBuilder
   EmbeddedAreaChartBuilder EmbeddedComboChartBuilder EmbeddedTableChartBuilder EmbeddedHistogramChartBuilder EmbeddedScatterChartBuilder ChartOptions HtmlOutput HtmlTemplate Blob
   PromptResponse Session User ScriptApp LockService PropertiesService CacheService Logger`,
);

const FREE_METHODS: Readonly<Record<string, ReadonlySet<string>>> = {
  SpreadsheetApp: words(
    `getActiveSpreadsheet getActive getActiveSheet getUi newConditionalFormatRule newDataValidation
     newFilterCriteria`,
  ),
  Spreadsheet: words(
    `getSheets getSheetByName getSheetById getActiveSheet getRange getRangeByName getId getUrl getNumSheets
     createDeveloperMetadataFinder`,
  ),
  Sheet: words(
    `getRange getParent getName getSheetName getSheetId getIndex getType newChart getRangeList createDeveloperMetadataFinder`,
  ),
  Range: words(
    `offset getCell getRow getRowIndex getColumn getNumRows getNumColumns getHeight getWidth getLastRow
     getLastColumn getA1Notation getSheet getGridId isStartRowBounded isEndRowBounded isStartColumnBounded
     isEndColumnBounded createDeveloperMetadataFinder`,
  ),
  RangeList: words('getRanges'),
  DeveloperMetadata: words('getId getKey getValue getVisibility getLocation'),
  DeveloperMetadataFinder: words(
    'onIntersectingLocations withId withKey withLocationType withValue withVisibility',
  ),
  Filter: words('getRange'),
  Protection: words('getProtectionType getRange getRangeName'),
  NamedRange: words('getName getRange'),
  Group: words('getDepth getIndex getControlIndex getRange'),
  Menu: words('addItem addSeparator addSubMenu'),
  Ui: words('createMenu createAddonMenu'),
  HtmlService: words('createHtmlOutput createTemplate'),
  Utilities: words(
    `formatDate formatString getUuid newBlob parseCsv base64Encode base64Decode base64EncodeWebSafe
     base64DecodeWebSafe parseDate`,
  ),
  Lock: words('hasLock'),
};

const SERVICE_CLASSES = words('Ui Menu HtmlService Lock Properties Cache Utilities');
const READS = /^(get|is|has|find|can)/;

export function callKind(className: string, method: string): CallKind {
  if (FREE_CLASSES.has(className) || FREE_METHODS[className]?.has(method) === true) return 'free';
  if (SERVICE_CLASSES.has(className) || (className === 'Spreadsheet' && method === 'toast')) return 'service';
  return READS.test(method) || method === 'flush' ? 'read' : 'write';
}

/** What an entry point may not do; null when it may. Source: the published table of authorization modes, see docs/emulator.md. */
export function refusedBy(mode: AuthMode, className: string, method: string): string | null {
  const call = `${className}.${method}`;
  const permission = `You do not have permission to call ${call}.`;
  switch (mode) {
    case 'FULL':
      return null;
    case 'NONE':
      return WITHOUT_DOCUMENT.has(className) || NONE_CALLS.has(call) ? null : permission;
    case 'LIMITED':
      return SHOWING.has(call) ? `${permission} Required permissions: ${CONTAINER_UI}` : null;
    case 'CUSTOM_FUNCTION':
      if (className === 'Ui' || className === 'Menu' || call === 'SpreadsheetApp.getUi') return permission;
      if (className === 'ScriptApp' && method !== 'AuthMode') return permission;
      if (className === 'Session' && method !== 'getScriptTimeZone') return permission;
      if (DOCUMENT_CLASSES.has(className) && callKind(className, method) === 'write') {
        return `You do not have permission to call ${method}`;
      }
      return method === 'toast' ? permission : null;
  }
}

export const CONTAINER_UI = 'https://www.googleapis.com/auth/script.container.ui';
export const CURRENT_ONLY = 'https://www.googleapis.com/auth/spreadsheets.currentonly';
export const SPREADSHEETS = 'https://www.googleapis.com/auth/spreadsheets';

const SHOWING = words('Ui.showSidebar Ui.showModalDialog Ui.showModelessDialog Ui.alert Ui.prompt');
const WITHOUT_DOCUMENT = words('Ui Menu Utilities Logger Session User HtmlOutput ScriptApp');
const NONE_CALLS = words('SpreadsheetApp.getUi HtmlService.createHtmlOutput');
const DOCUMENT_CLASSES = words(
  `Spreadsheet Sheet Range RangeList Filter Protection NamedRange DeveloperMetadata Group SpreadsheetApp`,
);
const OTHER_FILES = words(
  'SpreadsheetApp.openById SpreadsheetApp.openByUrl SpreadsheetApp.open SpreadsheetApp.create',
);

/** Scopes of which the manifest must name one; none when empty. Source: scope lists of the reference. */
export function scopesFor(className: string, method: string): readonly string[] {
  const call = `${className}.${method}`;
  if (SHOWING.has(call)) return [CONTAINER_UI];
  if (OTHER_FILES.has(call)) return [SPREADSHEETS];
  if (call === 'SpreadsheetApp.getUi') return [];
  if (DOCUMENT_CLASSES.has(className)) return [CURRENT_ONLY, SPREADSHEETS];
  return [];
}

/**
 * Modelled milliseconds of a call, from published measurements: a buffered
 * write about 0.4 ms, a flush with its recalculation 610 ms, a read 200 ms at the most.
 */
export const DEFAULT_COSTS: Readonly<Record<string, number>> = {
  default: 50,
  read: 200,
  write: 1,
  free: 0,
  'SpreadsheetApp.flush': 610,
};

export const RUN_LIMIT_MS = 6 * 60_000;
export const SIMPLE_TRIGGER_LIMIT_MS = 30_000;

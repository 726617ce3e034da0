import { type Fact, facts, type Plain, refusal } from './fact.ts';

const STORES = 'gas-fakes test/teststores.js, run live';
const HTML = 'gas-fakes test/testhtmlservice.js, run live';

/** Services beside the document. */
export const SERVICE_FACTS: readonly Fact[] = [
  ...facts('live', [
    [
      'cache',
      STORES,
      () => {
        const cache = CacheService.getUserCache();
        cache?.put('facts', 'x', 60);
        const before = cache?.get('facts') ?? null;
        cache?.remove('facts');
        return [before, cache?.get('facts') ?? null];
      },
      ['x', null],
    ],
    [
      'lock: again in the same run',
      'gas-fakes test of locks, run live',
      () => {
        const lock = LockService.getDocumentLock();
        const got = [
          lock.tryLock(1000),
          lock.tryLock(1000),
          lock.hasLock(),
          LockService.getDocumentLock().hasLock(),
        ];
        lock.releaseLock();
        return [...got, lock.hasLock()];
      },
      [true, true, true, true, false],
    ],
    [
      'html output',
      HTML,
      () => {
        const output = HtmlService.createHtmlOutput('<h1>Title</h1>');
        const untitled = output.getTitle();
        output.setTitle('T').setHeight(100).setWidth(200).appendUntrusted('<b>');
        return [untitled, output.getTitle(), output.getContent(), output.getHeight(), output.getWidth()];
      },
      ['', 'T', '<h1>Title</h1>&lt;b&gt;', 100, 200],
    ],
    [
      'html file that is not there',
      HTML,
      () => refusal(() => HtmlService.createHtmlOutputFromFile('does_not_exist')) !== null,
      true,
    ],
    [
      'an enum is named in JSON',
      'gas-fakes test/testenums.js; V8 migration guide',
      () => [
        JSON.stringify(SpreadsheetApp.ProtectionType.RANGE),
        String(SpreadsheetApp.ProtectionType.SHEET),
      ],
      ['"RANGE"', 'SHEET'],
    ],
  ]),
  ...facts('docs', [
    [
      'uuid',
      'Utilities.getUuid',
      () => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(Utilities.getUuid()),
      true,
    ],
    [
      'parseCsv',
      'Utilities.parseCsv',
      () => Utilities.parseCsv('a,"b ""c"", d"\n1,2') as Plain,
      [
        ['a', 'b "c", d'],
        ['1', '2'],
      ],
    ],
    [
      'parseCsv with a delimiter',
      'Utilities.parseCsv',
      () => Utilities.parseCsv('a;b', ';') as Plain,
      [['a', 'b']],
    ],
    [
      'blob in windows-1251',
      'Utilities.newBlob, Blob.getDataAsString',
      () => Utilities.newBlob([-46, -27, -10]).getDataAsString('windows-1251'),
      'Тец',
    ],
    [
      'base64',
      'Utilities.base64Encode, base64Decode',
      () => [
        Utilities.base64Encode('Привет'),
        Utilities.newBlob(Utilities.base64Decode('0J/RgNC40LLQtdGC')).getDataAsString(),
      ],
      ['0J/RgNC40LLQtdGC', 'Привет'],
    ],
    [
      'names that a script does not find',
      'V8 runtime overview',
      () => [
        typeof Reflect.get(globalThis, 'URL'),
        typeof Reflect.get(globalThis, 'setTimeout'),
        typeof Reflect.get(globalThis, 'fetch'),
      ],
      ['undefined', 'undefined', 'undefined'],
    ],
    [
      'arrays and dates are the language’s own',
      'Range.getValues',
      (s) => {
        s.getRange('A1').setValue(new Date(0));
        const values = s.getRange('A1').getValues();
        return [Array.isArray(values), typeof (values[0]?.[0] as { getTime?: unknown } | undefined)?.getTime];
      },
      [true, 'function'],
    ],
    [
      'menus are built in a chain',
      'Ui.createMenu, Menu.addItem, addSeparator, addSubMenu',
      () => {
        const ui = SpreadsheetApp.getUi();
        return String(
          ui
            .createMenu('M')
            .addItem('A', 'a')
            .addSeparator()
            .addSubMenu(ui.createMenu('S').addItem('B', 'b')),
        );
      },
      'Menu',
    ],
    [
      'the book and the script have an id and a zone',
      'Spreadsheet.getId, Session.getScriptTimeZone',
      (s) => [s.getParent().getId() !== '', Session.getScriptTimeZone() !== ''],
      [true, true],
    ],
    ['property too long', 'Quotas: 9 KB a value', () => refusal(() => tooLong()) !== null, true],
  ]),
];

function tooLong(): unknown {
  return PropertiesService.getDocumentProperties().setProperty('facts', 'x'.repeat(9 * 1024 + 1));
}

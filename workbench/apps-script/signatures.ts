import { Emulated, EnumValue } from './emulated.ts';
import { ServiceException } from './errors.ts';
import { ENUMS, SIGNATURES } from './signatures.generated.ts';

type Overloads = readonly (readonly string[])[];

const CLASSES: ReadonlyMap<string, ReadonlyMap<string, Overloads>> = new Map(
  SIGNATURES.trim()
    .split('\n')
    .map((line) => {
      const [name = '', ...methods] = line.split('|');
      return [name, new Map(methods.map(parseMethod))];
    }),
);

function parseMethod(text: string): [string, Overloads] {
  const [name = '', overloads = ''] = text.split(':');
  return [name, overloads.split(';').map((overload) => (overload === '' ? [] : overload.split(',')))];
}

/** Names of every enum and its members. */
export const ENUM_MEMBERS: ReadonlyMap<string, readonly string[]> = new Map(
  ENUMS.trim()
    .split('\n')
    .map((line) => {
      const [name = '', members = ''] = line.split(':');
      return [name, members.split(',')];
    }),
);

/** Is the method in the published type definitions? */
export function isPublished(className: string, method: string): boolean {
  return CLASSES.get(className)?.has(method) === true;
}

const SPREADSHEET_CLASSES =
  /^(Spreadsheet$|Sheet$|Range|Filter|Conditional|DataValid|Protection|Named|Developer|Group|Embedded|TextFinder|Selection)/;

function qualified(className: string, method: string): string {
  if (SPREADSHEET_CLASSES.test(className)) return `SpreadsheetApp.${className}.${method}`;
  if (className.startsWith('Html') && className !== 'HtmlService')
    return `HtmlService.${className}.${method}`;
  return `${className}.${method}`;
}

/** @throws ServiceException "The parameters (…) don't match the method signature for …". */
export function checkSignature(className: string, method: string, args: readonly unknown[]): void {
  const overloads = CLASSES.get(className)?.get(method);
  if (overloads === undefined) return;
  if (overloads.some((types) => fits(types, args))) return;
  throw signatureError(className, method, args);
}

export function signatureError(
  className: string,
  method: string,
  args: readonly unknown[],
): ServiceException {
  const types = args.map(typeName).join(',');
  return new ServiceException(
    `The parameters (${types}) don't match the method signature for ${qualified(className, method)}.`,
  );
}

function fits(types: readonly string[], args: readonly unknown[]): boolean {
  const last = types[types.length - 1];
  if (last?.startsWith('...') === true) return args.length >= types.length - 1;
  if (args.length > types.length) return false;
  return types.every((type, index) => {
    if (index >= args.length) return type.endsWith('?');
    return fitsType(type.replace(/\?$/, ''), args[index]);
  });
}

function fitsType(type: string, value: unknown): boolean {
  if (type.endsWith('[]')) {
    const element = type.slice(0, -2);
    return Array.isArray(value) && value.every((item) => fitsType(element, item));
  }
  return type.split('/').some((part) => fitsOne(part, value));
}

function fitsOne(type: string, value: unknown): boolean {
  switch (type) {
    case 'any':
      return true;
    case 'null':
      return value === null || value === undefined;
    case 'string':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'Date':
      return isDate(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
  }
  if (ENUM_MEMBERS.has(type)) return value instanceof EnumValue && value.enumName === type;
  if (CLASSES.has(type)) return value instanceof Emulated && value.isA(type);
  if (type === 'BlobSource') return value instanceof Emulated && value.isA('Blob');
  // Aliases of string literals: FontLine, FontWeight …
  return typeof value === 'string';
}

export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return 'String';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'Boolean';
  if (Array.isArray(value)) return value.length === 0 ? 'Array' : `${typeName(value[0])}[]`;
  if (value instanceof EnumValue) return `${value.enumName}`;
  if (value instanceof Emulated) return qualified(value.platformName, '').replace(/\.$/, '');
  return isDate(value) ? 'Date' : typeof value === 'function' ? 'Function' : '(class)';
}

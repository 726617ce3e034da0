import { EnumValue } from './emulated.ts';
import { ENUM_MEMBERS } from './signatures.ts';

const enums = new Map<string, Readonly<Record<string, EnumValue>>>();

/** The platform's enum object, e.g. `SpreadsheetApp.ProtectionType`. */
export function platformEnum(name: string): Readonly<Record<string, EnumValue>> {
  const known = enums.get(name);
  if (known !== undefined) return known;
  const members = ENUM_MEMBERS.get(name);
  if (members === undefined) throw new Error(`no enum ${name}`);
  const made = Object.freeze(
    Object.fromEntries(members.map((member, index) => [member, new EnumValue(name, member, index)])),
  );
  enums.set(name, made);
  return made;
}

export function enumValue(name: string, member: string): EnumValue {
  const value = platformEnum(name)[member];
  if (value === undefined) throw new Error(`no ${name}.${member}`);
  return value;
}

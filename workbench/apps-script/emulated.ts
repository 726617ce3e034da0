/**
 * An object of the platform. Only methods of the published type definitions that the class
 * implements are visible to scripts (bridge.ts); everything else on it is the emulator's own.
 */
export abstract class Emulated {
  /** Name of its interface in the published type definitions. */
  abstract readonly platformName: string;

  isA(name: string): boolean {
    return this.platformName === name;
  }

  /** Called before a call that reaches the document. @throws when the object is not in it. */
  assertThere(): void {}

  /** Properties that scripts may read: enums, as a rule. */
  properties(): Readonly<Record<string, unknown>> {
    return {};
  }

  /** Properties that scripts may set (HTML templates only). False: not possible. */
  assign(_name: string, _value: unknown): boolean {
    return false;
  }
}

/** A member of a platform enum. */
export class EnumValue {
  readonly enumName: string;
  private readonly member: string;
  private readonly position: number;

  constructor(enumName: string, member: string, position: number) {
    this.enumName = enumName;
    this.member = member;
    this.position = position;
  }

  name(): string {
    return this.member;
  }
  ordinal(): number {
    return this.position;
  }
  compareTo(other: EnumValue): number {
    return this.position - other.ordinal();
  }
  toString(): string {
    return this.member;
  }
  toJSON(): string {
    return this.member;
  }
}

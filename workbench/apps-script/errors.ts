/** What a service throws: arrives in the script as an Error named `Exception`. */
export class ServiceException extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Exception';
  }
}

/** A write that the cell's validation refuses. */
export class RefusedByRule extends ServiceException {
  readonly helpText: string | null;

  constructor(helpText: string | null) {
    super('The data you entered violates the data validation rules set on this cell.');
    this.helpText = helpText;
  }
}

/** The emulator has no such method: the add-on must not rely on it. */
export class NotEmulated extends Error {
  constructor(what: string) {
    super(`not emulated: ${what}`);
    this.name = 'NotEmulated';
  }
}

/** No public source settles what the platform does here: the add-on must avoid the case. */
export class NotKnown extends Error {
  constructor(what: string) {
    super(`not known how the platform behaves here: ${what}`);
    this.name = 'NotKnown';
  }
}

/**
 * The part of papaparse that this project uses. @types/papaparse would bring the types of Node and
 * the DOM into the core, which must not see them.
 */
declare module 'papaparse/papaparse.js' {
  export interface ParseError {
    readonly code: string;
    /** 0-based index of the row in `data`. */
    readonly row?: number;
  }

  export interface ParseConfig {
    readonly delimiter: string;
    readonly newline: '\n' | '\r' | '\r\n';
    readonly preview?: number;
  }

  const Papa: {
    parse(
      text: string,
      config: ParseConfig,
    ): { readonly data: string[][]; readonly errors: readonly ParseError[] };
  };
  export default Papa;
}

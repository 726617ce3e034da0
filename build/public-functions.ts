import path from 'node:path';
import ts from 'typescript';
import { BuildFailure } from './failure.ts';

/** One exported function of an entry module: what Apps Script must see as a top-level function. */
export interface PublicFunction {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** The author's JSDoc, from its first to its last character; null without one. */
  readonly documentation: string | null;
}

export interface Parameter {
  readonly name: string;
  readonly rest: boolean;
}

/**
 * Reads the exports of an entry module, in the order of their sources, through re-exports.
 *
 * @throws BuildFailure for an export that cannot be written as a top-level function: a constant, a
 *   class, a default export, a name ending with `_` (private to the platform), a destructured parameter
 */
export function readPublicFunctions(entry: string): PublicFunction[] {
  const program = ts.createProgram({
    rootNames: [entry],
    options: { target: ts.ScriptTarget.ES2019, module: ts.ModuleKind.ESNext, noLib: true, types: [] },
    host: sourcesOnlyHost(),
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  if (source === undefined) throw new BuildFailure(`${relative(entry)}: the entry module is missing.`);
  const syntaxError = program.getSyntacticDiagnostics()[0];
  if (syntaxError !== undefined) {
    const text = ts.flattenDiagnosticMessageText(syntaxError.messageText, ' ');
    throw new BuildFailure(`${relative(syntaxError.file.fileName)}: ${text}`);
  }
  const module = checker.getSymbolAtLocation(source);
  const exported = module === undefined ? [] : checker.getExportsOfModule(module);
  const functions = exported
    .map((symbol) => ({ name: symbol.name, declaration: declarationOf(symbol, checker) }))
    .filter(({ declaration }) => !isTypeOnly(declaration))
    .map(({ name, declaration }) => publicFunction(name, declaration, relative(entry)));
  if (functions.length === 0) throw new BuildFailure(`${relative(entry)}: exports no function.`);
  return functions;
}

export function isCustomFunction({ documentation }: PublicFunction): boolean {
  return documentation !== null && /@customfunction\b/.test(documentation);
}

function declarationOf(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Declaration | undefined {
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return target.declarations?.find((found) => !isTypeOnly(found)) ?? target.declarations?.[0];
}

function isTypeOnly(declaration: ts.Declaration | undefined): boolean {
  return (
    declaration !== undefined &&
    (ts.isInterfaceDeclaration(declaration) || ts.isTypeAliasDeclaration(declaration))
  );
}

function publicFunction(
  name: string,
  declaration: ts.Declaration | undefined,
  entry: string,
): PublicFunction {
  const where = `${entry}: export ${name}`;
  if (declaration === undefined || !ts.isFunctionDeclaration(declaration)) {
    throw new BuildFailure(
      `${where} is not a function declaration: Apps Script sees \`function ${name}(…)\` only.`,
    );
  }
  if (name === 'default') throw new BuildFailure(`${where}: a default export has no name for the platform.`);
  if (name.endsWith('_')) {
    throw new BuildFailure(`${where} ends with _: such a function is private to the platform.`);
  }
  if (declaration.asteriskToken !== undefined) throw new BuildFailure(`${where} is a generator.`);
  const parameters = declaration.parameters
    .filter((parameter) => parameter.name.getText() !== 'this')
    .map((parameter) => {
      if (!ts.isIdentifier(parameter.name)) {
        throw new BuildFailure(`${where}: parameter ${parameter.name.getText()} needs one plain name.`);
      }
      return { name: parameter.name.text, rest: parameter.dotDotDotToken !== undefined };
    });
  return { name, parameters, documentation: documentationOf(declaration) };
}

/** The last block comment above the declaration, if it is a JSDoc. */
function documentationOf(declaration: ts.FunctionDeclaration): string | null {
  const text = declaration.getSourceFile().text;
  const comments = ts.getLeadingCommentRanges(text, declaration.getFullStart()) ?? [];
  const last = comments[comments.length - 1];
  if (last === undefined) return null;
  const comment = text.slice(last.pos, last.end);
  return comment.startsWith('/**') ? comment.replace(/\r\n/g, '\n') : null;
}

/** Packages are not opened: only the project's own modules can hold a public function. */
function sourcesOnlyHost(): ts.CompilerHost {
  const host = ts.createCompilerHost({});
  host.resolveModuleNameLiterals = (literals, containingFile) =>
    literals.map(({ text }) => {
      const fileName = path.resolve(path.dirname(containingFile), text);
      if (!text.startsWith('.') || !text.endsWith('.ts') || !ts.sys.fileExists(fileName)) {
        return { resolvedModule: undefined };
      }
      return { resolvedModule: { resolvedFileName: fileName, extension: ts.Extension.Ts } };
    });
  return host;
}

function relative(file: string): string {
  return path.relative(process.cwd(), file);
}

import ts from 'typescript';
import { BuildFailure } from '../../build/failure.ts';
import type { PublicFunction } from '../../build/public-functions.ts';

export interface DocumentedParameter {
  readonly name: string;
  readonly optional: boolean;
  readonly description: string;
}

/** What the JSDoc of a custom function tells its users, apart. */
export interface FunctionDocumentation {
  readonly name: string;
  /** Sentences, without the examples. */
  readonly description: string;
  /** Formulas over the sheets of the book, each with its leading `=`. */
  readonly formulas: readonly string[];
  readonly parameters: readonly DocumentedParameter[];
  readonly answer: string;
}

const OPTIONAL = 'Необязательно';
const EXAMPLES = /\s*Примеры?: (=.*)$/m;
const BETWEEN_FORMULAS = / или (?:[а-яё ,]+: )?(?==)/;

function jsDocOf(name: string, documentation: string): ts.JSDoc {
  const source = ts.createSourceFile(
    `${name}.ts`,
    `${documentation}\nfunction ${name}() {}`,
    ts.ScriptTarget.ES2019,
    true,
  );
  const [statement] = source.statements;
  const found = statement === undefined ? undefined : ts.getJSDocCommentsAndTags(statement).find(ts.isJSDoc);
  if (found === undefined) throw new BuildFailure(`${name}: its comment is not a JSDoc.`);
  return found;
}

function textOf(comment: ts.JSDoc['comment']): string {
  return (ts.getTextOfJSDocComment(comment) ?? '').replace(/\s*\n\s*/g, '\n').trim();
}

function joined(text: string): string {
  return text.replace(/\n/g, ' ').trim();
}

/** @throws BuildFailure for a function without JSDoc, description, example, or with an undocumented parameter */
export function documentationOf({ name, parameters, documentation }: PublicFunction): FunctionDocumentation {
  const jsDoc = jsDocOf(name, documentation ?? '');
  const text = textOf(jsDoc.comment);
  const formulas = EXAMPLES.exec(text)?.[1]?.split(BETWEEN_FORMULAS) ?? [];
  if (formulas.length === 0) throw new BuildFailure(`${name}: its JSDoc has no «Пример: =${name}(…)».`);
  const tags: readonly ts.JSDocTag[] = jsDoc.tags ?? [];
  const described = new Map(
    tags
      .filter(ts.isJSDocParameterTag)
      .map((tag) => [tag.name.getText(), joined(textOf(tag.comment))] as const),
  );
  const returned = tags.find(ts.isJSDocReturnTag);
  return {
    name,
    description: joined(text.replace(EXAMPLES, '')),
    formulas,
    parameters: parameters.map((parameter) => {
      const description = described.get(parameter.name) ?? '';
      if (description === '') throw new BuildFailure(`${name}: @param ${parameter.name} is not described.`);
      return { name: parameter.name, optional: description.startsWith(OPTIONAL), description };
    }),
    answer: joined(textOf(returned?.comment)),
  };
}

import type { AnyNode, Identifier, Pattern, Program } from 'acorn';
import { childrenOf } from './tree.ts';

/**
 * Identifiers of a script that no declaration in it binds, in source order. Left out are operands
 * of `typeof`, which cannot fail, and names whose presence such a `typeof` test guards:
 * `typeof X !== 'undefined' && X.y`, and both branches of `if (typeof X …)` and `typeof X … ? :`.
 */
export function freeNames(program: Program): Identifier[] {
  const found: Identifier[] = [];
  visit(program, { names: scopeNames(program), outer: null }, new Set(), found);
  return found;
}

interface Scope {
  readonly names: ReadonlySet<string>;
  readonly outer: Scope | null;
}

function visit(node: AnyNode, scope: Scope, guarded: ReadonlySet<string>, found: Identifier[]): void {
  if (node.type === 'Identifier') {
    if (!guarded.has(node.name) && !isBound(node.name, scope)) found.push(node);
    return;
  }
  const inner = opensScope(node) ? { names: scopeNames(node), outer: scope } : scope;
  const test = testOf(node);
  const withTest = test === null ? guarded : new Set([...guarded, ...testedNames(test)]);
  for (const child of referencesBelow(node)) visit(child, inner, child === test ? guarded : withTest, found);
}

function isBound(name: string, scope: Scope | null): boolean {
  for (let at = scope; at !== null; at = at.outer) if (at.names.has(name)) return true;
  return false;
}

/** Children in which an identifier is a reference or a declaration: property names and labels are neither. */
function referencesBelow(node: AnyNode): AnyNode[] {
  switch (node.type) {
    case 'MemberExpression':
      return node.computed ? childrenOf(node) : [node.object];
    case 'Property':
      return node.computed ? [node.key, node.value] : [node.value];
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return [...(node.computed ? [node.key] : []), ...(node.value ? [node.value] : [])];
    case 'LabeledStatement':
      return [node.body];
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'MetaProperty':
      return [];
    case 'UnaryExpression':
      return node.operator === 'typeof' && node.argument.type === 'Identifier' ? [] : [node.argument];
    default:
      return childrenOf(node);
  }
}

function testOf(node: AnyNode): AnyNode | null {
  if (node.type === 'LogicalExpression') return node.left;
  return node.type === 'IfStatement' || node.type === 'ConditionalExpression' ? node.test : null;
}

function testedNames(node: AnyNode): string[] {
  const own =
    node.type === 'UnaryExpression' && node.operator === 'typeof' && node.argument.type === 'Identifier'
      ? [node.argument.name]
      : [];
  return [...own, ...childrenOf(node).flatMap(testedNames)];
}

function isFunction(node: AnyNode): boolean {
  return (
    node.type === 'FunctionDeclaration' ||
    node.type === 'FunctionExpression' ||
    node.type === 'ArrowFunctionExpression'
  );
}

function opensScope(node: AnyNode): boolean {
  switch (node.type) {
    case 'BlockStatement':
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'SwitchStatement':
    case 'CatchClause':
    case 'ClassDeclaration':
    case 'ClassExpression':
    case 'StaticBlock':
      return true;
    default:
      return isFunction(node);
  }
}

/** Names that the node's own scope binds; a function's scope holds its parameters and every `var` below. */
function scopeNames(node: AnyNode): Set<string> {
  const names = new Set<string>();
  const declare = (pattern: Pattern | null | undefined) => {
    if (pattern) addPatternNames(pattern, names);
  };
  switch (node.type) {
    case 'FunctionDeclaration':
    case 'FunctionExpression':
      names.add('arguments');
      declare(node.id);
      node.params.forEach(declare);
      addVars(node.body, names);
      break;
    case 'ArrowFunctionExpression':
      node.params.forEach(declare);
      addVars(node.body, names);
      break;
    case 'Program':
    case 'StaticBlock':
      addVars(node, names);
      for (const statement of node.body) addLexical(statement, names);
      break;
    case 'BlockStatement':
      for (const statement of node.body) addLexical(statement, names);
      break;
    case 'SwitchStatement':
      for (const statement of node.cases.flatMap(({ consequent }) => consequent))
        addLexical(statement, names);
      break;
    case 'ForStatement':
      if (node.init) addLexical(node.init, names);
      break;
    case 'ForInStatement':
    case 'ForOfStatement':
      addLexical(node.left, names);
      break;
    case 'CatchClause':
      declare(node.param);
      break;
    case 'ClassDeclaration':
    case 'ClassExpression':
      declare(node.id);
      break;
  }
  return names;
}

function addLexical(node: AnyNode, names: Set<string>): void {
  if (node.type === 'VariableDeclaration') {
    for (const { id } of node.declarations) addPatternNames(id, names);
  } else if ((node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration') && node.id) {
    names.add(node.id.name);
  }
}

function addVars(node: AnyNode, names: Set<string>): void {
  if (node.type === 'VariableDeclaration' && node.kind === 'var') {
    for (const { id } of node.declarations) addPatternNames(id, names);
  }
  for (const child of childrenOf(node)) if (!isFunction(child)) addVars(child, names);
}

function addPatternNames(pattern: Pattern, names: Set<string>): void {
  switch (pattern.type) {
    case 'Identifier':
      names.add(pattern.name);
      break;
    case 'ObjectPattern':
      for (const property of pattern.properties) {
        addPatternNames(property.type === 'RestElement' ? property.argument : property.value, names);
      }
      break;
    case 'ArrayPattern':
      for (const element of pattern.elements) if (element) addPatternNames(element, names);
      break;
    case 'RestElement':
      addPatternNames(pattern.argument, names);
      break;
    case 'AssignmentPattern':
      addPatternNames(pattern.left, names);
      break;
    case 'MemberExpression':
      break;
  }
}

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/**
 * Makes signatures.generated.ts: one line an interface of the published type definitions, so that
 * the emulator can check calls in the page too. Run after @types/google-apps-script changes:
 * `npx tsx workbench/apps-script/build-signatures.ts`.
 */
const INTERFACES: Readonly<Record<string, readonly string[]>> = {
  spreadsheet: [
    'SpreadsheetApp Spreadsheet Sheet Range RangeList Selection Filter FilterCriteria FilterCriteriaBuilder',
    'ConditionalFormatRule ConditionalFormatRuleBuilder BooleanCondition GradientCondition DataValidation',
    'DataValidationBuilder Protection NamedRange DeveloperMetadata DeveloperMetadataFinder',
    'DeveloperMetadataLocation Group EmbeddedChart EmbeddedChartBuilder EmbeddedColumnChartBuilder',
    'EmbeddedBarChartBuilder EmbeddedLineChartBuilder EmbeddedPieChartBuilder EmbeddedAreaChartBuilder',
    'EmbeddedComboChartBuilder EmbeddedTableChartBuilder EmbeddedHistogramChartBuilder',
    'EmbeddedScatterChartBuilder ContainerInfo TextFinder',
  ]
    .join(' ')
    .split(' '),
  charts: ['ChartOptions'],
  base: ['Blob', 'Logger', 'Menu', 'PromptResponse', 'Session', 'Ui', 'User'],
  html: ['HtmlOutput', 'HtmlService', 'HtmlTemplate'],
  lock: ['Lock', 'LockService'],
  properties: ['Properties', 'PropertiesService'],
  cache: ['Cache', 'CacheService'],
  utilities: ['Utilities'],
  script: ['ScriptApp', 'AuthorizationInfo'],
};

const PRIMITIVES: Readonly<Record<string, string>> = {
  Integer: 'number',
  Byte: 'number',
  Char: 'string',
  Date: 'Date',
  BigNumber: 'any',
};

function compact(type: ts.TypeNode | undefined): string {
  if (type === undefined) return 'any';
  if (ts.isParenthesizedTypeNode(type)) return compact(type.type);
  if (ts.isArrayTypeNode(type)) return `${compact(type.elementType)}[]`;
  if (ts.isLiteralTypeNode(type)) return type.literal.kind === ts.SyntaxKind.NullKeyword ? 'null' : 'any';
  if (ts.isUnionTypeNode(type)) {
    const parts = type.types.map(compact).filter((part) => part !== 'undefined');
    return parts.includes('any') ? 'any' : parts.join('/');
  }
  if (ts.isTypeReferenceNode(type)) {
    const name = type.typeName.getText().split('.').pop() ?? 'any';
    if (name === 'Array' || name === 'ReadonlyArray') return `${compact(type.typeArguments?.[0])}[]`;
    return PRIMITIVES[name] ?? name;
  }
  const text = type.getText();
  if (text === 'string' || text === 'number' || text === 'boolean' || text === 'any' || text === 'null')
    return text;
  if (ts.isTypeLiteralNode(type) || text === 'object') return 'object';
  return 'any';
}

/** What the platform accepts otherwise than published; seen live by the tests of gas-fakes. */
const OVERRIDES: Readonly<Record<string, readonly string[]>> = {
  'Range.copyTo': ['Range', 'Range,any', 'Range,CopyPasteType,boolean'],
  'Range.setNote': ['string/number/null'],
  'Range.setNotes': ['string/number/null[][]'],
  'Range.setFormula': ['string/null'],
  'Range.setFormulas': ['string/null[][]'],
};

const interfaces = new Map<string, Map<string, string[]>>();
const enums: string[] = [];

for (const [file, names] of Object.entries(INTERFACES)) {
  const path = `../../node_modules/@types/google-apps-script/google-apps-script.${file}.d.ts`;
  const text = readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    if (ts.isInterfaceDeclaration(node) && names.includes(node.name.text)) readInterface(node);
    else if (ts.isEnumDeclaration(node)) {
      enums.push(`${node.name.text}:${node.members.map((member) => member.name.getText()).join(',')}`);
    } else ts.forEachChild(node, visit);
  };
  visit(source);
}
function readInterface(node: ts.InterfaceDeclaration): void {
  const methods = interfaces.get(node.name.text) ?? new Map<string, string[]>();
  interfaces.set(node.name.text, methods);
  for (const member of node.members) {
    if (!ts.isMethodSignature(member)) continue;
    const name = member.name.getText();
    const parameters = member.parameters.map(
      (parameter) =>
        (parameter.dotDotDotToken === undefined ? '' : '...') +
        compact(parameter.type) +
        (parameter.questionToken === undefined ? '' : '?'),
    );
    const overloads = methods.get(name) ?? [];
    overloads.push(parameters.join(','));
    methods.set(name, overloads);
  }
}

const lines = [...interfaces].map(
  ([name, methods]) =>
    `${name}|${[...methods].map(([method, types]) => `${method}:${(OVERRIDES[`${name}.${method}`] ?? types).join(';')}`).join('|')}`,
);
const output = `/** Made by build-signatures.ts from @types/google-apps-script. Interface|method:overload;overload|… */
export const SIGNATURES = \`
${lines.join('\n')}
\`;

/** Enum:name,name,… */
export const ENUMS = \`
${enums.join('\n')}
\`;
`;
writeFileSync(fileURLToPath(new URL('./signatures.generated.ts', import.meta.url)), output);

import type { AnyNode, Program } from 'acorn';
import type { Dist } from '../dist.ts';
import { unpackPage, unpackScript } from '../packing/script.ts';
import { freeNames } from '../syntax/free-names.ts';
import { parseScript, syntaxError, walk } from '../syntax/tree.ts';
import type { Rule } from './rule.ts';

const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script\s*>/gi;
const STYLE = /<style\b[^>]*>([\s\S]*?)<\/style\s*>/gi;

/** Every script that the page runs, a packed one as it is unpacked. */
function scriptsOf(html: string): string[] {
  return [...html.matchAll(SCRIPT)].flatMap(
    ([, , content = '']) => unpackScript(content)?.scripts ?? [content],
  );
}

const known = new WeakMap<Dist, Program[]>();

/** Scripts of the page that parse at all, parsed once for all rules. */
function programsOf(dist: Dist): Program[] {
  let programs = known.get(dist);
  if (programs === undefined) {
    programs = scriptsOf(dist.sidebar)
      .filter((script) => syntaxError(script, 'latest') === null)
      .map((script) => parseScript(script).program);
    known.set(dist, programs);
  }
  return programs;
}

function tagsOf(html: string): string[] {
  const markup = html
    .replace(SCRIPT, '<script$1></script>')
    .replace(STYLE, '')
    .replace(/<!--[\s\S]*?-->/g, '');
  return markup.match(/<[a-z][^>]*>/gi) ?? [];
}

function rule(name: string, check: (html: string, dist: Dist) => string[]): Rule {
  return {
    name,
    check: (dist) => check(dist.sidebar, dist).map((finding) => `sidebar.html ${finding}`),
  };
}

/** A link that a person follows is no dependency; everything that the page itself would fetch is. */
const SELF_CONTAINED = rule('sidebar-self-contained', (html) =>
  tagsOf(html).flatMap((tag) => {
    if (/^<link\b/i.test(tag)) return [`has ${tag}: a style stands in the page itself.`];
    if (/^<a\b/i.test(tag)) return [];
    return [...tag.matchAll(/\s(src|srcset|href|action|poster|data)\s*=\s*["']?([^"'\s>]+)/gi)]
      .filter(([, , address]) => !/^(#|data:)/.test(address ?? ''))
      .map(() => `has ${tag}: it would fetch that address.`);
  }),
);

const STYLES = rule('sidebar-styles', (html) =>
  [...unpackPage(html).matchAll(STYLE)].flatMap(([, style]) => [
    ...((style ?? '').match(/@import[^;]*/gi) ?? []).map((found) => `has ${found} in a style.`),
    ...[...(style ?? '').matchAll(/url\(\s*["']?([^"')]*)/gi)]
      .filter(([, address]) => !/^(#|data:)/.test(address ?? ''))
      .map(([found]) => `has ${found}) in a style: pictures are inlined.`),
  ]),
);

const NETWORK_NAMES = new Set([
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'Worker', 'SharedWorker', 'importScripts'],
]);
const NETWORK_MEMBERS = new Set(['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'sendBeacon']);

const NETWORK = rule('sidebar-network', (_html, dist) =>
  programsOf(dist).flatMap((program) => {
    const found = freeNames(program)
      .map(({ name }) => name)
      .filter((name) => NETWORK_NAMES.has(name));
    walk(program, (node) => {
      const member = memberName(node);
      if (member !== null && NETWORK_MEMBERS.has(member)) found.push(`.${member}`);
      if (node.type === 'ImportExpression') found.push('import()');
    });
    return found.map(
      (name) => `uses ${name}: what a coordinator imports leaves the browser for the book only.`,
    );
  }),
);

function memberName(node: AnyNode): string | null {
  return node.type === 'MemberExpression' && !node.computed && node.property.type === 'Identifier'
    ? node.property.name
    : null;
}

const SCRIPTLETS = rule('sidebar-scriptlets', (html) =>
  html.includes('<?') ? ['has <?, which begins a scriptlet in a template of HtmlService.'] : [],
);

const TEMPLATE_LITERALS = rule('sidebar-template-literals', (_html, dist) =>
  programsOf(dist).flatMap((program) => {
    const found: string[] = [];
    walk(program, (node) => {
      if (node.type === 'TemplateElement' && /\/[/*]/.test(node.value.raw)) found.push(node.value.raw);
    });
    return found.map(
      (text) =>
        `has // or /* in the template literal \`${text.slice(0, 40)}\`: HtmlService takes it for a comment and cuts it.`,
    );
  }),
);

const SCRIPT_ENDS = rule('sidebar-script-ends', (html) => [
  ...(/<\/?script\b/i.test(html.replace(SCRIPT, ''))
    ? ['has </script inside a script, or a script that does not end.']
    : []),
  ...([...html.matchAll(SCRIPT)].some(([, , content = '']) => content.includes('<!--'))
    ? ['has <!-- inside a script.']
    : []),
]);

const SCRIPT_SYNTAX = rule('sidebar-script-syntax', (html) => {
  const scripts = scriptsOf(html);
  if (scripts.length === 0) return ['has no script.'];
  return scripts.flatMap((script) => {
    const error = syntaxError(script, 2020);
    return error === null ? [] : [`has a script that is not of ES2020: ${error}.`];
  });
});

/** The server puts the view to open into this attribute. */
const PAGE = rule('sidebar-page', (html) => {
  const [root] = tagsOf(html).filter((tag) => /^<html\b/i.test(tag));
  // Not on <html>: whether HtmlService keeps that tag's attributes is not documented.
  const [main] = tagsOf(html).filter((tag) => /^<main\b/i.test(tag));
  return [
    ...(/^<!doctype html>/i.test(html) ? [] : ['does not begin with <!doctype html>.']),
    ...(/\slang="ru"/.test(root ?? '') ? [] : ['has no <html lang="ru">.']),
    ...((html.match(/data-view="[a-z]*"/g) ?? []).length === 1 && /\sdata-view="/.test(main ?? '')
      ? []
      : ['must have the attribute data-view="…" on <main> and nowhere else: the server replaces it.']),
    ...(/<meta charset="utf-8"/i.test(html) ? [] : ['has no <meta charset="utf-8">.']),
  ];
});

export const SIDEBAR_RULES: readonly Rule[] = [
  SELF_CONTAINED,
  STYLES,
  NETWORK,
  SCRIPTLETS,
  TEMPLATE_LITERALS,
  SCRIPT_ENDS,
  SCRIPT_SYNTAX,
  PAGE,
];

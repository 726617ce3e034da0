import { SIDEBAR_TITLE } from '../../src/server/menu.ts';
import { escapeHtml, inlineMarkup } from './markup.ts';
import {
  BEFORE,
  CHAPTERS,
  installationSteps,
  type Paste,
  PERMISSIONS,
  type Permission,
  type ReleaseTexts,
  type Step,
} from './steps.ts';

const STYLE = `
body { max-width: 720px; margin: 0 auto; padding: 24px 16px 64px; font: 17px/1.55 Arial, sans-serif; color: #202124; background: #fff; overflow-wrap: anywhere; }
h1 { font-size: 28px; line-height: 1.25; } h2 { font-size: 22px; margin-top: 48px; } h3 { font-size: 19px; margin: 0 0 8px; }
ol.steps { list-style: none; padding: 0; } ol.steps > li { border-top: 1px solid #c4c7c5; padding: 24px 0; }
svg { display: block; width: 100%; height: auto; margin: 16px 0 0; }
code { background: #f1f3f4; padding: 1px 5px; border-radius: 3px; }
.warning { border-left: 4px solid #d93025; padding: 1px 16px; background: #fce8e6; }
.paste { background: #f1f3f4; padding: 12px 16px; border-radius: 6px; }
.paste textarea { display: block; box-sizing: border-box; width: 100%; margin: 8px 0 0; font: 12px/1.4 monospace; }
button { font: inherit; padding: 8px 18px; border: 0; border-radius: 4px; background: #0b57d0; color: #fff; cursor: pointer; }
button:focus-visible, textarea:focus-visible { outline: 3px solid #202124; outline-offset: 2px; }
dt { font-weight: 600; margin-top: 12px; } dd { margin: 0; } .quiet { color: #5f6368; font-size: 15px; }
@media print { .paste textarea, button { display: none; } ol.steps > li { break-inside: avoid; } }
`;

/** Copies the text beside the button; where the browser forbids it, the text is left selected. */
const SCRIPT = `
document.querySelectorAll('.paste').forEach(function (place) {
  var area = place.querySelector('textarea');
  var said = place.querySelector('[role=status]');
  place.querySelector('button').addEventListener('click', function () {
    area.focus();
    area.select();
    var copied = false;
    try { copied = document.execCommand('copy'); } catch (reason) { copied = false; }
    said.textContent = copied ? ' Скопировано' : ' Текст выделен: нажмите Ctrl+C';
  });
});
`;

/** Установка.html: one self-contained page, the same bytes for the same texts and version. */
export function writeInstruction(texts: ReleaseTexts, version: string): string {
  const title = `Установка: ${SIDEBAR_TITLE}`;
  return `${[
    '<!doctype html>',
    '<html lang="ru">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">`,
    `<title>${escapeHtml(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${escapeHtml(title)}</h1>`,
    `<p class="quiet">Версия ${escapeHtml(version)}. Около десяти минут, один раз на книгу. Устанавливать программы не нужно.</p>`,
    '<h2>До начала</h2>',
    `<div class="warning">${paragraphs(BEFORE)}</div>`,
    '<h2>Семь шагов</h2>',
    `<ol class="steps">${installationSteps(texts).map(step).join('\n')}</ol>`,
    '<h2>Зачем эти разрешения</h2>',
    '<p>Их ровно два; в окне Google слова могут немного отличаться.</p>',
    `<dl>${PERMISSIONS.map(permission).join('\n')}</dl>`,
    ...CHAPTERS.map((chapter) => `<h2>${escapeHtml(chapter.title)}</h2>\n${paragraphs(chapter.paragraphs)}`),
    '</main>',
    `<script>${SCRIPT}</script>`,
    '</body>',
    '</html>',
  ].join('\n')}\n`;
}

function paragraphs(texts: readonly string[]): string {
  return texts.map((words) => `<p>${inlineMarkup(words)}</p>`).join('\n');
}

function step({ title, paragraphs: texts, paste, pictures }: Step, index: number): string {
  return [
    `<li><h3>${index + 1}. ${escapeHtml(title)}</h3>`,
    paragraphs(texts),
    ...(paste === undefined ? [] : [pastePlace(paste)]),
    ...pictures,
    '</li>',
  ].join('\n');
}

function pastePlace({ editorName, fileName, text }: Paste): string {
  const label = `Текст для файла ${editorName}`;
  return [
    '<div class="paste">',
    `<button type="button">Скопировать</button> в файл <b class="file">${escapeHtml(editorName)}</b><span role="status"></span>`,
    `<textarea readonly rows="4" spellcheck="false" aria-label="${escapeHtml(label)}">${textareaContent(text)}</textarea>`,
    `<p class="quiet">То же самое лежит рядом в файле ${escapeHtml(fileName)}; открывать его двойным щелчком не нужно.</p>`,
    '</div>',
  ].join('\n');
}

/** A line break right after the opening tag belongs to the tag: a text that begins with one needs two. */
function textareaContent(text: string): string {
  return (text.startsWith('\n') ? '\n' : '') + escapeHtml(text);
}

function permission({ scope, title, reason }: Permission): string {
  return `<dt>${escapeHtml(title)}</dt>\n<dd>${escapeHtml(reason)}<br><span class="quiet">${escapeHtml(scope)}</span></dd>`;
}

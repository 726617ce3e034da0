import { describe, expect, it } from 'vitest';
import { decode } from '../../src/import/decode.ts';
import { school, statisticsCsv, utf8, utf16le, windows1251 } from './support.ts';

const TEXT = 'Дата;Краткое название\n03.06.2026;ГБОУ «Школа № 5»\n';

function bytes(...values: readonly number[]): Uint8Array {
  return Uint8Array.from(values);
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

describe('decode', () => {
  const encodings = [
    { note: 'UTF-8 without BOM (Metabase before v63)', bytes: utf8(TEXT), encoding: 'utf-8' },
    { note: 'UTF-8 with BOM', bytes: utf8(`\ufeff${TEXT}`), encoding: 'utf-8-bom' },
    { note: 'windows-1251 (Excel «CSV»)', bytes: windows1251(TEXT), encoding: 'windows-1251' },
    { note: 'UTF-16LE with BOM (Excel «Текст Юникод»)', bytes: utf16le(TEXT), encoding: 'utf-16le' },
    { note: 'UTF-16LE without BOM', bytes: utf16le(TEXT).slice(2), encoding: 'utf-16le' },
    {
      note: 'UTF-16BE with BOM',
      bytes: Uint8Array.from(Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16()),
      encoding: 'utf-16be',
    },
  ];
  it.each(encodings)('$note', ({ bytes: file, encoding }) => {
    expect(decode(file)).toEqual({ ok: true, text: TEXT, encoding, repaired: false });
  });

  const foreign = [
    { note: 'XLS is a compound file', bytes: bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1), kind: 'xls' },
    { note: 'PDF', bytes: utf8('%PDF-1.7\n'), kind: 'pdf' },
    { note: 'GZIP', bytes: bytes(0x1f, 0x8b, 8, 0), kind: 'binary' },
    { note: 'RTF starts with a brace but is no JSON', bytes: utf8('{\\rtf1\\ansi}'), kind: 'binary' },
    { note: 'a page after blank lines', bytes: utf8('\r\n <!DOCTYPE html><html>'), kind: 'html' },
    { note: 'XML', bytes: utf8('<?xml version="1.0"?>'), kind: 'html' },
    { note: 'an error of Metabase', bytes: utf8('{"status":"failed","error":"x"}'), kind: 'json' },
    { note: 'a JSON export', bytes: utf8('[{"Дата":"2026-06-03"}]'), kind: 'json' },
    { note: 'bytes with NUL', bytes: bytes(65, 0, 66, 67, 0, 68, 69, 1), kind: 'binary' },
    { note: 'control characters', bytes: bytes(1, 2, 3, 65, 66), kind: 'binary' },
  ];
  it.each(foreign)('refuses: $note', ({ bytes: file, kind }) => {
    expect(decode(file)).toMatchObject({ ok: false, issue: { code: 'file-not-table', kind } });
  });

  it.each([
    { note: 'no bytes', file: bytes() },
    { note: 'a BOM alone', file: bytes(0xef, 0xbb, 0xbf) },
    { note: 'blank lines', file: utf8(' \r\n\r\n\u00a0') },
  ])('is empty: $note', ({ file }) => {
    expect(decode(file)).toEqual({ ok: false, issue: { code: 'file-empty' } });
  });

  it('names the line where a UTF-8 file is damaged, instead of reading it as windows-1251', () => {
    const text = statisticsCsv([school(), school({ orgId: '2' })]);
    const damaged = joined(utf8(text), bytes(0xd0));
    expect(decode(damaged)).toEqual({ ok: false, issue: { code: 'file-bytes-damaged', line: 4 } });
  });

  it('puts the byte of «И» back, for which a program wrote «?»', () => {
    const damaged = Uint8Array.from(utf8('ИНН;Имя?'), (byte) => (byte === 0x98 ? 0x3f : byte));
    expect(decode(damaged)).toEqual({ ok: true, text: 'ИНН;Имя?', encoding: 'utf-8', repaired: true });
  });

  it('does not take a byte order mark for a letter', () => {
    const decoded = decode(joined(bytes(0xef, 0xbb, 0xbf, 0xff), utf8(TEXT)));
    expect(decoded).toMatchObject({ ok: false, issue: { code: 'file-bytes-damaged', line: 1 } });
  });

  it('shows the beginning of what is no table, and of a binary file nothing', () => {
    const excerpt = `<html>${'я'.repeat(114)}`;
    const page = decode(utf8(`\n${excerpt}яя</html>`));
    expect(page).toEqual({ ok: false, issue: { code: 'file-not-table', kind: 'html', excerpt } });
    for (const [file, kind] of [
      [bytes(65, 1, 66), 'binary'],
      [utf8('%PDF-1.7\n'), 'pdf'],
    ] as const) {
      expect(decode(file)).toEqual({ ok: false, issue: { code: 'file-not-table', kind, excerpt: '' } });
    }
  });

  it('looks for what is no table behind blank lines only as far as the head', () => {
    expect(decode(utf8(`${'\n'.repeat(4095)}<`))).toMatchObject({ ok: false });
    expect(decode(utf8(`${'\n'.repeat(4096)}<`))).toMatchObject({ ok: true });
  });

  it.each([
    ['one control character of a hundred signs', `\u0001${'a'.repeat(99)}`, true],
    ['one of ninety-nine', `\u0001${'a'.repeat(98)}`, false],
    ['tabs and line ends are none', 'a\t\r\n\tb\r\nc', true],
    ['one NUL of many signs', `${'a'.repeat(150)}\u0000${'a'.repeat(150)}`, false],
    ['the last control character', `\u001f${'a'.repeat(9)}`, false],
  ])('is text or not: %s', (_note, text, ok) => {
    expect(decode(utf8(text)).ok).toBe(ok);
  });

  it.each([
    ['forty-nine question marks', '?'.repeat(49), true],
    ['fifty', '?'.repeat(50), false],
    ['with a tenth of letters', `${'?'.repeat(60)}${'я'.repeat(6)}`, true],
    ['with less than a tenth', `${'?'.repeat(60)}${'Яѐӿ'.slice(0, 2)}яяя`, false],
    [
      'the first and the last letter count',
      `${'?'.repeat(60)}${'\u0400'.repeat(3)}${'\u04ff'.repeat(3)}`,
      true,
    ],
    ['no other letters count', `${'?'.repeat(60)}${'\u03ff'.repeat(9)}${'\u0500'.repeat(9)}abc`, false],
  ])('letters are lost or not: %s', (_note, text, ok) => {
    const decoded = decode(utf8(text));
    expect(decoded.ok).toBe(ok);
    if (!decoded.ok)
      expect(decoded.issue).toEqual({ code: 'file-letters-lost', excerpt: text.slice(0, 120) });
  });

  it('shows no more than the beginning of a file whose letters are lost', () => {
    const decoded = decode(utf8('?'.repeat(200)));
    expect(decoded).toEqual({ ok: false, issue: { code: 'file-letters-lost', excerpt: '?'.repeat(120) } });
  });

  const LOST = 0xff;
  it.each([
    ['eleven letters for one lost byte', `\u0400${'\u04ff'.repeat(10)}`, 'file-bytes-damaged'],
    ['ten letters', `\u0400${'\u04ff'.repeat(9)}`, null],
    ['eleven dashes', '–'.repeat(11), null],
  ])('a damaged UTF-8 file or windows-1251: %s', (_note, text, code) => {
    const decoded = decode(joined(utf8(text), bytes(LOST)));
    expect(decoded.ok ? decoded.encoding : decoded.issue.code).toBe(code ?? 'windows-1251');
  });

  it('counts lines up to the damage, not those behind it', () => {
    const decoded = decode(joined(utf8('яяяяяя\nяяяяяяя\n'), bytes(LOST), utf8('\n\nя')));
    expect(decoded).toEqual({ ok: false, issue: { code: 'file-bytes-damaged', line: 3 } });
  });

  it.each([
    ['latin letters and marks', 'ID;name\n1;«№ 5» – да\n'],
    ['many marks', '№;1–2\n№;3–4\n'],
    ['nineteen usual bytes of twenty', `${'a'.repeat(19)}\u0590`],
    ['an odd byte at the end', 'абв;1\n'],
  ])('UTF-16 without a mark: %s', (note, text) => {
    const pairs = utf16le(text).slice(2);
    const file = note.startsWith('an odd') ? joined(pairs, bytes(0x41)) : pairs;
    const decoded = decode(file);
    expect(decoded.ok && decoded.encoding).toBe('utf-16le');
    expect(decoded.ok && decoded.text.startsWith(text)).toBe(true);
  });

  it('UTF-16 with a mark may hold Russian letters alone', () => {
    expect(decode(utf16le('Школа'))).toMatchObject({ ok: true, text: 'Школа', encoding: 'utf-16le' });
  });

  it('letters with spaces between are no UTF-16', () => {
    expect(decode(windows1251('О т ч ё т '))).toMatchObject({ ok: true, encoding: 'windows-1251' });
  });

  it('UTF-16 with more unusual bytes than one of twenty is not taken for it', () => {
    const decoded = decode(utf16le(`${'a'.repeat(18)}\u0590`).slice(2));
    expect(decoded).toMatchObject({ ok: false, issue: { code: 'file-not-table', kind: 'binary' } });
  });
});

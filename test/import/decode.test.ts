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
});

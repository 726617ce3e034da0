import { describe, expect, it } from 'vitest';
import { scanXml, XmlDamaged } from '../../../src/import/xlsx/xml.ts';

/** What a scan said, in short: `<name attribute=value`, `>name`, text in quotes. */
function told(xml: string, attribute = 'a'): string[] {
  const events: string[] = [];
  scanXml(xml, {
    open: (name, attributes) => {
      const value = attributes.get(attribute);
      events.push(value === null ? `<${name}` : `<${name} ${value}`);
    },
    close: (name) => events.push(`>${name}`),
    text: (characters) => events.push(`«${characters}»`),
  });
  return events;
}

describe('scanXml', () => {
  it.each([
    { note: 'a tag with text', xml: '<t>один</t>', events: ['<t', '«один»', '>t'] },
    { note: 'an empty tag closes itself', xml: '<r><c a="1"/></r>', events: ['<r', '<c 1', '>c', '>r'] },
    { note: 'prefixes are left out', xml: '<x:c r:a="7"></x:c>', events: ['<c 7', '>c'] },
    { note: 'either quote, a mark of the other inside', xml: `<c b='"' a='x"y'/>`, events: ['<c x"y', '>c'] },
    { note: 'a > inside a value', xml: '<c b="1>0" a="да"/>', events: ['<c да', '>c'] },
    { note: 'one quote around a mark of the tag', xml: `<c b='1>0' a="да"/>`, events: ['<c да', '>c'] },
    { note: 'a comment that would end a tag', xml: '<t><!-- > <b> -->x</t>', events: ['<t', '«x»', '>t'] },
    { note: 'spaces in a closing tag', xml: '<t>x</t >', events: ['<t', '«x»', '>t'] },
    { note: 'the last character there is', xml: '<t>&#x10FFFF;</t>', events: ['<t', '«\u{10ffff}»', '>t'] },
    { note: 'an attribute without quotes', xml: '<c b=1 a="2"/>', events: ['<c', '>c'] },
    { note: 'one whose value holds its own letter', xml: '<c a=aba/>', events: ['<c', '>c'] },
    { note: 'a last one without quotes', xml: '<c b="1" a=2/>', events: ['<c', '>c'] },
    { note: 'a last one without a value', xml: '<c b="1" a/>', events: ['<c', '>c'] },
    { note: 'spaces around =', xml: '<c a = "1" />', events: ['<c 1', '>c'] },
    { note: 'a name that only ends so', xml: '<c da="1"/>', events: ['<c', '>c'] },
    { note: 'an attribute without a value', xml: '<c a></c>', events: ['<c', '>c'] },
    {
      note: 'references',
      xml: '<t>&lt;b&gt; &amp;amp; &quot;&apos; &#1071;&#x44F;</t>',
      events: ['<t', '«<b> &amp; "\' Яя»', '>t'],
    },
    {
      note: 'an unknown reference stays',
      xml: '<t>&evil; &#x110000;</t>',
      events: ['<t', '«&evil; &#x110000;»', '>t'],
    },
    { note: 'references in values', xml: '<c a="&quot;я&quot;"/>', events: ['<c "я"', '>c'] },
    {
      note: 'CDATA is text as it stands',
      xml: '<t><![CDATA[<b>&amp;]]></t>',
      events: ['<t', '«<b>&amp;»', '>t'],
    },
    {
      note: 'a declaration, a comment and a document type are left out',
      xml: '<?xml?><!DOCTYPE x><!-- <y> --><t/>',
      events: ['<t', '>t'],
    },
    { note: 'text outside is left out', xml: 'до<t/>после', events: ['<t', '>t'] },
    { note: 'nothing', xml: '', events: [] },
  ])('$note', ({ xml, events }) => {
    expect(told(xml)).toEqual(events);
  });

  it.each(['<t>cut', '<t', '<t a="x', '<!-- cut', '<t><![CDATA[cut', '<t></t></t>', '<t></'])(
    'refuses %s',
    (xml) => {
      expect(() => told(xml)).toThrow(XmlDamaged);
    },
  );

  it('takes time in proportion to the text, whatever it is full of', () => {
    for (const piece of ['<', '<a', '<a "', '&', '&#', '<a b=', '<![CDATA[', '<!--', '="', '<a/>']) {
      const xml = piece.repeat(200_000);
      try {
        told(xml);
      } catch (error) {
        expect(error).toBeInstanceOf(XmlDamaged);
      }
    }
  });
});

/** Values by field name; '' and a missing field are the same. */
export type FieldValues = Readonly<Record<string, string>>;

/** Longest name that is taken for a field: a lone «{» in a text is no field. */
const NAME_LENGTH = 40;
const FIELD = new RegExp(`\\{([^{}\\n]{1,${NAME_LENGTH}})\\}`, 'g');

/** Names of the fields of a template, each once, in its order; in lower case without outer spaces. */
export function fieldsIn(template: string): string[] {
  const names = new Set<string>();
  template.replace(FIELD, (_whole, name: string) => {
    names.add(nameOf(name));
    return '';
  });
  return [...names];
}

function nameOf(written: string): string {
  return written.trim().toLowerCase().replace(/\s+/g, ' ');
}

/**
 * Fills a template. A line that has fields and all of them empty is left out, and of several blank
 * lines one stays, so that a text has no holes. Values are put in as they are: a «{» in them is text.
 */
export function fillTemplate(template: string, values: FieldValues): string {
  const known = new Map(Object.entries(values));
  const valueFor = (name: string): string => known.get(name) ?? '';
  const lines: string[] = [];
  for (const line of template.split(/\r\n|\r|\n/)) {
    const names = fieldsIn(line);
    if (names.length > 0 && names.every((name) => valueFor(name) === '')) continue;
    const filled = line.replace(FIELD, (_whole, name: string) => valueFor(nameOf(name)));
    const isBlank = filled.trim() === '';
    if (isBlank && (lines.length === 0 || lines[lines.length - 1] === '')) continue;
    lines.push(isBlank ? '' : endOnce(filled));
  }
  return lines.join('\n').trim();
}

/** A value that ends a sentence itself meets the template's own full stop. */
function endOnce(line: string): string {
  return line.replace(/([.!?…])\.$/, '$1').trimEnd();
}

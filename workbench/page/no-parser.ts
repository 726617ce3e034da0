/** In place of the parser, a twentieth of the page's script: the server read the add-on's code for the page. */
export function parse(): never {
  throw new Error('The page has no parser: code comes to it with its functions found.');
}

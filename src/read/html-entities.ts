import { Parser } from "htmlparser2";

/** The text with its character references (&amp;, &eacute;, &#39;) replaced by what they stand for. */
export function decodeEntities(text: string): string {
  if (!/&(#\d|#x[\da-f]|[a-z])/i.test(text)) return text;
  let decoded = "";
  const parser = new Parser({ ontext: (part) => (decoded += part) });
  parser.end(text.replace(/</g, "&lt;"));
  return decoded;
}

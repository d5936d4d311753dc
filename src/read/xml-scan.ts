/** Hears of a markup's pieces in the order of the text; offsets count in it. */
export interface XmlHandler {
  /** `attributes` is their markup, for `attributesIn`; an element without content is opened and closed. */
  open(name: string, attributes: string, start: number): void;
  text(text: string): void;
  /** Also called at the end of the text for elements left open. */
  close(end: number): void;
}

/** The name and the attributes of an opening tag, a ">" inside quotes being part of a value. */
const tagPattern = /([^\s/<>]+)(?=[\s/>])([^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*)>/y;
const attributePattern = /([^\s=/>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const entityPattern = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g;
const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * Walks through XML from start to end in time linear in its length.
 *
 * Markup that breaks off or closes out of order is walked as far as it makes sense. Entities a document defines for itself are
 * not expanded. Why not a library: the parts of one DOCX are a few hundred kilobytes of plain, machine-made XML, and loading
 * htmlparser2 alone took as long as reading them.
 */
export function scanXml(text: string, handler: XmlHandler): void {
  const names: string[] = [];
  const last = text.lastIndexOf(">");
  let at = 0;
  while (at < text.length) {
    const mark = text.indexOf("<", at);
    const upTo = mark < 0 ? text.length : mark;
    if (upTo > at && names.length > 0) handler.text(decoded(text.slice(at, upTo)));
    if (mark < 0 || mark > last) break;
    const next = text.charCodeAt(mark + 1);
    if (next === 0x21 || next === 0x3f) at = pastSpecial(text, mark, handler);
    else if (next === 0x2f) at = pastClosing(text, mark, names, handler);
    else at = pastOpening(text, mark, names, handler);
  }
  for (; names.length > 0; names.pop()) handler.close(text.length);
}

/** The values of attributes by name, decoded. */
export function attributesIn(markup: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = "", double, single] of markup.matchAll(attributePattern)) {
    if (name !== "__proto__") attributes[name] = decoded(double ?? single ?? "");
  }
  return attributes;
}

function pastOpening(text: string, start: number, names: string[], handler: XmlHandler): number {
  tagPattern.lastIndex = start + 1;
  const tag = tagPattern.exec(text);
  if (tag === null) return start + 1;
  const [, name = "", attributes = ""] = tag;
  const past = tagPattern.lastIndex;
  handler.open(name, attributes, start);
  if (text.charCodeAt(past - 2) === 0x2f) handler.close(past);
  else names.push(name);
  return past;
}

/** Closes the element that is meant and those left open inside it; a closing tag without an opening one counts for nothing. */
function pastClosing(text: string, start: number, names: string[], handler: XmlHandler): number {
  const end = text.indexOf(">", start);
  const past = end < 0 ? text.length : end + 1;
  const name = text.slice(start + 2, past - 1).trim();
  const opened = names.lastIndexOf(name);
  if (opened < 0) return past;
  for (let inner = names.length - 1; inner >= opened; inner--) handler.close(inner === opened ? past : start);
  names.length = opened;
  return past;
}

/** Comments, instructions and declarations are passed over, CDATA is text. */
function pastSpecial(text: string, start: number, handler: XmlHandler): number {
  const until = (mark: string, from = start) => {
    const end = text.indexOf(mark, from);
    return end < 0 ? text.length : end + mark.length;
  };
  if (text.startsWith("<!--", start)) return until("-->", start + 4);
  if (text.startsWith("<?", start)) return until("?>");
  if (text.startsWith("<![CDATA[", start)) {
    const past = until("]]>");
    handler.text(text.slice(start + 9, text.endsWith("]]>", past) ? past - 3 : past));
    return past;
  }
  const bracket = text.indexOf("[", start);
  const end = until(">");
  return bracket > 0 && bracket < end ? until(">", until("]", bracket)) : end;
}

function decoded(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(entityPattern, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return named[name] ?? whole;
    const code = decimal !== undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex ?? "", 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

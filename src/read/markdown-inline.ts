import type { Token } from "marked";
import { elementLook, noSheet } from "./html-sheet.js";
import { skippedTags } from "./html-tags.js";
import { type Run, safeUrl } from "./runs.js";

/** A line of inline content; `row` counts the source lines from the beginning of its block. */
export interface InlineLine {
  runs: Run[];
  row: number;
  /** It begins behind a break that the writer asked for, not behind a mere line end. */
  hard: boolean;
}

/** What a Markdown file's own HTML tags and comments hide. */
export interface HiddenState {
  /** Tags that are open, each with whether it hides what is in it. */
  open: { tag: string; hides: boolean }[];
  hidden: string[];
  images: boolean;
}

/** A fresh state with nothing open. */
export function nothingHidden(): HiddenState {
  return { open: [], hidden: [], images: false };
}

/** Whether text at this place is hidden by an HTML tag around it. */
export function isInsideHidden(state: HiddenState): boolean {
  return state.open.some(({ hides }) => hides);
}

interface Gathering {
  lines: InlineLine[];
  row: number;
  state: HiddenState;
}

interface Style {
  bold: boolean;
  italic: boolean;
  url: string | null;
}

const voidTags = new Set([
  "br",
  "hr",
  "img",
  "input",
  "meta",
  "link",
  "wbr",
  "area",
  "base",
  "col",
  "embed",
  "source",
  "track",
]);

/** The lines of a block's inline tokens, broken where the source or a <br> breaks. */
export function inlineLines(tokens: readonly Token[], state: HiddenState): InlineLine[] {
  const gathering: Gathering = { lines: [{ runs: [], row: 0, hard: true }], row: 0, state };
  gather(tokens, { bold: false, italic: false, url: null }, gathering);
  return gathering.lines.filter(({ runs }) => runs.some(({ text }) => text.trim() !== ""));
}

/** Notes the tags and comments of a piece of raw HTML; true where one of them is a line break. */
export function noteTags(html: string, state: HiddenState): boolean {
  let breaks = false;
  for (const match of html.matchAll(/<!--([\s\S]*?)(?:-->|$)|<(\/?)([a-z][\w-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi)) {
    const [, comment, closing, name = "", attributes = ""] = match;
    const tag = name.toLowerCase();
    if (comment !== undefined) {
      if (comment.trim() !== "") state.hidden.push(comment.trim());
    } else if (closing === "/") {
      const at = state.open.findLastIndex((open) => open.tag === tag);
      if (at >= 0) state.open.length = at;
    } else {
      breaks ||= tag === "br";
      state.images ||= tag === "img";
      const element = { tag, attributes: attributesOf(attributes), classes: [], previous: null, around: null };
      const look = elementLook(element, noSheet, state.open.length > 0);
      if (!voidTags.has(tag) && !attributes.endsWith("/"))
        state.open.push({ tag, hides: look.hidden || skippedTags.has(tag) });
    }
  }
  return breaks;
}

function attributesOf(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = "", double, single, bare] of text.matchAll(
    /([\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g,
  )) {
    attributes[name.toLowerCase()] = double ?? single ?? bare ?? "";
  }
  return attributes;
}

function gather(tokens: readonly Token[], style: Style, to: Gathering): void {
  for (const token of tokens) gatherToken(token, style, to);
}

function gatherToken(token: Token, style: Style, to: Gathering): void {
  const inner = "tokens" in token && Array.isArray(token.tokens) ? token.tokens : null;
  if (token.type === "br") breakLine(true, newlines(token.raw), to);
  else if (token.type === "image") addImage(String(token.text), style, to);
  else if (token.type === "html") {
    if (noteTags(token.raw, to.state)) breakLine(true, 0, to);
    to.row += newlines(token.raw);
  } else if (inner !== null) gather(inner, styleIn(token, style), to);
  else if (token.type !== "checkbox") addText("text" in token ? String(token.text) : token.raw, style, to);
}

function styleIn(token: Token, style: Style): Style {
  if (token.type === "strong") return { ...style, bold: true };
  if (token.type === "em") return { ...style, italic: true };
  return token.type === "link" ? { ...style, url: safeUrl(String(token.href)) } : style;
}

/** A picture is no text, but one that is a link (a badge) stands for its words. */
function addImage(words: string, style: Style, to: Gathering): void {
  to.state.images = true;
  if (style.url !== null) addText(words, style, to);
}

function addText(text: string, style: Style, to: Gathering): void {
  if (isInsideHidden(to.state)) {
    if (text.trim() !== "") to.state.hidden.push(text.trim());
    to.row += newlines(text);
    return;
  }
  for (const [index, part] of text.split("\n").entries()) {
    if (index > 0) breakLine(false, 1, to);
    if (part !== "") to.lines.at(-1)?.runs.push({ text: part, ...style });
  }
}

function breakLine(hard: boolean, rows: number, to: Gathering): void {
  to.row += rows;
  to.lines.push({ runs: [], row: to.row, hard });
}

function newlines(text: string): number {
  return text.split("\n").length - 1;
}

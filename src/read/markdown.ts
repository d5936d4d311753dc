import type { SourceDocument } from "../schema/source.js";
import { decodeText } from "./encoding.js";
import { shownMeta, splitFrontMatter } from "./front-matter.js";
import { hiddenTextWarnings } from "./hidden-text.js";
import { type LineDraft, numberLines, type ReadDocument, textLimit } from "./lines.js";
import { addBlocks, blockWalk } from "./markdown-blocks.js";
import { nothingHidden } from "./markdown-inline.js";
import { textLines } from "./text-lines.js";

/** What a Markdown body came to. */
interface Body {
  drafts: LineDraft[];
  hidden: string[];
  traits: SourceDocument["traits"];
  plain: boolean;
}

/** A Markdown file as lines, its YAML header as `meta`; UserError "input" where it is too long. */
export async function readMarkdown(bytes: Uint8Array, name: string): Promise<ReadDocument> {
  const source = decodeText(bytes).text.replace(/\r\n?/g, "\n");
  const front = await splitFrontMatter(source);
  const body = await bodyOf(front.body, front.skipped, name);
  const { lines, warnings } = numberLines([...shownMeta(front), ...body.drafts], name);
  if (body.plain)
    warnings.push({
      code: "markdown-as-text",
      message: "The Markdown is nested too deeply; it was read as plain text.",
      line: null,
    });
  warnings.push(...hiddenTextWarnings(body.hidden));
  return { kind: "markdown", pages: null, lines, meta: front.meta, traits: body.traits, warnings };
}

async function bodyOf(source: string, skipped: number, name: string): Promise<Body> {
  const text = levelled(source);
  if (isBeyondParser(text)) return asPlainText(source, skipped);
  const { Lexer } = await import("marked");
  const state = nothingHidden();
  const walk = blockWalk(text, name, state, skipped);
  try {
    addBlocks(new Lexer({ gfm: true }).lex(text), skipped + 1, walk);
  } catch (cause) {
    if (cause instanceof RangeError) return asPlainText(source, skipped);
    throw cause;
  }
  const traits: SourceDocument["traits"] = [];
  if (walk.tables) traits.push("tables");
  if (state.images) traits.push("images");
  if (state.hidden.length > 0) traits.push("hidden-text");
  return { drafts: walk.drafts, hidden: state.hidden, traits, plain: false };
}

function asPlainText(source: string, skipped: number): Body {
  const drafts = textLines(`${"\n".repeat(skipped)}${source}`);
  return { drafts, hidden: [], traits: [], plain: true };
}

/**
 * The source made plain to the parser, line by line: headings without a blank behind the signs get one ("##Skills"), links
 * to a template's address ("{{ site.url }}/about") lose its braces, pictures inside the file lose their data.
 */
function levelled(source: string): string {
  return source
    .replace(/^( {0,3}#{2,6})(?=[^#\s])/gm, "$1 ")
    .replace(/\]\(\{\{[^}\n]{0,200}\}\}([^)\s]*)\)/g, "](#$1)")
    .replace(/\(data:[^)\s]{200,}\)/g, "(data:,)");
}

/**
 * Whether a text would overflow the parser's stack or take it quadratic time: very deep quotes or lists, very long words,
 * or more text than a document may hold anyway.
 *
 * Why: marked 18 overflows at 10,000 ">" and takes 2 s for one word of 40 KB that ends in "@".
 */
function isBeyondParser(text: string): boolean {
  return (
    text.length > 2 * textLimit ||
    /^[ \t]*(?:>[ \t]?){40}/m.test(text) ||
    /^[ \t]*(?:(?:[-*+]|\d+[.)])[ \t]+){25}/m.test(text) ||
    /^[ \t]{150,}[-*+>\d]/m.test(text) ||
    /\S{4000}/.test(text)
  );
}

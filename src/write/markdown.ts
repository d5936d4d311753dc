import type { Entry, Line, Outline } from "./outline.js";
import { joinRuns, plain, type Run } from "./runs.js";

/** The outline as Markdown that reads back to the same words: headings, lists, links; one blank line between blocks. */
export function writeMarkdown(outline: Outline): string {
  const blocks = [
    outline.name === "" ? "" : `# ${escapeHeading(outline.name)}`,
    escapeBlock(outline.label),
    inline(
      joinRuns(
        outline.contacts.map((run) => [run]),
        " | ",
      ),
    ),
    ...outline.sections.flatMap(({ heading, blocks }) => [
      heading === "" ? "" : `## ${escapeHeading(heading)}`,
      ...blocks.flatMap((block) => (block.block === "line" ? lineBlock(block) : entryBlocks(block))),
    ]),
  ];
  return `${joined(blocks.filter((text) => text !== ""))}\n`;
}

/** Blocks stand apart by an empty line, the items of one list directly below each other. */
function joined(blocks: readonly string[]): string {
  return blocks.reduce((text, block) => {
    const isList = block.startsWith("- ") && /(^|\n)- [^\n]*$/.test(text);
    return text === "" ? block : `${text}${isList ? "\n" : "\n\n"}${block}`;
  }, "");
}

function entryBlocks({ title, subtitle, place, dates, body }: Entry): string[] {
  const second = joinRuns([subtitle, plain(place), plain(dates)], " | ");
  return [title.length === 0 ? "" : `### ${escapeClosing(inline(title))}`, inline(second), ...body.map(lineBlock)];
}

function lineBlock(line: Line): string {
  const text = inline(joinRuns([line.runs, plain(line.right)], " | "));
  return line.style === "item" && text !== "" ? `- ${text}` : text;
}

/** Runs as one line of inline Markdown, safe at the start of a line. */
function inline(runs: readonly Run[]): string {
  return escapeStart(runs.map(runText).join("").trim());
}

function runText({ text, url, bold }: Run): string {
  const [, before = "", middle = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(text.replace(/\s*\n\s*/g, " ")) ?? [];
  if (middle === "") return before + after;
  const escaped = bold ? `**${escapeInline(middle)}**` : escapeInline(middle);
  return before + (url === null ? escaped : `[${inLink(escaped)}](${destination(url)})`) + after;
}

/** Link text with its brackets as entities: marked takes an escaped one for the end of the text. */
const inLink = (escaped: string): string => escaped.replace(/\\\[/g, "&#91;").replace(/\\\]/g, "&#93;");

/** A link's address; in angle brackets where a parenthesis could end it early. */
function destination(url: string): string {
  const safe = url.replace(/[<>\\\s]/g, encodeURIComponent);
  return /[()]/.test(safe) ? `<${safe}>` : safe;
}

const escapeBlock = (text: string): string => inline(plain(text));
const escapeHeading = (text: string): string => escapeClosing(escapeBlock(text));

/** A heading may end in `#` only when that mark is escaped. */
const escapeClosing = (text: string): string => text.replace(/(?<=\s)#(?=#*$)/, "\\#");

/** Text with each mark escaped that could begin a span, a link, a tag or an entity. */
function escapeInline(text: string): string {
  return text
    .replace(/[\\`*[\]<>~]/g, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/&(?=#?\w+;)/g, "\\&")
    .replace(/\S*(?:(?:https?|ftp):\/\/|www\.|@)\S*/gi, withoutAutolink);
}

/** An address with escapes in it must not become a link by itself, in which escapes would show. */
function withoutAutolink(word: string): string {
  return word.includes("\\") ? word.replace(/:(?=\/\/)|(?<=www)\.|@/gi, "\\$&") : word;
}

/** A line with its beginning escaped where it could begin a list, heading, quote, rule or table. */
function escapeStart(line: string): string {
  return line
    .replace(/^([#>|=:])/, "\\$1")
    .replace(/^([-+])(?=[\s-]|$)/, "\\$1")
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
}

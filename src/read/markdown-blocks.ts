import type { Token, Tokens } from "marked";
import { decodeEntities } from "./html-entities.js";
import { htmlLines, typedItem } from "./html-lines.js";
import type { LineDraft } from "./lines.js";
import { type HiddenState, type InlineLine, inlineLines, isInsideHidden, noteTags } from "./markdown-inline.js";
import { type Run, styledText } from "./runs.js";
import { textLines } from "./text-lines.js";
import { type PhysicalLine, physicalLines } from "./text-marks.js";
import { continues, wrapWidth } from "./text-wrap.js";

/** What the walk over a file's blocks carries along. */
export interface BlockWalk {
  name: string;
  rows: PhysicalLine[];
  /** Lines of the file before the Markdown begins. */
  skipped: number;
  width: number | null;
  drafts: LineDraft[];
  state: HiddenState;
  tables: boolean;
  /** List nesting at the place. */
  depth: number;
  /** An item has begun and its first line has not come yet. */
  item: boolean;
}

/** A walk that stands before the first block of `source`, `skipped` lines down its file. */
export function blockWalk(source: string, name: string, state: HiddenState, skipped: number): BlockWalk {
  const rows = physicalLines(`${"\n".repeat(skipped)}${source}`);
  return { name, rows, skipped, width: wrapWidth(rows), drafts: [], state, tables: false, depth: 0, item: false };
}

/** Adds the lines of blocks that begin at a source line (from 1). */
export function addBlocks(tokens: readonly Token[], from: number, walk: BlockWalk): void {
  let at = from;
  for (const token of tokens) {
    addBlock(token, at, walk);
    at += token.raw.split("\n").length - 1;
  }
}

function addBlock(token: Token, at: number, walk: BlockWalk): void {
  if (token.type === "def") addDefinition(token as Tokens.Def, walk);
  else if (token.type === "heading") addHeading(token as Tokens.Heading, at, walk);
  else if (token.type === "list") addList(token as Tokens.List, at, walk);
  else if (token.type === "table") addTable(token as Tokens.Table, at, walk);
  else if (token.type === "blockquote") addBlocks((token as Tokens.Blockquote).tokens, at, walk);
  else if (token.type === "code") addCode(token as Tokens.Code, at, walk);
  else if (token.type === "html") addHtml(token.raw, at, walk);
  else if (token.type !== "space" && token.type !== "hr" && token.type !== "checkbox") {
    const inner = "tokens" in token && Array.isArray(token.tokens) ? token.tokens : [token];
    addParagraph(inlineLines(inner, walk.state), at, walk);
  }
}

/** Reference definitions show nothing; used as a comment ("[//]: # (note)") they hide a text. */
function addDefinition(token: Tokens.Def, walk: BlockWalk): void {
  const title = token.title ?? "";
  if (title !== "" && /^(#|<>)?$/.test(token.href)) walk.state.hidden.push(title);
}

/** Several lines right above a rule are a paragraph that the writer set off, not one long heading. */
function addHeading(token: Tokens.Heading, at: number, walk: BlockWalk): void {
  const lines = inlineLines(token.tokens, walk.state);
  if (lines.length > 1 && !/^\s*#/.test(token.raw)) {
    addParagraph(lines, at, walk);
    return;
  }
  const runs = lines.flatMap((line, index) => (index === 0 ? line.runs : [space, ...line.runs]));
  addLine(runs, at + (lines[0]?.row ?? 0), at + (lines.at(-1)?.row ?? 0), walk, {
    style: "heading",
    level: token.depth,
  });
}

const space: Run = { text: " ", bold: false, italic: false, url: null };

function addList(token: Tokens.List, at: number, walk: BlockWalk): void {
  let row = at;
  walk.depth += 1;
  for (const item of token.items) {
    walk.item = true;
    addBlocks(item.tokens, row, walk);
    walk.item = false;
    row += item.raw.split("\n").length - 1;
  }
  walk.depth -= 1;
}

function addTable(token: Tokens.Table, at: number, walk: BlockWalk): void {
  walk.tables = true;
  const rows = [token.header, ...token.rows];
  for (const [index, cells] of rows.entries()) {
    const texts = cells.map((cell) =>
      inlineLines(cell.tokens, walk.state).flatMap((line, n) => (n > 0 ? [space, ...line.runs] : line.runs)),
    );
    const filled = texts.filter((runs) => runs.some(({ text }) => text.trim() !== ""));
    const runs = filled.flatMap((cell, n) => (n === 0 ? cell : [{ ...space, text: "\t" }, ...cell]));
    const row = index === 0 ? at : at + index + 1;
    addLine(runs, row, row, walk, { style: "table", level: 0 });
  }
}

function addCode(token: Tokens.Code, at: number, walk: BlockWalk): void {
  if (isInsideHidden(walk.state)) {
    walk.state.hidden.push(token.text);
    return;
  }
  const first = /^\s*(```|~~~)/.test(token.raw) ? at + 1 : at;
  for (const draft of textLines(token.text)) {
    const { ref } = draft;
    walk.drafts.push(
      ref.in === "text" ? { ...draft, ref: { in: "text", from: first + ref.from - 1, to: first + ref.to - 1 } } : draft,
    );
  }
}

/** A block of HTML: its text where it has some, else tags around the Markdown that follows. */
function addHtml(html: string, at: number, walk: BlockWalk): void {
  const inside = isInsideHidden(walk.state);
  const lineOf = (offset: number) => at + html.slice(0, offset).split("\n").length - 1;
  const refOf = (start: number, end: number) => ({
    in: "text" as const,
    from: lineOf(start),
    to: lineOf(Math.max(start, end - 1)),
  });
  const page = htmlLines(html, walk.name, { refOf });
  if (inside) walk.state.hidden.push(...page.shown.filter((text) => text.trim() !== ""));
  else walk.drafts.push(...page.drafts.map((draft) => withListStyle(draft, walk)));
  walk.state.hidden.push(...page.hidden);
  walk.tables ||= page.tables;
  walk.state.images ||= page.images;
  noteTags(html, walk.state);
}

/** A paragraph: wrapped source lines make one line, lines broken on purpose stay apart. */
function addParagraph(lines: readonly InlineLine[], at: number, walk: BlockWalk): void {
  let open: { runs: Run[]; from: number; to: number } | null = null;
  const end = () => {
    if (open !== null) addLine(open.runs, open.from, open.to, walk, { style: "body", level: 0 });
  };
  for (const line of lines) {
    const row = at + line.row;
    if (open !== null && !line.hard && goesOn(open.to, row, walk)) {
      open.runs.push(space, ...line.runs);
      open.to = row;
      continue;
    }
    end();
    open = { runs: [...line.runs], from: row, to: row };
  }
  end();
}

/** Whether a source line goes on below, judged by its words and width as in plain text. */
function goesOn(from: number, to: number, walk: BlockWalk): boolean {
  const last = walk.rows[from - 1];
  const row = walk.rows[to - 1];
  if (last === undefined || row === undefined || /^(\*\*|__)\S/.test(row.text)) return false;
  return continues({ style: "body", last: { ...last, indent: row.indent }, textColumn: 0 }, row, walk.width);
}

function addLine(
  runs: readonly Run[],
  from: number,
  to: number,
  walk: BlockWalk,
  kind: Pick<LineDraft, "style" | "level">,
): void {
  const decoded = runs.map((run) => ({ ...run, text: decodeEntities(run.text) }));
  const styled = styledText(decoded);
  if (styled.text.trim() === "") return;
  const draft: LineDraft = { ...styled, ...kind, gap: blankAbove(from, walk), ref: { in: "text", from, to } };
  walk.drafts.push(kind.style === "body" ? withListStyle(draft, walk) : draft);
  walk.item = false;
}

/** The first line of an item carries its level; a typed bullet makes an item too. */
function withListStyle(draft: LineDraft, walk: BlockWalk): LineDraft {
  if (!walk.item || draft.style === "heading") return walk.item ? draft : typedItem(draft);
  walk.item = false;
  return { ...draft, style: "list", level: walk.depth };
}

function blankAbove(line: number, walk: BlockWalk): number {
  let blank = 0;
  for (let at = line - 2; at >= walk.skipped && /^[\s>]*$|^\s*([-*_]\s*){3,}$/.test(walk.rows[at]?.text ?? "x"); at--)
    blank += 1;
  return blank;
}

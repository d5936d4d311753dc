import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SourceDocument, SourceLine } from "../../src/schema/source.js";
import { parseResumeWords, resumeWordFiles } from "../../src/understand/words.js";
import { line, root } from "../doubles.js";

/** The shipped word lists. */
export const words = parseResumeWords(
  resumeWordFiles.map((name) => ({ name, text: readFileSync(join(root, name), "utf8") })),
);

/** Lines of plain text: "## " makes a heading, "- " a list item, an empty line a gap. */
export function linesOf(text: string): SourceLine[] {
  const lines: SourceLine[] = [];
  let gap = 0;
  for (const raw of text.split("\n")) {
    if (raw.trim() === "") {
      gap += 1;
      continue;
    }
    const heading = /^(#+) (.*)$/.exec(raw);
    const item = /^(\s*)- (.*)$/.exec(raw);
    const n = lines.length + 1;
    if (heading) lines.push(line(n, heading[2] ?? "", { style: "heading", level: heading[1]?.length ?? 1, gap }));
    else if (item) lines.push(line(n, item[2] ?? "", { style: "list", level: 1 + (item[1]?.length ?? 0) / 2, gap }));
    else lines.push(line(n, raw, { gap }));
    gap = 0;
  }
  return lines;
}

/** A document of the lines. */
export function documentOf(lines: SourceLine[]): SourceDocument {
  return { kind: "text", sha256: "", pages: null, lines, meta: {}, traits: [], warnings: [] };
}

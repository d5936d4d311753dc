import type { Data } from "../ports.js";
import type { ParsedResume } from "../schema/resume.js";
import type { SourceDocument } from "../schema/source.js";
import { type Outline, outlineOf } from "./outline.js";
import type { Format } from "./outputs.js";
import { parseWords, wordsPath } from "./words.js";

/** The documents in the formats asked for, in their order, all from one outline of the resume. */
export async function documentsOf(
  { after, source }: { after: ParsedResume; source: SourceDocument },
  formats: readonly Format[],
  options: { data: Data; paper?: Outline["paper"] },
): Promise<(string | Uint8Array)[]> {
  const words = parseWords(await options.data.text(wordsPath));
  const made = outlineOf(after, source, words);
  const outline = options.paper ? { ...made, paper: options.paper } : made;
  return Promise.all(formats.map((format) => documentOf(format, outline, after, options.data)));
}

async function documentOf(
  format: Format,
  outline: Outline,
  after: ParsedResume,
  data: Data,
): Promise<string | Uint8Array> {
  switch (format) {
    case "docx":
      return (await import("./docx.js")).writeDocx(outline);
    case "md":
      return (await import("./markdown.js")).writeMarkdown(outline);
    case "html": {
      const { htmlAssetPaths, writeHtml } = await import("./html.js");
      const [page, css, script] = await Promise.all([
        data.text(htmlAssetPaths.page),
        data.text(htmlAssetPaths.css),
        data.text(htmlAssetPaths.script),
      ]);
      return writeHtml(outline, { page, css, script });
    }
    case "json":
      return (await import("./json.js")).writeJson(after);
  }
}

import type { LineDraft } from "./lines.js";

/** A text with its YAML header taken off; `skipped` lines were before the body. */
export interface FrontMatter {
  body: string;
  skipped: number;
  /** The header's plain values by key in lower case. */
  meta: Record<string, string>;
}

/** Keys whose values a page shows: who or what it is about and how to get in touch. */
const shownKeys =
  /^(title|name|author|subtitle|label|headline|email|phone|location|address|website|url|linkedin|github|company|organization|employer)$/;

/** Splits off a YAML header between two lines of dashes; anything else, a broken header too, stays in the body. */
export async function splitFrontMatter(source: string): Promise<FrontMatter> {
  const match = /^---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(source);
  const none = { body: source, skipped: 0, meta: {} };
  if (match?.[1] === undefined || !/^[\w"'-]+\s*:/m.test(match[1])) return none;
  const { parseDocument } = await import("yaml");
  const document = parseDocument(match[1], { uniqueKeys: false, logLevel: "silent" });
  if (document.errors.length > 0) return none;
  const value: unknown = document.toJS({ maxAliasCount: 20 });
  if (typeof value !== "object" || value === null || Array.isArray(value)) return none;
  const meta: Record<string, string> = {};
  for (const [key, entry] of Object.entries(value)) {
    if (typeof entry === "string" || typeof entry === "number") meta[key.toLowerCase()] = String(entry).trim();
  }
  return { body: source.slice(match[0].length), skipped: match[0].split("\n").length - 1, meta };
}

/** The header's values that a page would show and its body does not, as lines; the title or name as a heading. */
export function shownMeta({ body, meta, skipped }: FrontMatter): LineDraft[] {
  const shown = Object.entries(meta).filter(
    ([key, value]) => shownKeys.test(key) && value !== "" && !body.includes(value),
  );
  return shown.map(([key, text]) => ({
    text,
    ...(/^(title|name)$/.test(key) ? { style: "heading" as const, level: 1 } : {}),
    ref: { in: "text", from: 1, to: skipped },
  }));
}

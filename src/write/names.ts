import type { Posting } from "../schema/posting.js";

const MAX_BYTES = 80;
/** Room for the longest ending that stands beside an output: `.report.html`. */
const MAX_STEM = MAX_BYTES - ".report.html".length;
/** Names that Windows keeps for devices, whatever the ending. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** The file name of an output: its stem with the ending of the format. */
export function outputName(
  resumeName: string,
  posting: Pick<Posting, "title" | "company">,
  format: "docx" | "md" | "html" | "json" | "pdf",
): string {
  return `${outputStem(resumeName, posting)}.${format}`;
}

/**
 * The file name of an output without its ending, from the resume's file name and the posting: `resume-marlowick-shopworks-senior-engineer`.
 * Letters, digits and dashes only, at most 80 bytes with any ending, never a hidden, reserved or path-like name.
 */
export function outputStem(resumeName: string, posting: Pick<Posting, "title" | "company">): string {
  const file = resumeName.split(/[/\\]/).at(-1) ?? "";
  const own = slug(file.replace(/\.[\p{L}\p{N}]{1,8}$/u, "")) || "resume";
  const aim = [posting.company, posting.title].map((text) => slug(text ?? "")).filter((part) => part !== "");
  const parts = [cut(own, 40), ...(aim.length > 0 ? aim : ["tailored"])];
  const stem = cut(parts.join("-"), MAX_STEM);
  return RESERVED.test(stem) ? `resume-${stem}` : stem;
}

function slug(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^[-\p{M}]+|-+$/gu, "")
    .normalize("NFC");
}

/** At most `bytes` of UTF-8, cut between words where one ends in the second half, else between characters. */
function cut(text: string, bytes: number): string {
  const encoder = new TextEncoder();
  if (encoder.encode(text).length <= bytes) return text;
  let kept = "";
  for (const char of text) {
    if (encoder.encode(kept + char).length > bytes) break;
    kept += char;
  }
  const dash = kept.lastIndexOf("-");
  const isWhole = text[kept.length] === "-";
  return (dash > kept.length / 2 && !isWhole ? kept.slice(0, dash) : kept).replace(/-+$/, "");
}

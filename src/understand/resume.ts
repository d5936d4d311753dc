import type { ParsedResume } from "../schema/resume.js";
import type { SourceDocument } from "../schema/source.js";
import type { ResumeWords } from "./words.js";

/** The resume a document holds, with the lines each value came from; no line is left out. */
export function understandResume(document: SourceDocument, words: ResumeWords): ParsedResume {
  throw new Error(`${document.kind} ${words.modifiers.size}`);
}

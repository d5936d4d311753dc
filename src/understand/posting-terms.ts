import type { Lexicon, TermHit } from "../schema/lexicon.js";
import type { PostingWords } from "./posting-words.js";
import { extractTerms } from "./terms.js";
import { fold, singular } from "./tokens.js";

/** A text's terms in order: those of the lexicon and those told by wording. */
export function termsOf(text: string, lexicon: Lexicon, words: PostingWords): TermHit[] {
  const known = lexicon.find(text);
  const meant = known.filter((hit) => !isWeak(text, hit, words));
  return [...meant, ...extractTerms(text, known, words)].sort((one, other) => one.start - other.start);
}

/** An everyday word ("engineering outcomes") that is a term only where a field is named. */
function isWeak(text: string, hit: TermHit, words: PostingWords): boolean {
  return words.phrases("weak-term").includes(fold(hit.text)) && words.has("field", fold(text)) === null;
}

/** The canonical term of "or equivalent experience". */
export const equivalentTerm = "Equivalent experience";

/** Kinds that are a skill wherever they are named; the others only where the sentence asks for something. */
const plainKinds = new Set("language framework library tool platform database service protocol standard".split(" "));

/**
 * The terms of running text that stand for knowledge: what is named in a sentence that asks for something, and tools
 * and technologies anywhere, but not as part of a job's name ("our Java developers").
 */
export function knowledgeOf(text: string, lexicon: Lexicon, words: PostingWords): TermHit[] {
  const asked = words.has("knowledge-sign", fold(text)) !== null;
  return termsOf(text, lexicon, words).filter((hit) => {
    const kind = lexicon.entries.get(hit.canonical)?.kind;
    if (kind === "soft" || hit.canonical === equivalentTerm) return false;
    if ((kind === undefined || !plainKinds.has(kind)) && !asked) return false;
    return kind === "degree" || !namesJob(text, hit, words);
  });
}

function namesJob(text: string, hit: TermHit, words: PostingWords): boolean {
  const after = /^[\s-]+([\p{L}-]+)/u.exec(text.slice(hit.end))?.[1] ?? "";
  return words.has("title-word", fold(hit.text)) !== null || words.has("title-word", singular(fold(after))) !== null;
}

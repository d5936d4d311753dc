import type { SourceLine } from "../schema/source.js";
import type { PostingWords } from "./posting-words.js";
import { tokenize } from "./tokens.js";

const languages = ["en", "de", "fr", "es", "da", "nl", "it", "pt", "sv"] as const;
const enough = 4000;

/** The language of most of a text by its commonest words, ISO 639-1; English where nothing tells. */
export function languageOf(lines: readonly SourceLine[], words: PostingWords): string {
  const text = lines
    .map((line) => line.text)
    .join("\n")
    .slice(0, enough);
  const keys = tokenize(text).map(({ key }) => key);
  let best = { language: "en", share: 0 };
  for (const language of languages) {
    const common = new Set(words.phrases(`language-${language}`));
    const count = keys.filter((key) => common.has(key)).length;
    if (count > best.share) best = { language, share: count };
  }
  return best.language;
}

import { level } from "./fold.js";
import type { ResumeWords } from "./words.js";

/** The language of most of a text, ISO 639-1, told by its script and its small words; "en" where nothing tells. */
export function languageOf(text: string, words: ResumeWords): string {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const share = (pattern: RegExp) => (text.match(pattern)?.length ?? 0) / Math.max(1, letters);
  if (share(/[\p{sc=Hiragana}\p{sc=Katakana}]/gu) > 0.1) return "ja";
  if (share(/\p{sc=Hangul}/gu) > 0.2) return "ko";
  if (share(/\p{sc=Han}/gu) > 0.2) return "zh";
  if (share(/\p{sc=Cyrillic}/gu) > 0.4) return "ru";
  const counts = new Map<string, number>();
  for (const [word] of level(text.replace(/\S*[@/]\S*|www\S*/g, " ")).matchAll(/\p{L}+/gu)) {
    const languages = words.stopwords.get(word) ?? [];
    for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1 / languages.length);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] > 1.2 * (counts.get("en") ?? 0) + 1 ? best[0] : "en";
}

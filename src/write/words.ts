import { UserError } from "../errors.js";

/** The wording of a key in a language; the English one where the language has none. */
export type Words = (key: string, language: string) => string;

/** Where the shipped words are. */
export const wordsPath = "templates/words.tsv";

/** The words of a TSV of language, key and text; a UserError "settings" names the line that is wrong. */
export function parseWords(tsv: string): Words {
  const words = new Map<string, string>();
  for (const [i, row] of tsv.split(/\r?\n/).entries()) {
    if (row.trim() === "" || row.startsWith("#") || row.startsWith("language\t")) continue;
    const [language, key, text, ...more] = row.split("\t");
    if (!language || !key || !text || more.length > 0)
      throw new UserError(
        "settings",
        `${wordsPath}, line ${i + 1}: not "language, key, text".`,
        "Write three columns with one tab between them.",
      );
    words.set(`${language}\t${key}`, text);
  }
  return (key, language) => {
    const text = words.get(`${language}\t${key}`) ?? words.get(`en\t${key}`);
    if (text === undefined)
      throw new UserError("settings", `${wordsPath} lacks "${key}".`, `Add a line: en, ${key}, …`);
    return text;
  };
}

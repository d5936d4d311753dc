import type { Data } from "../ports.js";
import type { Lexicon } from "../schema/lexicon.js";
import { lexiconFolder, parseLexicon } from "./lexicon.js";
import { loadMatchWords, type MatchWords } from "./match-words.js";
import { type PostingWords, parsePostingWords, postingWordFiles } from "./posting-words.js";
import { loadResumeWords, type ResumeWords } from "./words.js";

/** The lexicon and word lists by which resumes and postings are understood. */
export interface Knowledge {
  lexicon: Lexicon;
  resume: ResumeWords;
  posting: PostingWords;
  match: MatchWords;
}

/** What the data files know; a UserError "settings" names the file and line of a fault. */
export async function loadKnowledge(data: Data): Promise<Knowledge> {
  const file = async (name: string) => ({ name, text: await data.text(name) });
  const skillFiles = (await data.list(lexiconFolder)).filter((path) => path.endsWith(".tsv"));
  const [skills, resume, match, headings, words, terms] = await Promise.all([
    Promise.all(skillFiles.map(file)),
    loadResumeWords(data),
    loadMatchWords(data),
    file(postingWordFiles.headings),
    file(postingWordFiles.words),
    file(postingWordFiles.terms),
  ]);
  return {
    lexicon: parseLexicon(skills),
    resume,
    posting: parsePostingWords({ headings, words, terms }, resume),
    match,
  };
}

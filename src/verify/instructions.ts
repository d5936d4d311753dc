import { blocked, holdsPhrase, type Rule } from "./claim.js";
import { findPhrases } from "./tokens.js";

/** Traces of an instruction that was obeyed: text that speaks to the reader or about the candidate. */
export const instructions: Rule = (claim) =>
  findPhrases(claim.ground.words.instructions, claim.passage.words)
    .filter(({ phrase }) => !holdsPhrase(claim.sources, phrase.text))
    .map(({ phrase }) =>
      blocked("instructions", phrase.text, `“${phrase.text}” reads like an instruction, not like your resume.`, claim),
    );

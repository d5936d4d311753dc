import { flagged, holdsPhrase, type Rule } from "./claim.js";
import { findPhrases } from "./tokens.js";

const longLine = 45;
const longSummary = 110;
const muchLonger = 2;

/** New stock phrases, and texts that grew out of proportion: reported, not held back. */
export const stockPhrases: Rule = (claim) => {
  const stock = findPhrases(claim.ground.words.stock, claim.passage.words)
    .filter(({ phrase }) => !holdsPhrase(claim.evidence, phrase.text))
    .map(({ phrase }) =>
      flagged("stock-phrases", phrase.text, `“${phrase.text}” is a stock phrase that readers skip.`),
    );
  return [...stock, ...length(claim)];
};

const length: Rule = (claim) => {
  const count = claim.passage.words.length;
  const known = claim.evidence.reduce((sum, one) => sum + one.words.length, 0);
  const limit = claim.edit.id === "summary" ? longSummary : longLine;
  const isGrown = known > 0 && count > 12 && count > known * muchLonger;
  if (count <= limit && !isGrown) return [];
  if (claim.evidence.some((one) => one.words.length >= count)) return [];
  return [
    flagged("length", `${count} words`, `The text is long (${count} words) for what it rests on (${known} words).`),
  ];
};

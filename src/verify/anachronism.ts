import { flagged, type Rule } from "./claim.js";
import { termsOf } from "./entities.js";
import { entryValue } from "./entry-header.js";

/** A tool younger than the end of the job it is put into. */
export const anachronism: Rule = (claim) => {
  const { lexicon, parsed } = claim.ground.task;
  const young = termsOf(claim, claim.passage).filter(
    (hit) => (lexicon.entries.get(hit.canonical)?.since ?? null) !== null,
  );
  if (young.length === 0) return [];
  const end = entryValue(parsed, claim.entry)?.endDate;
  const year = typeof end === "string" ? Number(end.slice(0, 4)) : Number.NaN;
  if (!Number.isFinite(year)) return [];
  const old = parsed.ids[claim.edit.id]?.text.toLowerCase() ?? "";
  return young.flatMap((hit) => {
    const since = lexicon.entries.get(hit.canonical)?.since ?? 0;
    if (since <= year || old.includes(hit.text.toLowerCase())) return [];
    return [flagged("anachronism", hit.text, `“${hit.text}” came out in ${since}; this job ended in ${year}.`)];
  });
};

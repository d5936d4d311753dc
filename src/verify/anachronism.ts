import { flagged, type Rule } from "./claim.js";
import { entryValue } from "./entry-header.js";

/** A tool younger than the end of the job it is put into. */
export const anachronism: Rule = (claim) => {
  const end = entryValue(claim.ground.task.parsed, claim.entry)?.endDate;
  const year = typeof end === "string" ? Number(end.slice(0, 4)) : Number.NaN;
  if (!Number.isFinite(year)) return [];
  const { lexicon } = claim.ground.task;
  const old = claim.ground.task.parsed.ids[claim.edit.id]?.text.toLowerCase() ?? "";
  return lexicon.find(claim.passage.text).flatMap((hit) => {
    const since = lexicon.entries.get(hit.canonical)?.since ?? null;
    if (since === null || since <= year || old.includes(hit.text.toLowerCase())) return [];
    return [flagged("anachronism", hit.text, `“${hit.text}” came out in ${since}; this job ended in ${year}.`)];
  });
};

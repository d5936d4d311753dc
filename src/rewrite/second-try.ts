import type { Verdict } from "../schema/edit.js";

/** The verdicts worth a second try: replacements that were held back, each line once. */
export function repairable(verdicts: readonly Verdict[]): Verdict[] {
  const replaced = new Set(
    verdicts.flatMap(({ edit, status }) => (edit.op === "replace" && status !== "held-back" ? [edit.id] : [])),
  );
  const seen = new Set<string>();
  return verdicts.filter(({ edit, status }) => {
    if (edit.op !== "replace" || status !== "held-back" || replaced.has(edit.id) || seen.has(edit.id)) return false;
    seen.add(edit.id);
    return true;
  });
}

/**
 * The verdicts after the second try, in the order of the first: where a line's new text passes it takes the place of the one
 * that was held back and keeps that under `earlier`; everything else stays as it was. Lines that were not asked for are ignored.
 */
export function withSecondTry(
  first: readonly Verdict[],
  asked: readonly Verdict[],
  second: readonly Verdict[],
): Verdict[] {
  return first.map((verdict) => {
    if (!asked.includes(verdict)) return verdict;
    const better = second.find(
      ({ edit, status }) => edit.op === "replace" && edit.id === verdict.edit.id && status !== "held-back",
    );
    if (better === undefined) return verdict;
    return { ...better, earlier: { text: verdict.edit.text, findings: verdict.findings } };
  });
}

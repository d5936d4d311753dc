import { blocked, type Ground, holdsPhrase, type Passage, type Rule } from "./claim.js";
import { levelled, type Word, wordsOf } from "./tokens.js";

const runLength = 5;
const scriptRunLength = 10;
const script = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u;
const legalForm =
  /[\s,]+(?:inc|llc|ltd|limited|gmbh|ag|corp|corporation|co|company|plc|s\.?a\.?|b\.?v\.?|group|holdings?)\.?$/i;

/** Wording of the posting that the resume lacks: a run of five words, or the employer's name. */
export const postingBleed: Rule = (claim) => {
  const { task } = claim.ground;
  const findings = [];
  const run = copiedRun(claim.passage, claim.ground);
  if (run !== null)
    findings.push(blocked("posting-bleed", run, `“${run}” is the posting's wording, not your resume's.`, claim));
  for (const raw of [task.posting.company, task.postingSource.meta.company ?? null]) {
    const name = raw?.replace(legalForm, "").trim() ?? "";
    if (name.length < 2 || !names(claim.passage.text, name) || holdsPhrase(claim.ground.resume, name)) continue;
    findings.push(
      blocked("posting-bleed", name, `“${name}” is the employer of the posting; your resume does not name it.`, claim),
    );
    break;
  }
  return findings;
};

/** A name of one word counts only with its capital: "target" is no employer. */
function names(text: string, name: string): boolean {
  const pattern = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");
  return new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, name.includes(" ") ? "iu" : "u").test(text);
}

function copiedRun({ text, words: list }: Passage, ground: Ground): string | null {
  const posting = runsOf(ground, "posting");
  const resume = runsOf(ground, "resume");
  for (let at = 0; at < list.length; at += 1) {
    const length = script.test(list[at]?.lower ?? "") ? scriptRunLength : runLength;
    const run = list.slice(at, at + length);
    const key = run.map((word) => word.lower).join(" ");
    if (run.length === length && posting.has(key) && !resume.has(key))
      return text.slice(run[0]?.start, run.at(-1)?.end);
  }
  return null;
}

const memory = new WeakMap<Ground, Map<string, Set<string>>>();

function runsOf(ground: Ground, side: "posting" | "resume"): Set<string> {
  const known = memory.get(ground) ?? new Map<string, Set<string>>();
  memory.set(ground, known);
  const found = known.get(side);
  if (found !== undefined) return found;
  const { task } = ground;
  const runs = new Set<string>();
  if (side === "posting") {
    const lines = task.postingSource.lines.map((line) => wordsOf(levelled(line.text)));
    addRuns(runs, lines.flat());
  } else {
    const lines = Object.entries(task.parsed.ids).map(([id, line]) =>
      ground.passage(id, line.lines[0] ?? null, line.text),
    );
    for (const one of [...ground.resume, ...lines, ...ground.facts.values()]) addRuns(runs, one.words);
  }
  known.set(side, runs);
  return runs;
}

function addRuns(runs: Set<string>, words: readonly Word[]): void {
  const list = words.map((word) => word.lower);
  for (const length of list.some((lower) => script.test(lower)) ? [runLength, scriptRunLength] : [runLength])
    for (let at = 0; at + length <= list.length; at += 1) runs.add(list.slice(at, at + length).join(" "));
}

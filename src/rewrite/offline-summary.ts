import type { Edit } from "../schema/edit.js";
import { provenYears } from "../verify/experience.js";
import type { VerifyWords } from "../verify/words.js";
import type { RewriteTask } from "./engine.js";
import { listed, type PostingNames } from "./offline-names.js";
import type { Relevance } from "./offline-relevance.js";
import { type Supported, supportedDomains, supportedTerms } from "./offline-terms.js";
import { directVoice } from "./offline-voice.js";

const mostTerms = 7;
const longSummary = 90;
const leastYears = 2;
const mustWeight = 3;
const hiddenWeight = 2;
const saysMore = "names what the posting asks for and your resume shows";

/**
 * Summaries from facts of the resume, the best first: the old one in a direct voice with the supported terms it lacks, or a
 * new one where there is none; empty where nothing true is to be added. The first that passes verification is meant.
 */
export function summaryEdits(task: RewriteTask, relevance: Relevance, names: PostingNames, words: VerifyWords): Edit[] {
  const supported = supportedTerms(task, relevance, names);
  const old = task.parsed.ids.summary?.text.trim() ?? "";
  return old === "" ? newSummaries(task, relevance, supported) : betterSummaries(task, old, supported, words);
}

function betterSummaries(task: RewriteTask, old: string, supported: readonly Supported[], words: VerifyWords): Edit[] {
  const direct = directVoice(old, words);
  const voice = direct === old ? [] : ["drops the first person"];
  const terms = old.split(/\s+/).length > longSummary ? [] : missingIn(task, direct, supported);
  const edit = (text: string, reasons: string[], named: readonly Supported[]): Edit =>
    summary(text, ["summary", ...cited(named)], named, reasons.join("; "));
  const more = isWorth(terms)
    ? [direct, old].flatMap((text) =>
        choicesOf(terms).map((named) =>
          edit(extended(text, named), text === old ? [saysMore] : [...voice, saysMore], named),
        ),
      )
    : [];
  return [...more, ...(voice.length === 0 ? [] : [edit(direct, voice, [])])];
}

/** One name more from the list of skills is not worth a sentence. */
function isWorth(terms: readonly Supported[]): boolean {
  return terms.length > 1 || terms.some(({ isDone, isHidden, weight }) => isHidden || (isDone && weight >= mustWeight));
}

/** All terms, else all but one: a single name that verification stops does not cost the others. */
function choicesOf(terms: readonly Supported[]): Supported[][] {
  return [terms, ...terms.map((left) => terms.filter((one) => one !== left))]
    .filter((named) => isWorth(named))
    .map((named) => [...named]);
}

function extended(text: string, terms: readonly Supported[]): string {
  return [text.replace(/[\s,;:]+$/, "").replace(/[^.!?…]$/u, "$&."), ...sentencesOf(terms)].join(" ");
}

/** What the work shows and what only the list of skills says are not said in the same words. */
function sentencesOf(terms: readonly Supported[]): string[] {
  const names = (isDone: boolean): string[] => terms.filter((one) => one.isDone === isDone).map(({ name }) => name);
  const [done, known] = [names(true), names(false)];
  if (done.length === 1 && known.length > 0) return [`Skills include ${listed([...done, ...known])}.`];
  return [
    ...(done.length > 0 ? [`Experience with ${listed(done)}.`] : []),
    ...(known.length > 0 ? [`${done.length > 0 ? "Further skills" : "Skills"} include ${listed(known)}.`] : []),
  ];
}

/** Title and proven years, with the asked fields of the work where they are proven too; then what the posting asks for. */
function newSummaries(task: RewriteTask, relevance: Relevance, supported: readonly Supported[]): Edit[] {
  const title = task.parsed.resume.work?.[0]?.position?.trim() ?? "";
  const asked = supported.filter(({ weight }) => weight >= 1);
  const terms = (asked.length > 0 ? asked : supported).slice(0, mostTerms);
  if (!/^\p{L}[\p{L}\s&/,.'’()-]{2,58}$/u.test(title) || (terms.length < 2 && asked.length === 0)) return [];
  const years = provenYears(task);
  const domains = supportedDomains(task, relevance);
  const lead = years >= leastYears ? `${title} with ${years} years of experience` : title;
  const leads = years >= leastYears && domains.length > 0 ? [`${lead} in ${listed(domains)}`, lead] : [lead];
  return choicesOf(terms).flatMap((named) =>
    [...leads, title].map((one) =>
      summary(
        [`${one}.`, ...sentencesOf(named)].join(" "),
        cited(named),
        named,
        "says at the top what the posting asks for and your resume shows",
      ),
    ),
  );
}

function summary(text: string, evidence: string[], terms: readonly Supported[], why: string): Edit {
  const keywords = terms.map((one) => one.canonical);
  return { id: "summary", op: "replace", text, after: null, evidence: [...new Set(evidence)], keywords, why };
}

function cited(terms: readonly Supported[]): string[] {
  return terms.flatMap((one) => one.ids.slice(0, 1));
}

function missingIn(task: RewriteTask, text: string, terms: readonly Supported[]): Supported[] {
  const there = new Set(task.lexicon.find(text).map((hit) => hit.canonical));
  const lower = text.toLowerCase();
  return terms
    .filter(
      (one) =>
        (one.weight >= 1 || one.isHidden) && !there.has(one.canonical) && !lower.includes(one.name.toLowerCase()),
    )
    .sort((a, b) => worth(b) - worth(a))
    .slice(0, mostTerms);
}

/** A demanded term is worth a place, and so is one that nobody sees further down. */
function worth(one: Supported): number {
  return one.weight + (one.isHidden ? hiddenWeight : 0);
}

import type { Edit } from "../schema/edit.js";
import { provenYears } from "../verify/experience.js";
import type { VerifyWords } from "../verify/words.js";
import type { RewriteTask } from "./engine.js";
import { askedCredentials, type Credentials } from "./offline-credentials.js";
import { listed, type PostingNames } from "./offline-names.js";
import type { Relevance } from "./offline-relevance.js";
import { type Supported, supportedDomains, supportedTerms } from "./offline-terms.js";
import { directVoice } from "./offline-voice.js";

const mostTerms = 7;
const longSummary = 90;
const leastYears = 2;
const mustWeight = 3;
const hiddenWeight = 2;
const saysFirst = "says at the top what the posting asks for and your resume shows";
const saysMore = "names what the posting asks for and your resume shows";

/**
 * Summaries from facts of the resume, the best first: the old one in a direct voice with the supported terms it lacks, or a
 * new one where there is none; empty where nothing true is to be added. The first that passes verification is meant.
 */
export function summaryEdits(task: RewriteTask, relevance: Relevance, names: PostingNames, words: VerifyWords): Edit[] {
  const supported = supportedTerms(task, relevance, names);
  const old = task.parsed.ids.summary?.text.trim() ?? "";
  return old === ""
    ? newSummaries(task, relevance, supported)
    : betterSummaries(task, relevance, old, supported, words);
}

function betterSummaries(
  task: RewriteTask,
  relevance: Relevance,
  old: string,
  supported: readonly Supported[],
  words: VerifyWords,
): Edit[] {
  const direct = directVoice(old, words);
  const voice = direct === old ? [] : ["drops the first person"];
  const isLong = old.split(/\s+/).length > longSummary;
  const more = isLong ? [] : additions(missingIn(task, direct, supported), askedCredentials(task, relevance, old));
  return [
    ...more.map((one) => summary(extended(direct, one), ["summary", ...one.ids], one, [...voice, saysMore])),
    ...(voice.length === 0
      ? []
      : more.map((one) => summary(extended(old, one), ["summary", ...one.ids], one, [saysMore]))),
    ...(voice.length === 0 ? [] : [summary(direct, ["summary"], { canonicals: [] }, voice)]),
  ];
}

/** What may stand behind the first sentence, richest first. */
interface Addition {
  sentences: string[];
  canonicals: string[];
  ids: string[];
}

/**
 * The sentences on terms and on credentials together, then with one term or the credentials left out: a single name that
 * verification stops does not cost the others.
 */
function additions(terms: readonly Supported[], credentials: readonly Credentials[]): Addition[] {
  const choices = [terms, ...terms.map((left) => terms.filter((one) => one !== left))].filter(isWorth);
  const held = credentials.length > 0 ? [credentials, []] : [[]];
  const all = held.flatMap((more) => [...choices, ...(more.length > 0 ? [[]] : [])].map((named) => added(named, more)));
  return all.filter(({ sentences }) => sentences.length > 0);
}

function added(terms: readonly Supported[], credentials: readonly Credentials[]): Addition {
  return {
    sentences: [...sentencesOf(terms), ...credentials.map(({ sentence }) => sentence)],
    canonicals: [...terms.map(({ canonical }) => canonical), ...credentials.flatMap(({ canonicals }) => canonicals)],
    ids: [...terms.flatMap((one) => one.ids.slice(0, 1)), ...credentials.flatMap(({ ids }) => ids)],
  };
}

/** One name more from the list of skills is not worth a sentence. */
function isWorth(terms: readonly Supported[]): boolean {
  return terms.length > 1 || terms.some(({ isDone, isHidden, weight }) => isHidden || (isDone && weight >= mustWeight));
}

function extended(text: string, { sentences }: Addition): string {
  return [text.replace(/[\s,;:]+$/, "").replace(/[^.!?…]$/u, "$&."), ...sentences].join(" ");
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
  const fresh = supported.filter(({ name }) => !title.toLowerCase().includes(name.toLowerCase()));
  const asked = fresh.filter(({ weight }) => weight >= 1);
  const terms = (asked.length > 0 ? asked : fresh).slice(0, mostTerms);
  if (!/^\p{L}[\p{L}\s&/,.'’()-]{2,58}$/u.test(title) || (terms.length < 2 && asked.length === 0)) return [];
  const years = provenYears(task);
  const domains = supportedDomains(task, relevance);
  const lead = years >= leastYears ? `${title} with ${years} years of experience` : title;
  const leads = years >= leastYears && domains.length > 0 ? [`${lead} in ${listed(domains)}`, lead] : [lead];
  return additions(terms, askedCredentials(task, relevance, "")).flatMap((one) =>
    [...leads, title].map((first) => summary([`${first}.`, ...one.sentences].join(" "), one.ids, one, [saysFirst])),
  );
}

function summary(text: string, evidence: string[], { canonicals }: Pick<Addition, "canonicals">, whys: string[]): Edit {
  return {
    id: "summary",
    op: "replace",
    text,
    after: null,
    evidence: [...new Set(evidence)],
    keywords: canonicals,
    why: whys.join("; "),
  };
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

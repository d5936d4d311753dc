import type { Edit } from "../schema/edit.js";
import { provenYears } from "../verify/experience.js";
import type { VerifyWords } from "../verify/words.js";
import type { RewriteTask } from "./engine.js";
import { askedCredentials, type Credentials } from "./offline-credentials.js";
import { listed, type PostingNames } from "./offline-names.js";
import type { Relevance } from "./offline-relevance.js";
import { type Supported, supportedDomains, supportedTerms } from "./offline-terms.js";
import { directVoice } from "./offline-voice.js";

const mostTerms = 5;
const mostNew = 3;
const mostSentences = 4;
const fullSentences = 3;
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
  const more = isFull(old) ? [] : additions(...lacking(task, relevance, direct, supported), direct);
  return [
    ...more.map((one) => summary(extended(direct, one), ["summary", ...one.ids], one, [...voice, saysMore])),
    ...(voice.length === 0
      ? []
      : more.map((one) => summary(extended(old, one), ["summary", ...one.ids], one, [saysMore]))),
    ...(voice.length === 0 ? [] : [summary(direct, ["summary"], { canonicals: [] }, voice)]),
  ];
}

/** No sentence is put behind five others, behind ninety words, or behind lines that are no sentences. */
function isFull(text: string): boolean {
  const isList = text.split("\n").some((line, at, all) => at < all.length - 1 && !/[.!?]\s*$/.test(line));
  return isList || text.split(/\s+/).length > longSummary || sentenceCount(text) > mostSentences;
}

function sentenceCount(text: string): number {
  return text.split(/(?<=[.!?…])\s+(?=\P{Ll})/u).length;
}

/**
 * What a summary lacks: not what the upper half of the resume names anyway, behind four sentences only what else stays unseen.
 */
function lacking(
  task: RewriteTask,
  relevance: Relevance,
  text: string,
  supported: readonly Supported[],
): [Supported[], Credentials[]] {
  const count = sentenceCount(text);
  const terms = missingIn(task, text, supported).filter(
    ({ isHidden, isHigh }) => isHidden || (!isHigh && count < mostSentences),
  );
  const credentials = askedCredentials(task, relevance, text);
  return [terms.slice(0, mostTerms), credentials];
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
function additions(terms: readonly Supported[], credentials: readonly Credentials[], before: string): Addition[] {
  const choices = [terms, ...terms.map((left) => terms.filter((one) => one !== left))].filter(isWorth);
  const held = credentials.length > 0 ? [credentials, []] : [[]];
  const all = held.flatMap((more) =>
    [...choices, ...(more.length > 0 ? [[]] : [])].map((named) => added(named, more, before)),
  );
  return all.filter(({ sentences }) => sentences.length > 0);
}

function added(terms: readonly Supported[], credentials: readonly Credentials[], before: string): Addition {
  const sentences = [...sentenceOf(terms, before), ...credentials.map(({ sentence }) => sentence)];
  const isLong = sentenceCount(before) >= fullSentences;
  return {
    sentences:
      isLong && sentences.every((one, at) => at === 0 || one.startsWith("Has ")) ? joined(sentences) : sentences,
    canonicals: [...terms.map(({ canonical }) => canonical), ...credentials.flatMap(({ canonicals }) => canonicals)],
    ids: [...terms.flatMap((one) => one.ids.slice(0, 1)), ...credentials.flatMap(({ ids }) => ids)],
  };
}

/** "Skills include SQL. Has an MBA." → "Skills include SQL; has an MBA." */
function joined(sentences: readonly string[]): string[] {
  const [first, ...others] = sentences.map((one) => one.slice(0, -1));
  const more = others.map((one) => `${one.charAt(0).toLowerCase()}${one.slice(1)}`);
  return first === undefined ? [] : [`${[first, ...more].join("; ")}.`];
}

/** One name more from the list of skills is not worth a sentence. */
function isWorth(terms: readonly Supported[]): boolean {
  return terms.length > 1 || terms.some(({ isDone, isHidden, weight }) => isHidden || (isDone && weight >= mustWeight));
}

function extended(text: string, { sentences }: Addition): string {
  return [text.replace(/[\s,;:]+$/, "").replace(/[^.!?…]$/u, "$&."), ...sentences].join(" ");
}

/** What the work shows and what only the list of skills says are not said in the same words; no text says "experience" twice. */
function sentenceOf(terms: readonly Supported[], before: string): string[] {
  const names = (isDone: boolean): string[] => terms.filter((one) => one.isDone === isDone).map(({ name }) => name);
  const [done, known] = [names(true), names(false)];
  if (done.length === 0 || (done.length === 1 && known.length > 0))
    return terms.length > 0 ? [`Skills include ${listed([...done, ...known])}.`] : [];
  const verb = /\bexperienced?\b/i.test(before) ? "Background includes" : "Experience with";
  return [`${verb} ${listed(done)}${known.length > 0 ? `; further skills include ${listed(known)}` : ""}.`];
}

/** Title and proven years, with the asked fields of the work where they are proven too; then what the posting asks for. */
function newSummaries(task: RewriteTask, relevance: Relevance, supported: readonly Supported[]): Edit[] {
  const title = task.parsed.resume.work?.[0]?.position?.trim() ?? "";
  const fresh = supported.filter(({ name }) => !title.toLowerCase().includes(name.toLowerCase()));
  const asked = fresh.filter(({ weight }) => weight >= 1);
  const sorted = asked.length > 0 ? asked : fresh;
  const terms = sorted.filter(({ isHidden }, at) => at < mostNew || isHidden).slice(0, mostTerms);
  if (!/^\p{L}[\p{L}\s&/,.'’()-]{2,58}$/u.test(title) || (terms.length < 2 && asked.length === 0)) return [];
  const years = provenYears(task);
  const domains = supportedDomains(task, relevance);
  const lead = years >= leastYears ? `${title} with ${years} years of experience` : title;
  const leads = years >= leastYears && domains.length > 0 ? [`${lead} in ${listed(domains)}`, lead] : [lead];
  return additions(terms, askedCredentials(task, relevance, ""), "experience").flatMap((one) =>
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
    .sort((a, b) => worth(b) - worth(a));
}

/** A demanded term is worth a place, and so is one that nobody sees further down. */
function worth(one: Supported): number {
  return one.weight + (one.isHidden ? hiddenWeight : 0);
}

import type { Question } from "../schema/edit.js";
import type { RequirementMatch } from "../schema/match.js";
import type { EditableLine } from "../schema/resume.js";
import type { RewriteTask } from "./engine.js";
import { articled, heldKinds, isNamed, listed, postingNames } from "./offline-names.js";
import type { Relevance } from "./offline-relevance.js";

const mostQuestions = 5;
const mostNamed = 6;
const mostProofs = 2;
const mustWeight = 3;
const longestQuote = 140;
const mostOfText = 0.75;

/** A question for each demand of the posting that the resume does not show, musts first; none is asked twice. */
export function questionsFor(task: RewriteTask): Question[] {
  const questions = openDemands(task).map((one) => ({
    requirement: one.text,
    about: askedTerms(task, one).join("|"),
    question: questionOn(task, one),
  }));
  return questions
    .filter(({ about }, at) => about === "" || questions.findIndex((other) => other.about === about) === at)
    .slice(0, mostQuestions)
    .map(({ requirement, question }) => ({ requirement, question }));
}

/** The demands that are missing or met in part: musts before wishes, missing ones before the others, what no resume shows behind them; not those a confirmed fact answers. */
export function openDemands({ match }: Pick<RewriteTask, "match">): RequirementMatch[] {
  const rank = (one: RequirementMatch): number =>
    (one.kind === "must" ? 0 : 2) + (one.toConfirm ? 1.5 : one.status === "missing" ? 0 : 1);
  const isOpen = ({ status, facts, missingTerms }: RequirementMatch): boolean =>
    status !== "met" && (facts === undefined || missingTerms.length > 0);
  return match.requirements.filter(isOpen).toSorted((a, b) => rank(a) - rank(b));
}

type Asking = Pick<RewriteTask, "lexicon" | "postingSource" | "posting" | "parsed">;

/** What only the person can say about a demand the resume does not show, in the posting's words. */
export function questionOn(task: Asking, one: RequirementMatch): string {
  const terms = askedTerms(task, one);
  const names = namesOf(task, terms);
  const kinds = terms.map((term) => task.lexicon.entries.get(knownAs(task, term))?.kind ?? "");
  return `The posting asks for ${quoted(one.text)}. ${wanted(task, one, terms, names, kinds)}`;
}

function wanted(
  task: Asking,
  one: RequirementMatch,
  terms: readonly string[],
  names: string,
  kinds: readonly string[],
): string {
  const every = (test: (kind: string) => boolean): boolean => kinds.length > 0 && kinds.every(test);
  if (one.toConfirm || (terms.length === 0 && ready.test(one.text))) return confirming(one.text);
  if (every((kind) => kind === "degree"))
    return `Do you have ${articled(names)}? ${/\bschool\b|\bGED\b/i.test(names) ? "Since when?" : "In what, and since when?"}`;
  const papers = terms.map((term) => term.replace(paper, "")).filter((name) => isNamedIn(task, name));
  if (every((kind) => heldKinds.has(kind)) && papers.length > 0)
    return `Your resume names ${listed(papers)}: do you hold the ${paperOf(one.text)}? Since when?`;
  if (every((kind) => heldKinds.has(kind))) return `Do you hold ${articled(names)}? Since when?`;
  if (every((kind) => kind === "human-language")) return `Do you speak ${names}? How well?`;
  if (/\b(?:licen[cs]e|certificate|certification)\b/i.test(one.text)) return "Do you have it? Since when?";
  if (/\b(?:apprenticeship|diploma|degree)\b/i.test(one.text) && !terms.some((term) => isTool(task, term)))
    return "Have you completed it? When, and where?";
  if (/\byears?\b/i.test(one.text) && one.status === "partly")
    return "Which of your jobs count towards it, and what did you do there?";
  return doing(task, one, terms, names, every);
}

const ready = /^(?:must be |be )?(?:able|willing|available|prepared) to /i;
const paper = /\s+(?:certification|certificate|licen[cs]e|card)$/i;

function paperOf(text: string): string {
  return /\b(?:certificate|licen[cs]e|card)\b/i.exec(text)?.[0].toLowerCase() ?? "certification";
}

/** Whether a line of the resume names it, though not as the posting does: ServSafe for a ServSafe certification. */
function isNamedIn({ parsed }: Asking, name: string): boolean {
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`, "iu");
  return Object.values(parsed.ids).some(({ text }) => whole.test(text));
}

/** What no resume shows is asked for what it is: "Can you lift 50 lbs?", "Are you willing to travel?". */
function confirming(text: string): string {
  const plain = text.trim().replace(/[.;,]+$/, "");
  const found =
    /^(?:you )?(?:must |should )?(?:be |are )?(able|ability|willing|willingness|prepared|available|availability) to (.{3,90})$/i.exec(
      plain,
    );
  const [, how = "", what = ""] = found ?? [];
  if (found === null || /[.;:]/.test(what)) return "Can you meet this?";
  return /^abil|^able/i.test(how)
    ? `Can you ${what}?`
    : `Are you ${/^will/i.test(how) ? "willing" : how.toLowerCase().replace("availability", "available")} to ${what}?`;
}

/** A question on what was done, with the names it can be asked by. */
function doing(
  task: Asking,
  one: RequirementMatch,
  terms: readonly string[],
  names: string,
  every: (test: (kind: string) => boolean) => boolean,
): string {
  if (every((kind) => kind !== "soft") && isTrade(task, terms[0] ?? "", one.text))
    return `Have you worked as ${articled(names)}? Where, and for how long?`;
  if (every((kind) => kind === "soft" || kind === "domain" || kind === ""))
    return "Which job or project of yours shows this best, and what did you do there?";
  if (terms.some((term) => isTool(task, term)))
    return `Have you used ${names}? In which job, and what did you do with ${terms.length > 1 || isPlural(names) ? "them" : "it"}?`;
  if (/ \p{Ll}/u.test(names) && names.length >= one.text.trim().length * mostOfText)
    return "Have you done this? In which job, and what did you do?";
  if (terms.length > 0) return `Have you worked with ${names}? In which job, and what did you do?`;
  if (one.status === "partly")
    return "Your resume shows part of it. What else have you done that shows it, and in which job?";
  return "What have you done that shows it, and in which job?";
}

/** "experience as a legal secretary" names who somebody was, not what was worked with. */
function isTrade(task: Asking, term: string, text: string): boolean {
  const name = escaped(namesOf(task, [term]));
  const before = "\\bas an? (?:(?!(?:for|in|of|to|with) )[\\p{L}-]+ ){0,2}";
  return !isTool(task, term) && new RegExp(`${before}${name}`, "iu").test(text);
}

function isPlural(names: string): boolean {
  return /\p{Ll}{2}(?<!s)s$/u.test(names) && / /.test(names);
}

/**
 * The terms a question names, three at most: not what a term of the same demand that the resume has is a kind of (the
 * resume shows FastAPI, the posting asks for FastAPI "or a similar web framework").
 */
function askedTerms(task: Asking, { id, text, missingTerms }: RequirementMatch): string[] {
  const demand = task.posting.requirements.find((one) => one.id === id);
  const all = [...(demand?.terms ?? []), ...(demand?.alternatives.flat() ?? [])];
  const missing = missingTerms.map((term) => knownAs(task, term));
  const shown = all.filter((term) => !missing.includes(knownAs(task, term)));
  const kindsShown = new Set(shown.flatMap((term) => task.lexicon.entries.get(knownAs(task, term))?.parents ?? []));
  const isLoose = (term: string): boolean =>
    shown.length > 0 && new RegExp(`(?:similar|other|related|comparable)\\s+${escaped(term)}`, "i").test(text);
  const asked = missingTerms.filter((term) => !kindsShown.has(knownAs(task, term)) && !isLoose(term));
  const hits = new Set(task.lexicon.find(text).map((hit) => hit.canonical));
  const inText = asked.filter((term) => hits.has(term) || text.includes(term));
  const names = inText.length > 0 ? inText : asked;
  const tools = names.filter((term) => isTool(task, term));
  const proper = tools.filter((term) => /\p{Lu}/u.test(namesOf(task, [term])));
  const trade = names.find((term) => isTrade(task, term, text));
  const best = [proper, tools, trade === undefined ? [] : [trade], names].find((list) => list.length > 0);
  return (best ?? []).slice(0, 3);
}

function knownAs({ lexicon }: Asking, term: string): string {
  return lexicon.canonical(term) ?? term;
}

function isTool(task: Asking, term: string): boolean {
  return isNamed(task.lexicon, knownAs(task, term));
}

/** The capital of a term that stood first in a line of the posting: "Cash flow forecasting". */
const sentenceCase = /^\p{Lu}(?=\p{Ll}+ \p{Ll})/u;

/** The terms as the posting spells them; what the lexicon does not know is the posting's own. */
function namesOf(task: Asking, terms: readonly string[]): string {
  const names = postingNames(task);
  const isLanguage = (term: string): boolean =>
    task.lexicon.entries.get(knownAs(task, term))?.kind === "human-language";
  const spelled = terms.map((term) => {
    if (isLanguage(term)) return knownAs(task, term);
    const name = task.lexicon.entries.has(term) ? names.term(term) : term;
    return isTool(task, term) ? name : name.replace(sentenceCase, (letter) => letter.toLowerCase());
  });
  return listed(spelled, "or");
}

/** What matters most for this posting in this resume, most useful first. */
export function strategyFor(task: RewriteTask, relevance: Relevance): string[] {
  const musts = task.match.requirements.filter((one) => one.kind === "must" && !one.toConfirm);
  const met = musts.filter((one) => one.status === "met");
  const count =
    musts.length === 1
      ? `Your resume ${met.length === 1 ? "shows" : "does not fully show"} the one thing the posting demands.`
      : `Your resume shows ${met.length} of the ${musts.length} things the posting demands.`;
  return [...(musts.length > 0 ? [count] : []), ...stepsFor(task, relevance), ...keepAsIs(task)];
}

/** What to do for this posting with this resume, in the order of use. */
export function stepsFor(task: RewriteTask, relevance: Relevance): string[] {
  const musts = task.match.requirements.filter((one) => one.kind === "must");
  const texts = (test: (one: RequirementMatch) => boolean): string[] =>
    musts
      .filter(test)
      .map(({ text }) => quoted(text))
      .slice(0, 3);
  const partly = texts(({ status }) => status === "partly");
  const missing = texts(({ status, toConfirm }) => status === "missing" && !toConfirm);
  const asked = texts(({ toConfirm }) => toConfirm === true);
  return [
    ...leads(task, relevance),
    ...proofs(task, relevance),
    ...(partly.length > 0
      ? [`Shown only in part: ${partly.join("; ")}. Add what you have done of it, if it is true.`]
      : []),
    ...(missing.length > 0
      ? [`Not shown anywhere: ${missing.join("; ")}. If you have done it, answer the questions; if not, leave it out.`]
      : []),
    ...(asked.length > 0 ? [`Be ready to confirm: ${asked.join("; ")}. A resume need not show it.`] : []),
  ];
}

/** What to name first: the demanded terms that the resume shows, else the others the posting speaks of. */
function leads(task: RewriteTask, relevance: Relevance): string[] {
  const names = postingNames(task);
  const shown = [...new Set(Object.values(task.parsed.ids).flatMap((line) => relevance.terms(line.text)))];
  const sorted = shown.sort((a, b) => relevance.weight(b) - relevance.weight(a));
  const demanded = sorted.filter((term) => relevance.weight(term) >= mustWeight);
  const named = (demanded.length > 0 ? demanded : sorted).slice(0, mostNamed);
  const list = listed(named.map((term) => names.term(term)));
  if (named.length === 0) return [];
  return [
    `Lead with ${list}, which the posting ${demanded.length > 0 ? "demands" : "speaks of"} and your resume shows.`,
  ];
}

/** The lines that prove most of what the posting asks for, with the job they stand in. */
function proofs(task: RewriteTask, relevance: Relevance): string[] {
  const score = ({ text, lines }: EditableLine): number => relevance.of(text, lines) + (/\d/.test(text) ? 1 : 0);
  const best = Object.entries(task.parsed.ids)
    .filter(
      ([id, line]) =>
        /^[wp]\d+\./.test(id) && !/^[^.]{0,30}:/.test(line.text) && relevance.of(line.text, line.lines) > 0,
    )
    .sort(([, a], [, b]) => score(b) - score(a))
    .slice(0, mostProofs);
  if (best.length === 0) return [];
  const quotes = best.map(([id, line]) => `${quoted(line.text)}${placeOf(task, id)}`);
  return [`Your strongest ${best.length > 1 ? "lines" : "line"} for this posting: ${quotes.join("; ")}.`];
}

function placeOf(task: RewriteTask, id: string): string {
  const [, letter = "", number = "0"] = /^([wp])(\d+)\./.exec(id) ?? [];
  const { work, projects } = task.parsed.resume;
  const name = letter === "w" ? work?.[Number(number) - 1]?.name : projects?.[Number(number) - 1]?.name;
  return name === undefined || name === "" ? "" : ` (${name})`;
}

/** Lines that say with a figure what came of the work need no change. */
function keepAsIs(task: RewriteTask): string[] {
  const strong = Object.entries(task.parsed.ids).filter(
    ([id, { text }]) => /^[wp]\d+\.h\d+$/.test(id) && /\d\s?%|[$€£]\s?\d|\bfrom \d.* to \d/.test(text),
  );
  if (strong.length < 2) return [];
  return [
    `Leave the figures of your ${strong.length} lines with results as they are: they say what came of your work.`,
  ];
}

/** A demand or line in quotes, cut where it is long, without the mark it ends with. */
function quoted(text: string): string {
  const line = text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[;,]?\s*(?:and|or)?[;,.:]*$/, "");
  return line.length > longestQuote
    ? `“${line.slice(0, line.lastIndexOf(" ", longestQuote)).replace(/[,;:.]+$/, "")} …”`
    : `“${line}”`;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

import type { Edit } from "../schema/edit.js";
import type { EngineInfo } from "../schema/result.js";
import { entryValue } from "../verify/entry-header.js";
import { wordsOf } from "../verify/tokens.js";
import { verifyEdits } from "../verify/verify.js";
import type { VerifyWords } from "../verify/words.js";
import { plainAdvice } from "./advice-offline.js";
import type { Engine, Proposal, RewriteTask } from "./engine.js";
import { questionsFor, strategyFor } from "./offline-advice.js";
import { type PostingNames, postingNames } from "./offline-names.js";
import { orderGroups, orderHighlights, orderSkills } from "./offline-order.js";
import { type Relevance, relevanceOf } from "./offline-relevance.js";
import { summaryEdits } from "./offline-summary.js";
import { isPast, type Tense } from "./offline-verbs.js";
import { type Rewording, reword } from "./offline-wording.js";
import { noUsage } from "./price.js";

const previewLines = 3;
const self: EngineInfo = { name: "offline", model: null, promptVersion: null };

/**
 * The engine that needs no model: it orders by relevance, says directly what was done, drops filler and builds a summary
 * from facts of the resume. The same input gives the same proposal.
 */
export function offlineEngine(words: VerifyWords): Engine {
  return {
    name: "offline",
    posting: async (_source, understood) => ({ posting: understood, usage: noUsage }),
    propose: async (task) => proposal(task, words),
    advise: async (task) => ({ ...plainAdvice(task), usage: noUsage, engine: self, warnings: [] }),
  };
}

function proposal(task: RewriteTask, words: VerifyWords): Proposal {
  const relevance = relevanceOf(task);
  const lists = texts(task, relevance, words).map((list) => list.filter((edit) => keepsTerms(task, edit, relevance)));
  const edits = firstProven(task, [...lists, ...orders(task, relevance)], words);
  return {
    edits: task.tier === "preview" ? edits.filter((edit) => edit.op === "replace").slice(0, previewLines) : edits,
    strategy: strategyFor(task, relevance),
    questions: questionsFor(task),
    usage: noUsage,
    engine: self,
    warnings: [],
  };
}

/** Each line's new texts, the best first. Wording is touched in English only; every language has its order. */
function texts(task: RewriteTask, relevance: Relevance, words: VerifyWords): Edit[][] {
  const names = task.parsed.language === "en" ? postingNames(task) : null;
  const skills = orderSkills(task, relevance, names).map((edit) => [edit]);
  if (names === null) return skills;
  return [summaryEdits(task, relevance, names, words), ...rewordings(task, relevance, names, words), ...skills];
}

function orders(task: RewriteTask, relevance: Relevance): Edit[][] {
  return [...orderHighlights(task, relevance), ...orderGroups(task, relevance)].map((edit) => [edit]);
}

function rewordings(task: RewriteTask, relevance: Relevance, names: PostingNames, words: VerifyWords): Edit[][] {
  return Object.entries(task.parsed.ids).flatMap(([id, line]) => {
    if (!/^[wvp]\d+\.(?:h\d+|summary)$/.test(id)) return [];
    const tense = tenseOf(task, id, words);
    const better = [reword(line.text, tense, words), reword(line.text, tense, words, true)];
    const plain = { text: line.text, why: "" };
    const versions = [...better, plain].flatMap((one) => (one === null ? [] : [spelled(one, names), one]));
    const edits = versions.map(({ text, why }) => replacement(id, text, relevance.terms(text), why));
    return [edits.filter((edit) => edit.text !== line.text)];
  });
}

/** Whether a new text still names all that the old one names of the posting: "hiring" is a term, "hired" may be none. */
function keepsTerms(task: RewriteTask, { id, text }: Edit, relevance: Relevance): boolean {
  const named = new Set(relevance.terms(text ?? ""));
  return relevance.terms(task.parsed.ids[id]?.text ?? "").every((term) => named.has(term));
}

function replacement(id: string, text: string, keywords: string[], why: string): Edit {
  return { id, op: "replace", text, after: null, evidence: [id], keywords, why };
}

function spelled(one: Rewording, names: PostingNames): Rewording {
  const text = names.respelled(one.text);
  if (text === one.text) return one;
  return { text, why: [...(one.why === "" ? [] : [one.why]), "names it as the posting does"].join("; ") };
}

/** A job that has ended speaks in the past tense, and so does a running one whose other lines all do. */
function tenseOf(task: RewriteTask, id: string, words: VerifyWords): Tense {
  const entry = id.split(".")[0] ?? id;
  const value = entryValue(task.parsed, entry);
  if (value?.endDate !== undefined || value?.startDate === undefined) return "past";
  const others = Object.entries(task.parsed.ids).filter(([other]) => other !== id && other.startsWith(`${entry}.h`));
  const firsts = others.map(([, line]) => wordsOf(line.text)[0]?.lower ?? "");
  const isPresent = (lower: string): boolean => words.pasts.has(lower) && words.pasts.get(lower) !== lower;
  return firsts.some((lower) => isPast(lower, words)) && !firsts.some(isPresent) ? "past" : "present";
}

/** Of each list of alternatives the first that passes verification without a remark; none where none does. */
function firstProven(task: RewriteTask, alternatives: readonly Edit[][], words: VerifyWords): Edit[] {
  const chosen = new Map<readonly Edit[], Edit>();
  const most = Math.max(0, ...alternatives.map((list) => list.length));
  for (let round = 0; round < most; round += 1) {
    const open = alternatives.filter((list) => !chosen.has(list) && list.length > round);
    const edits = open.flatMap((list) => list[round] ?? []);
    verifyEdits(task, edits, words).forEach(({ edit, status }, at) => {
      const list = open[at];
      if (status === "applied" && list !== undefined) chosen.set(list, edit);
    });
  }
  return alternatives.flatMap((list) => chosen.get(list) ?? []);
}

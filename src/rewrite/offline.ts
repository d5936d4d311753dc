import type { Edit } from "../schema/edit.js";
import type { EngineInfo, Usage } from "../schema/result.js";
import { entryValue } from "../verify/entry-header.js";
import { verifyEdits } from "../verify/verify.js";
import type { VerifyWords } from "../verify/words.js";
import { plainAdvice } from "./advice-offline.js";
import type { Engine, Proposal, RewriteTask } from "./engine.js";
import { questionsFor, strategyFor } from "./offline-advice.js";
import { orderHighlights, orderSkills } from "./offline-order.js";
import { type Relevance, relevanceOf } from "./offline-relevance.js";
import { summaryEdit } from "./offline-summary.js";
import { reword, type Tense } from "./offline-wording.js";

const previewLines = 3;
const nothing: Usage = {
  requests: 0,
  inputTokens: 0,
  cachedTokens: 0,
  outputTokens: 0,
  reasoningTokens: 0,
  costUsd: 0,
};

const self: EngineInfo = { name: "offline", model: null, promptVersion: null };

/**
 * The engine that needs no model: it orders by relevance, says directly what was done, drops filler and builds a summary
 * from facts of the resume. The same input gives the same proposal.
 */
export function offlineEngine(words: VerifyWords): Engine {
  return {
    name: "offline",
    posting: async (_source, understood) => ({ posting: understood, usage: nothing }),
    propose: async (task) => proposal(task, words),
    advise: async (task) => ({ ...plainAdvice(task), usage: nothing, engine: self, warnings: [] }),
  };
}

function proposal(task: RewriteTask, words: VerifyWords): Proposal {
  const relevance = relevanceOf(task);
  const edits = proven(task, [...rewritten(task, relevance, words), ...orderHighlights(task, relevance)], words);
  return {
    edits: task.tier === "preview" ? edits.filter((edit) => edit.op === "replace").slice(0, previewLines) : edits,
    strategy: strategyFor(task, relevance),
    questions: questionsFor(task),
    usage: nothing,
    engine: self,
    warnings: [],
  };
}

/** Wording is touched in English only; every language has its order. */
function rewritten(task: RewriteTask, relevance: Relevance, words: VerifyWords): Edit[] {
  const skills = orderSkills(task, relevance);
  if (task.parsed.language !== "en") return skills;
  const summary = summaryEdit(task, relevance);
  return [...(summary === null ? [] : [summary]), ...rewordings(task, relevance, words), ...skills];
}

function rewordings(task: RewriteTask, relevance: Relevance, words: VerifyWords): Edit[] {
  return Object.entries(task.parsed.ids).flatMap(([id, line]) => {
    if (!/^[wvp]\d+\.h\d+$/.test(id)) return [];
    const better = reword(line.text, tenseOf(task, id), words);
    if (better === null || better.text === line.text) return [];
    return [
      {
        id,
        op: "replace" as const,
        text: better.text,
        after: null,
        evidence: [id],
        keywords: relevance.terms(better.text),
        why: better.why,
      },
    ];
  });
}

/** A job that has ended speaks in the past tense, and so does one whose other lines do. */
function tenseOf(task: RewriteTask, id: string): Tense {
  const entry = id.split(".")[0] ?? id;
  if (entryValue(task.parsed, entry)?.endDate !== undefined) return "past";
  const others = Object.entries(task.parsed.ids).filter(([other]) => other !== id && other.startsWith(`${entry}.h`));
  return others.some(([, line]) => /^\p{L}+(?:ed|ew|ilt|ote)\b/u.test(line.text)) ? "past" : "present";
}

/** Only what passes verification without a remark is proposed. */
function proven(task: RewriteTask, edits: readonly Edit[], words: VerifyWords): Edit[] {
  return verifyEdits(task, edits, words).flatMap(({ edit, status }) => (status === "applied" ? [edit] : []));
}

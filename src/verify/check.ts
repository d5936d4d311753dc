import { changesOf } from "../rewrite/changes.js";
import type { RewriteTask } from "../rewrite/engine.js";
import { judgedWithFacts } from "../rewrite/review-facts.js";
import type { CheckResult } from "../schema/check.js";
import type { Edit, Verdict } from "../schema/edit.js";
import type { ParsedResume } from "../schema/resume.js";
import type { SourceDocument } from "../schema/source.js";
import { comparedEdits } from "./compare.js";
import { frozenFindings } from "./frozen.js";
import { bare } from "./pairing.js";
import { verifyEdits } from "./verify.js";
import type { VerifyWords } from "./words.js";

/** A document as it was read and understood. */
export interface ReadDocument {
  source: SourceDocument;
  parsed: ParsedResume;
}

/**
 * What the gate says of a rewritten document, whoever wrote it: every line that the original does not print so is judged like an
 * edit of an engine, each by itself and with the confirmed facts of its job, and everything no rewrite may touch is held against the original.
 */
export function checkDocument(task: RewriteTask, rewritten: ReadDocument, words: VerifyWords): CheckResult {
  const { edits, pairs } = comparedEdits(task, rewritten.parsed, words);
  const judge = (list: readonly Edit[]): Verdict[] => verifyEdits(task, list, words);
  const verdicts = edits.map((edit) => judgedWithFacts(edit, [], { task, judge }));
  const frozen = frozenFindings(task, rewritten.parsed, pairs);
  const lines = rewritten.source.lines;
  const lineOf = (text: string | null): number | null =>
    lines.find((line) => bare(line.text).includes(bare(text ?? "")))?.n ?? null;
  const findings = [
    ...verdicts.flatMap(({ edit, findings }) =>
      findings.map((one) => ({ ...one, id: edit.id, line: lineOf(edit.text), text: edit.text ?? "" })),
    ),
    ...frozen.map((one) => ({ ...one, id: null, text: lines.find(({ n }) => n === one.line)?.text ?? one.token })),
  ];
  return {
    schema: "resumelaw/verify@1",
    ok: findings.every(({ severity }) => severity !== "block"),
    changes: changesOf(task, verdicts),
    findings,
    dropped: droppedLines(
      task.parsed,
      rewritten,
      edits.map(({ id }) => id),
    ),
    warnings: [...task.source.warnings, ...rewritten.source.warnings],
  };
}

/** Lines of the original that the rewritten document neither prints nor words anew. */
function droppedLines(
  { ids }: ParsedResume,
  { source }: ReadDocument,
  changed: readonly string[],
): CheckResult["dropped"] {
  const printed = bare(source.lines.map(({ text }) => text).join("\n"));
  return Object.entries(ids).flatMap(([id, { text }]) =>
    text === "" || changed.includes(id) || printed.includes(bare(text)) ? [] : [{ id, text }],
  );
}

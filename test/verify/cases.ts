import type { RewriteTask } from "../../src/rewrite/engine.js";
import type { Edit } from "../../src/schema/edit.js";
import type { Lexicon } from "../../src/schema/lexicon.js";
import { verifyEdits } from "../../src/verify/verify.js";
import type { VerifyWords } from "../../src/verify/words.js";
import { data } from "../doubles.js";
import { replaced, taskOf } from "./task.js";

/** A hand-made change of a fictional resume and what its verdict must be. */
export interface Case {
  profession: string;
  expect: "hold" | "pass";
  kind: string;
  edit: Edit;
}

/** All cases of test/verify/cases with the task of each profession. */
export interface Cases {
  cases: Case[];
  tasks: ReadonlyMap<string, RewriteTask>;
}

const folder = "test/verify/cases";

const cellsOf = (text: string): string[][] =>
  text
    .split("\n")
    .filter((row) => row !== "" && !row.startsWith("# "))
    .map((row) => row.split("\t"));

/** Reads every case file and the resume beside it. */
export async function loadCases(lexicon: Lexicon): Promise<Cases> {
  const professions = (await data.list(folder))
    .filter((path) => path.endsWith(".resume.tsv"))
    .map((path) => path.slice(folder.length + 1, -".resume.tsv".length));
  const tasks = await Promise.all(
    professions.map(
      async (name) => [name, taskOf(cellsOf(await data.text(`${folder}/${name}.resume.tsv`)), lexicon)] as const,
    ),
  );
  return { cases: (await Promise.all(professions.map(casesOf))).flat(), tasks: new Map(tasks) };
}

async function casesOf(profession: string): Promise<Case[]> {
  const rows = cellsOf(await data.text(`${folder}/${profession}.cases.tsv`)).slice(1);
  return rows.map(([expected = "", kind = "", id = "", cited = "", text = ""]) => {
    const evidence = cited === "-" ? [id] : cited.split(" ");
    const plain = text.replace(/\\u([0-9a-f]{4})/g, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    );
    return { profession, expect: expected === "hold" ? "hold" : "pass", kind, edit: replaced(id, plain, evidence) };
  });
}

/** Whether a case's change is held back, and by which rules. */
export function statusOf(
  { profession, edit }: Case,
  tasks: Cases["tasks"],
  words: VerifyWords,
): { held: boolean; rules: string } {
  const task = tasks.get(profession);
  if (task === undefined) throw new Error(`no resume for ${profession}`);
  const [verdict] = verifyEdits(task, [edit], words);
  return {
    held: verdict?.status === "held-back",
    rules: (verdict?.findings ?? []).map((finding) => `${finding.rule}(${finding.token})`).join(" "),
  };
}

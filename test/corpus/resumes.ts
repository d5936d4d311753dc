import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readResume } from "../../src/read/document.js";
import type { ParsedResume } from "../../src/schema/resume.js";
import type { SourceDocument } from "../../src/schema/source.js";
import { understandResume } from "../../src/understand/resume.js";
import { corpus, hasCorpus } from "../doubles.js";
import { words } from "../understand/resume-words.js";
import type { ResumeTruth } from "./resume-truth.js";

/** A resume of the corpus as it was read and understood. */
export interface Understood {
  /** Its path in the folder of resumes: pdf/name.pdf. */
  file: string;
  document: SourceDocument;
  parsed: ParsedResume;
}

/** The kinds of resume the corpus has, each a folder. */
const kinds = ["docx", "json", "markdown", "pdf", "txt"];

/** The resumes of the corpus, each as kind/name; empty where there is no corpus. */
export const resumeFiles: readonly string[] = hasCorpus
  ? kinds.flatMap((kind) =>
      readdirSync(join(corpus, "resumes", kind))
        .filter((name) => !name.endsWith(".expected.json"))
        .map((name) => `${kind}/${name}`),
    )
  : [];

/** A resume of the corpus, read and understood. */
export async function understood(file: string): Promise<Understood> {
  const document = { ...(await readResume(readFileSync(join(corpus, "resumes", file)), file)), sha256: "" };
  return { file, document, parsed: understandResume(document, words) };
}

/** The truth that lies beside a resume of the corpus, null where none does. */
export function truthBeside(file: string): ResumeTruth | null {
  const path = join(corpus, "resumes", file.replace(/\.[^.]+$/, ".expected.json"));
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as ResumeTruth) : null;
}

import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Data } from "../src/ports.js";
import type { SourceLine } from "../src/schema/source.js";

/** The project's root folder. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** The folder of real resumes and postings, beside the project or where RESUMELAW_CORPUS says. */
export const corpus = process.env.RESUMELAW_CORPUS ?? join(root, "..", "shared", "corpus");

/** Whether that folder is there; a fresh clone has none, and tests that read it are skipped there. */
export const hasCorpus = existsSync(corpus);

/** The shipped data files, read plainly. */
export const data: Data = {
  text: (path) => readFile(join(root, path), "utf8"),
  async list(folder) {
    const found = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
    return found
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)))
      .sort();
  },
};

/** A source line of plain text; every field can be overridden. */
export function line(n: number, text: string, fields: Partial<SourceLine> = {}): SourceLine {
  return {
    n,
    text,
    page: null,
    style: "body",
    level: 0,
    bold: false,
    italic: false,
    boldLead: "",
    size: null,
    x: null,
    y: null,
    gap: 0,
    region: "body",
    links: [],
    ref: { in: "text", from: n, to: n },
    ...fields,
  };
}

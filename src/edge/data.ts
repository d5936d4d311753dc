import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { isAbsolute, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { UserError } from "../errors.js";
import type { Data } from "../ports.js";

/** The package's root folder, the same from src/edge and from dist/edge. */
export const packageRoot = fileURLToPath(new URL("../..", import.meta.url));

/** The path of a bundled sample: samplePath("resume.docx"). */
export function samplePath(name: string): string {
  return join(packageRoot, "templates", "sample", name);
}

/** The data files of the package; a file of the same path under `overrideFolder` comes first, and its own files are listed too. */
export function dataEdge(overrideFolder?: string): Data {
  const folders = overrideFolder === undefined ? [packageRoot] : [overrideFolder, packageRoot];
  return {
    async text(path) {
      for (const folder of folders) {
        const text = textOf(inside(folder, path));
        if (text !== null) return text;
      }
      throw new UserError("input", `The data file ${path} is missing.`, missingHint(path, overrideFolder));
    },
    async list(folder) {
      const found = await Promise.all(folders.map((base) => filesUnder(base, folder)));
      const paths = [...new Set(found.flatMap((files) => files ?? []))].sort();
      if (found.every((files) => files === null)) {
        throw new UserError("input", `The data folder ${folder} is missing.`, missingHint(folder, overrideFolder));
      }
      return paths;
    },
  };
}

/** A file's text, null where there is none. Why at once and not awaited: the thirty small word lists take 2 ms so, and 15 ms otherwise. */
function textOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    return absent(cause);
  }
}

async function filesUnder(base: string, folder: string): Promise<string[] | null> {
  const entries = await readdir(inside(base, folder), { recursive: true, withFileTypes: true }).catch(absent);
  return (
    entries
      ?.filter((entry) => entry.isFile() && !entry.name.startsWith("."))
      .map((entry) => relative(base, join(entry.parentPath, entry.name)).split(sep).join("/")) ?? null
  );
}

/** A data path never leaves its folder, whatever a setting or a prompt's name says. */
function inside(folder: string, path: string): string {
  const full = join(folder, path);
  const steps = relative(folder, full);
  if (isAbsolute(path) || steps.startsWith("..") || isAbsolute(steps)) {
    throw new UserError("usage", `${path} lies outside the data folder.`, "Give a path below it.");
  }
  return full;
}

function absent(cause: unknown): null {
  const code = (cause as NodeJS.ErrnoException).code;
  if (code === "ENOENT" || code === "ENOTDIR") return null;
  throw new UserError(
    "input",
    `A data file cannot be read: ${(cause as Error).message}`,
    "Check the rights of that file.",
    cause,
  );
}

function missingHint(path: string, overrideFolder: string | undefined): string {
  const own = overrideFolder === undefined ? "" : ` Looked in ${overrideFolder} too.`;
  return `Install resumelaw again if ${path} belongs to it.${own}`;
}

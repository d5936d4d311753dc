import { createHash } from "node:crypto";
import { mkdir, open, readFile, unlink } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { UserError } from "../errors.js";
import type { Fact } from "../schema/edit.js";
import type { FactsFile } from "../schema/facts.js";
import type { ParsedResume, Resume } from "../schema/resume.js";
import type { Warning } from "../schema/source.js";
import { fold } from "../understand/fold.js";
import { readInput } from "./read-file.js";
import { isThere, writeWhole } from "./write-file.js";

/** How long one change waits for another to end, and how often it looks. */
const patienceMs = 5000;
const lookMs = 25;

/** Path of the facts file in the home folder. */
export function factsPath(home: string): string {
  return join(home, "facts.json");
}

/** Facts kept by nobody yet. */
export const noFacts: FactsFile = { schema: "resumelaw/facts@1", last: 0, facts: [] };

/** The confirmed facts of a home folder; none where there is no file. A file that cannot be used is a UserError "settings". */
export async function readFacts(home: string): Promise<FactsFile> {
  const path = factsPath(home);
  try {
    if (!(await isThere(path))) return noFacts;
    const [{ bytes }, { parseFacts }] = await Promise.all([readInput(path), import("../rewrite/facts.js")]);
    return parseFacts(new TextDecoder("utf-8", { fatal: true }).decode(bytes), path);
  } catch (cause) {
    if (cause instanceof UserError && cause.kind === "settings") throw cause;
    const why = cause instanceof UserError ? cause.message : "It is not text in UTF-8.";
    throw new UserError(
      "settings",
      `The facts file ${path} cannot be read. ${why}`,
      "Nothing was changed in it. Mend it by hand, or move it away.",
      cause,
    );
  }
}

/**
 * What the kept facts come to for a resume: those that count for it, and warnings about those whose job it does not have.
 *
 * Why the imports are late: nearly all runs have no facts, and checking them takes zod, which takes 50 ms to load.
 */
export async function loadFacts(
  home: string,
): Promise<(parsed: ParsedResume) => { facts: Fact[]; warnings: Warning[] }> {
  const kept = await readFacts(home);
  if (kept.facts.length === 0) return () => ({ facts: [], warnings: [] });
  const { factsFor, lostWarnings } = await import("../rewrite/facts.js");
  return (parsed) => {
    const { facts, lost } = factsFor(kept.facts, ownerOf(parsed.resume), parsed);
    return { facts, warnings: lostWarnings(lost) };
  };
}

/** Reads the facts, changes them and writes them whole, readable by their owner alone; of two at once the second waits. */
export async function changeFacts<T extends { file: FactsFile }>(
  home: string,
  change: (file: FactsFile) => T,
): Promise<T> {
  await mkdir(home, { recursive: true, mode: 0o700 }).catch((cause: NodeJS.ErrnoException) => {
    throw unwritable(home, cause);
  });
  const release = await lock(`${factsPath(home)}.lock`, home);
  try {
    const changed = change(await readFacts(home));
    await writeWhole(factsPath(home), `${JSON.stringify(changed.file, null, 2)}\n`, { force: true, mode: 0o600 }).catch(
      (cause: unknown) => {
        throw unwritable(home, cause);
      },
    );
    return changed;
  } finally {
    await release();
  }
}

/** Who a resume is about, as a hash, so that the facts file names nobody; null where the resume does not say. */
export function ownerOf({ basics }: Resume): string | null {
  const [name, email] = [fold(basics?.name ?? ""), fold(basics?.email ?? "")];
  if (name === "" && email === "") return null;
  return createHash("sha256").update(`${name}\n${email}`).digest("hex").slice(0, 32);
}

/** Takes the lock, also from a process that is no more; a UserError "settings" where another holds it too long. */
async function lock(path: string, home: string): Promise<() => Promise<void>> {
  const mark = `${process.pid} ${Math.random().toString(36).slice(2)}`;
  for (let waited = 0; waited <= patienceMs; waited += lookMs) {
    try {
      const handle = await open(path, "wx", 0o600);
      await handle.writeFile(mark);
      await handle.close();
      return async () => {
        if ((await holder(path)) === mark) await unlink(path).catch(() => undefined);
      };
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw unwritable(home, cause);
    }
    const held = await holder(path);
    if (held !== "" && !isAlive(Number.parseInt(held, 10)) && (await holder(path)) === held)
      await unlink(path).catch(() => undefined);
    await pause(lookMs);
  }
  throw new UserError(
    "settings",
    `Another run is changing the facts, or one has left its lock: ${path}`,
    "Wait for the other run; if there is none, remove that file.",
  );
}

const holder = (path: string): Promise<string> => readFile(path, "utf8").catch(() => "");

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === "EPERM";
  }
}

function unwritable(home: string, cause: unknown): UserError {
  if (cause instanceof UserError && cause.kind === "settings") return cause;
  const why = cause instanceof UserError ? cause.message : ((cause as NodeJS.ErrnoException).code ?? "unknown reason");
  return new UserError(
    "settings",
    `The facts could not be kept in ${home} (${why}).`,
    "Check its rights and space, or point RESUMELAW_HOME to a folder of your own.",
    cause,
  );
}

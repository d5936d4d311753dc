import { unlinkSync } from "node:fs";
import { constants, link, lstat, mkdir, open, readdir, rename, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { UserError } from "../errors.js";

/** How a file is written; `force` replaces one that is there, `mode` is its rights (0o644 less the umask). */
export interface WriteOptions {
  force?: boolean;
  mode?: number;
}

/** Temporary files that are being written, taken away where the process is ended in the middle. */
const unfinished = new Set<string>();
let watching = false;
let counter = 0;

/**
 * Writes a file so that it is there whole or not at all; UserError "usage" where one is there and `force` is not given.
 *
 * All bytes go to a temporary file in the same folder, are checked and brought to the disk, and only then take the name:
 * by `link`, which fails where the name is taken, or by `rename`, which replaces a link instead of following it.
 */
export async function writeWhole(
  path: string,
  content: Uint8Array | string,
  options: WriteOptions = {},
): Promise<void> {
  const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
  const folder = dirname(path);
  const temporary = join(folder, temporaryName(basename(path)));
  watch(temporary);
  try {
    await mkdir(folder, { recursive: true });
    await refuseUnlessForced(path, options.force === true);
    await sweep(folder);
    await writeAll(temporary, bytes, options.mode ?? 0o644);
    await publish(temporary, path, options.force === true);
    await syncFolder(folder);
  } catch (cause) {
    throw cause instanceof UserError ? cause : cannotWrite(path, cause);
  } finally {
    await unlink(temporary).catch(ignoreMissing);
    unfinished.delete(temporary);
  }
}

/** Whether something stands at the path, a dangling link too. */
export async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    (cause: NodeJS.ErrnoException) => {
      if (cause.code === "ENOENT" || cause.code === "ENOTDIR") return false;
      throw cannotWrite(path, cause);
    },
  );
}

async function refuseUnlessForced(path: string, force: boolean): Promise<void> {
  const stats = await lstat(path).catch(ignoreMissing);
  if (stats === undefined) return;
  if (stats.isDirectory())
    throw new UserError(
      "usage",
      `${path} is a folder, so no file of that name can be written.`,
      "Choose another name with --out.",
    );
  if (!force) throw taken(path);
}

async function writeAll(temporary: string, bytes: Uint8Array, mode: number): Promise<void> {
  const handle = await open(temporary, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, mode);
  try {
    for (let written = 0; written < bytes.length; ) {
      const { bytesWritten } = await handle.write(bytes, written, bytes.length - written);
      if (bytesWritten === 0) throw new Error("no more bytes were taken, the disk is probably full");
      written += bytesWritten;
    }
    await handle.sync();
    const { size } = await handle.stat();
    if (size !== bytes.length)
      throw new Error(`only ${size} of ${bytes.length} bytes arrived, the disk is probably full`);
  } finally {
    await handle.close();
  }
}

/** Gives the finished file its name; where the file system has no links, `rename` after one more look. */
async function publish(temporary: string, path: string, force: boolean): Promise<void> {
  if (force) return rename(temporary, path);
  try {
    await link(temporary, path);
  } catch (cause) {
    const { code = "" } = cause as NodeJS.ErrnoException;
    if (code === "EEXIST") throw taken(path);
    if (!["EPERM", "ENOSYS", "ENOTSUP", "EOPNOTSUPP", "EXDEV", "EMLINK", "EINVAL"].includes(code)) throw cause;
    if (await isThere(path)) throw taken(path);
    await rename(temporary, path);
  }
}

/** Brings the new name to the disk; some systems cannot open folders, and the file itself is safe already. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY).catch(() => null);
  if (handle === null) return;
  try {
    await handle.sync();
  } catch (cause) {
    const { code = "" } = cause as NodeJS.ErrnoException;
    if (!["EINVAL", "EPERM", "EISDIR", "ENOTSUP", "EBADF"].includes(code)) throw cause;
  } finally {
    await handle.close();
  }
}

function temporaryName(name: string): string {
  counter += 1;
  return `.${name.slice(0, 60)}.${process.pid}-${counter}-${Math.random().toString(36).slice(2, 8)}.resumelaw-tmp`;
}

/** Takes away what processes that are no more have left half written in a folder. */
async function sweep(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const pid = /^\..*\.(\d+)-\d+-[a-z0-9]+\.resumelaw-tmp$/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) await unlink(join(folder, name)).catch(ignoreMissing);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === "EPERM";
  }
}

function watch(temporary: string): void {
  unfinished.add(temporary);
  if (watching) return;
  watching = true;
  process.on("exit", () => {
    for (const path of unfinished) {
      try {
        unlinkSync(path);
      } catch {
        // The process is ending; the next write into that folder sweeps what is left.
      }
    }
  });
}

function ignoreMissing(cause: NodeJS.ErrnoException): undefined {
  if (cause.code !== "ENOENT" && cause.code !== "ENOTDIR") throw cause;
}

function taken(path: string): UserError {
  return new UserError("usage", `${path} is there already.`, "Use --force to replace it, or --out to write elsewhere.");
}

function cannotWrite(path: string, cause: unknown): UserError {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG") {
    return new UserError(
      "input",
      `${path} could not be written: the disk is full.`,
      "Free some space, or write elsewhere with --out. Nothing half-written was left.",
      cause,
    );
  }
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return new UserError("input", `You have no right to write ${path}.`, "Choose another folder with --out.", cause);
  }
  if (code === "ENOTDIR" || code === "EEXIST") {
    return new UserError(
      "usage",
      `${path} cannot be written, since part of its path is a file.`,
      "Choose another folder with --out.",
      cause,
    );
  }
  if (code === "ENAMETOOLONG")
    return new UserError("usage", `The name ${path} is too long.`, "Choose a shorter one with --out.", cause);
  return new UserError(
    "input",
    `${path} could not be written: ${message}`,
    "Write elsewhere with --out. Nothing half-written was left.",
    cause,
  );
}

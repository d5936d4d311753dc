import { constants, type Stats } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { UserError } from "../errors.js";
import type { NamedBytes } from "../ports.js";

/** Most bytes that are read of a file, a page or standard input. */
export const inputLimit = 10 * 1024 * 1024;

/**
 * The bytes of a file or of "-", standard input; UserError "input" where there are none, too many, or no file.
 *
 * Why non-blocking: opening a named pipe waits for ever for its other end.
 */
export async function readInput(path: string): Promise<NamedBytes> {
  if (path === "-") return { name: path, bytes: await readStandardInput(process.stdin) };
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch((cause: unknown) => {
    throw cannotOpen(path, cause);
  });
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) throw notAFile(path, stats);
    const bytes = await readUpTo(handle, path, stats.size);
    if (bytes.length === 0) throw empty(path);
    return { name: path, bytes };
  } finally {
    await handle.close();
  }
}

/** All bytes of a stream up to the limit; a terminal is refused, since nobody would know that input is awaited. */
export async function readStandardInput(stream: NodeJS.ReadableStream & { isTTY?: boolean }): Promise<Uint8Array> {
  if (stream.isTTY) {
    throw new UserError(
      "input",
      "Standard input is a terminal, so there is nothing to read from it.",
      'Give a file, or pipe the text in: "… | resumelaw … -".',
    );
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > inputLimit) throw tooLarge("Standard input");
    chunks.push(bytes);
  }
  if (size === 0) throw empty("Standard input");
  return Buffer.concat(chunks);
}

/** Files under /proc say that they are empty and are not, and a file may grow while it is read, so the size is only a hint. */
async function readUpTo(handle: FileHandle, path: string, size: number): Promise<Uint8Array> {
  if (size > inputLimit) throw tooLarge(path);
  let buffer = Buffer.alloc(Math.max(size, 1024) + 1);
  let filled = 0;
  for (;;) {
    const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, null).catch((cause: unknown) => {
      throw cannotOpen(path, cause);
    });
    if (bytesRead === 0) return buffer.subarray(0, filled);
    filled += bytesRead;
    if (filled > inputLimit) throw tooLarge(path);
    if (filled === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 2);
  }
}

function cannotOpen(path: string, cause: unknown): UserError {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === "ENOENT")
    return new UserError(
      "input",
      `There is no file ${path}.`,
      "Check the path for a typing error; paths are taken from the current folder.",
      cause,
    );
  if (code === "EISDIR") return new UserError("input", `${path} is a folder.`, "Give one file in it.", cause);
  if (code === "EACCES" || code === "EPERM")
    return new UserError(
      "input",
      `You have no right to read ${path}.`,
      "Change its rights, or copy it to a folder of yours.",
      cause,
    );
  if (code === "ENXIO" || code === "ENODEV")
    return new UserError("input", `${path} is not a regular file.`, "Give a file, or - for standard input.", cause);
  return new UserError(
    "input",
    `${path} cannot be read: ${message}`,
    "Check the path and the disk, or copy the file elsewhere.",
    cause,
  );
}

function notAFile(path: string, stats: Stats): UserError {
  if (stats.isDirectory()) return new UserError("input", `${path} is a folder.`, "Give one file in it.");
  const what = stats.isFIFO() ? "a named pipe" : stats.isSocket() ? "a socket" : "a device";
  return new UserError("input", `${path} is ${what}, not a file.`, "Give a file, or - for standard input.");
}

function tooLarge(what: string): UserError {
  return new UserError(
    "input",
    `${what} holds more than ${inputLimit / 1024 / 1024} MB, far more than a resume or a job posting has.`,
    "Check that it is the right file, or save it without its pictures.",
  );
}

function empty(what: string): UserError {
  return new UserError("input", `${what} is empty.`, "Check that it was saved, and that it is the right file.");
}

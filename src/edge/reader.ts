import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { UserError } from "../errors.js";
import type { NamedBytes, Reader } from "../ports.js";
import type { ReadDocument } from "../read/lines.js";
import type { SourceDocument } from "../schema/source.js";
import type { ReadReply, ReadRequest } from "./reader-worker.js";

/** A reader whose worker can be started before there is something to read, and ended after. */
export interface ContainedReader extends Reader {
  warm(): void;
  close(): Promise<void>;
}

/** What one reading may use. */
export interface ReadLimits {
  ms: number;
  /** Memory of the whole process above what it has when the reading begins, in MB. */
  extraMb: number;
}

/** Measured: an honest ten-page PDF takes about 0.3 s and 90 MB. */
const usualLimits: ReadLimits = { ms: 10_000, extraMb: 352 };
/** Limits of V8 itself; they do not count buffers, so the process's memory is watched as well. */
const heapLimits = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };
const watchEveryMs = 20;
/** Compiled next to this file; from the sources (tests) the built one is taken, as a worker cannot load TypeScript. */
const workerFile = new URL(
  import.meta.url.endsWith(".ts") ? "../../dist/edge/reader-worker.js" : "./reader-worker.js",
  import.meta.url,
);

/**
 * Reads documents in a worker thread that is ended when it takes too long or too much memory.
 *
 * Why a thread: parsers run without a pause, so no timer of the same thread can stop them. Files wait for each other, so that
 * memory can be laid at the right one's door; two files in one worker are also faster than two workers.
 */
export function readerEdge(limits: ReadLimits = usualLimits): ContainedReader {
  let worker: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const started = () => {
    worker ??= startWorker(() => {
      worker = null;
    });
    return worker;
  };
  const read = (what: ReadRequest["what"], file: NamedBytes, signal?: AbortSignal): Promise<SourceDocument> => {
    const turn = last.then(() => readOnce(started, { what, ...file }, limits, signal));
    last = turn.catch(() => undefined);
    return Promise.all([turn, sha256Of(file.bytes)]).then(([document, sha256]) => ({ ...document, sha256 }));
  };
  return {
    resume: (file, signal) => read("resume", file, signal),
    posting: (file, signal) => read("posting", file, signal),
    warm: () => void started(),
    close: async () => {
      await worker?.terminate();
    },
  };
}

/** The hash is made, and its module loaded, while the worker starts and reads. */
async function sha256Of(bytes: Uint8Array): Promise<string> {
  const { createHash } = await import("node:crypto");
  return createHash("sha256").update(bytes).digest("hex");
}

/** A reader whose worker starts at once, beside what the caller does next. */
export function startReader(): ContainedReader {
  const reader = readerEdge();
  reader.warm();
  return reader;
}

/**
 * A worker without the environment (it holds keys) and without a way to print: libraries write warnings to stdout.
 * Its streams must not be read here: reading them would keep the process alive.
 */
function startWorker(onExit: () => void): Worker {
  const worker = new Worker(fileURLToPath(workerFile), {
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: heapLimits,
  });
  worker.on("exit", onExit);
  worker.on("error", onExit);
  worker.unref();
  return worker;
}

async function readOnce(
  start: () => Worker,
  request: ReadRequest,
  limits: ReadLimits,
  signal?: AbortSignal,
): Promise<ReadDocument> {
  signal?.throwIfAborted();
  const worker = start();
  worker.ref();
  try {
    const reply = await replyOf(worker, request, limits, signal);
    if (reply.ok) return reply.document;
    if ("user" in reply) throw new UserError(reply.user.kind, reply.user.message, reply.user.hint);
    throw fault(request.name, reply.fault);
  } finally {
    worker.unref();
  }
}

/** The worker's reply; a UserError once a limit is passed or the signal comes, with the worker ended before. */
function replyOf(worker: Worker, request: ReadRequest, limits: ReadLimits, signal?: AbortSignal): Promise<ReadReply> {
  const { promise, resolve, reject } = withResolvers<ReadReply>();
  const ceiling = process.memoryUsage.rss() + limits.extraMb * 1024 * 1024;
  const stop = (failure: unknown) => {
    release();
    worker.terminate().then(
      () => reject(failure),
      () => reject(failure),
    );
  };
  const onMessage = (reply: ReadReply) => {
    release();
    resolve(reply);
  };
  const onError = (cause: NodeJS.ErrnoException) => {
    release();
    reject(cause.code === "ERR_WORKER_OUT_OF_MEMORY" ? tooMuchMemory(request.name) : fault(request.name, cause));
  };
  const onExit = () => onError(new Error("the reading thread ended"));
  const onAbort = () => stop(signal?.reason);
  const timer = setTimeout(() => stop(tooSlow(request.name, limits.ms)), limits.ms);
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() > ceiling) stop(tooMuchMemory(request.name));
  }, watchEveryMs);
  function release(): void {
    clearTimeout(timer);
    clearInterval(watch);
    signal?.removeEventListener("abort", onAbort);
    worker.off("message", onMessage).off("error", onError).off("exit", onExit);
  }
  worker.on("message", onMessage).on("error", onError).on("exit", onExit);
  signal?.addEventListener("abort", onAbort, { once: true });
  worker.postMessage(request);
  return promise;
}

/** Promise.withResolvers, which Node 20 lacks. */
function withResolvers<T>(): { promise: Promise<T>; resolve: (value: T) => void; reject: (cause: unknown) => void } {
  let resolve: (value: T) => void = () => undefined;
  let reject: (cause: unknown) => void = () => undefined;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

function tooSlow(name: string, ms: number): UserError {
  return new UserError(
    "input",
    `${name} took longer than ${ms / 1000} s to read, so reading was stopped.`,
    simplerFile,
  );
}

function tooMuchMemory(name: string): UserError {
  return new UserError(
    "input",
    `${name} needs more memory to read than any honest document, so reading was stopped.`,
    simplerFile,
  );
}

const simplerFile =
  "Save it again from the program it was made with, or copy its text into a plain text file and give that.";

/** A parser that fails says that the file is damaged; its own words are kept as the cause. */
function fault(
  name: string,
  { name: kind, message, stack }: { name: string; message: string; stack?: string | undefined },
): UserError {
  const cause = Object.assign(new Error(message), { name: kind, stack });
  const deep = kind === "RangeError" && /call stack/i.test(message);
  const what = deep ? "is nested too deeply to be read" : `could not be read: ${message}`;
  return new UserError("input", `${name} ${what}.`, `The file seems damaged. ${simplerFile}`, cause);
}

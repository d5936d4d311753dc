import { parentPort } from "node:worker_threads";
import { UserError } from "../errors.js";
import { readPosting, readResume } from "../read/document.js";
import type { ReadDocument } from "../read/lines.js";
import { nodeUnpack } from "./unpack.js";

/** A file to read, as the main thread sends it. */
export interface ReadRequest {
  what: "resume" | "posting";
  name: string;
  bytes: Uint8Array;
}

/** What became of a request: the lines, a failure the user can act on, or a fault inside a parser. */
export type ReadReply =
  | { ok: true; document: ReadDocument }
  | { ok: false; user: { kind: UserError["kind"]; message: string; hint: string } }
  | { ok: false; fault: { name: string; message: string; stack: string } };

/** What libraries print is dropped here, so that it does not pile up unread. */
for (const stream of [process.stdout, process.stderr]) stream.write = () => true;

/**
 * PDF.js asks for node's module loader only to load a native canvas package, which takes longer than reading a page and
 * would put native code into the thread that opens strangers' files. Reading draws nothing (see read/pdf-load.ts), and
 * without the loader PDF.js goes on as it does where the package is not installed.
 */
const builtin = process.getBuiltinModule;
process.getBuiltinModule = ((name: string) =>
  name === "module" ? undefined : builtin(name)) as typeof process.getBuiltinModule;

parentPort?.on("message", async (request: ReadRequest) => {
  parentPort?.postMessage(await answer(request));
});

async function answer({ what, name, bytes }: ReadRequest): Promise<ReadReply> {
  try {
    const read = what === "resume" ? readResume : readPosting;
    return { ok: true, document: await read(bytes, name, nodeUnpack) };
  } catch (cause) {
    if (cause instanceof UserError) {
      return { ok: false, user: { kind: cause.kind, message: cause.message, hint: cause.hint } };
    }
    const { name: kind, message, stack = "" } = cause instanceof Error ? cause : new Error(String(cause));
    return { ok: false, fault: { name: kind, message, stack } };
  }
}

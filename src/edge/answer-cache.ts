import { createHash } from "node:crypto";
import { chmod, mkdir, readdir, stat, unlink } from "node:fs/promises";
import { join } from "node:path";
import type { Files, Model, ModelAnswer, ModelRequest } from "../ports.js";
import { noUsage } from "../rewrite/price.js";

/** Where answers are kept. */
export interface AnswerCacheOptions {
  files: Files;
  /** The folder of the cache, made for the user alone. */
  folder: string;
  /** The server's address, for the same model name may mean different models. */
  host: string;
  /** Hears why an answer could not be kept; the run goes on. */
  warn: (message: string) => void;
  /** The most answers that are kept; default 500. */
  keep?: number;
}

/** A model whose answers are kept on disk by the content of the request: the same question twice costs nothing. */
export function cachedModel(model: Model, options: AnswerCacheOptions): Model {
  return {
    name: model.name,
    parallel: model.parallel,
    async ask<T>(request: ModelRequest<T>, ...rest: [Parameters<Model["ask"]>[1], AbortSignal]) {
      const path = join(options.folder, `${await keyOf(model.name, options.host, request)}.json`);
      const kept = await readKept(options.files, path, request);
      if (kept) return kept;
      const answer = await model.ask(request, ...rest);
      await keep(options, path, answer);
      return answer;
    },
  };
}

async function keyOf(model: string, host: string, request: ModelRequest<unknown>): Promise<string> {
  const { z } = await import("zod");
  const plain = (text: string): string => (request.fence === "" ? text : text.split(request.fence).join("fence"));
  const { schemaName, effort } = request;
  const content = [
    host,
    model,
    schemaName,
    z.toJSONSchema(request.schema),
    plain(request.system),
    plain(request.user),
    effort,
  ];
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}

/** A kept answer; null where there is none, or where it is broken or of an older shape. */
async function readKept<T>(files: Files, path: string, request: ModelRequest<T>): Promise<ModelAnswer<T> | null> {
  if (!(await files.exists(path))) return null;
  let kept: { model?: unknown; value?: unknown };
  try {
    const { bytes } = await files.read(path);
    kept = JSON.parse(new TextDecoder().decode(bytes)) ?? {};
  } catch {
    return null;
  }
  const value = request.schema.safeParse(kept.value);
  if (!value.success || typeof kept.model !== "string") return null;
  return { value: value.data, usage: noUsage, model: kept.model, cached: true };
}

async function keep(options: AnswerCacheOptions, path: string, answer: ModelAnswer<unknown>): Promise<void> {
  const { files, folder, warn } = options;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chmod(folder, 0o700);
    const content = JSON.stringify({ model: answer.model, value: answer.value });
    await files.write(path, content, { force: true, mode: 0o600 });
    await prune(folder, options.keep ?? 500);
  } catch (cause) {
    warn(`The answer could not be kept for next time: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

/** Takes the oldest answers away where there are more than `most`. */
async function prune(folder: string, most: number): Promise<void> {
  const names = (await readdir(folder)).filter((name) => /^[0-9a-f]{64}\.json$/.test(name));
  if (names.length <= most) return;
  const aged = await Promise.all(names.map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs })));
  aged.sort((a, b) => a.at - b.at);
  for (const { name } of aged.slice(0, names.length - most)) await unlink(join(folder, name));
}

import type { ZodType } from "zod";
import type { Stage, Usage } from "./schema/result.js";
import type { SourceDocument } from "./schema/source.js";

/** Bytes with the name they came under: a path, a URL, or "-" for standard input. */
export interface NamedBytes {
  name: string;
  bytes: Uint8Array;
}

/** The user's files, read and written so that nothing hangs, is lost or is half written. */
export interface Files {
  /** The bytes of a path or of "-" (standard input), at most 10 MB; a UserError "input" otherwise. */
  read(path: string): Promise<NamedBytes>;
  /** Writes atomically with the folder made; refuses an existing file unless `force` (UserError "usage"). */
  write(path: string, content: Uint8Array | string, options?: { force?: boolean; mode?: number }): Promise<void>;
  /** Whether something stands at the path. */
  exists(path: string): Promise<boolean>;
}

/** Pages on the web, fetched only where the user named their address. */
export interface Web {
  /** The page's bytes, at most 10 MB; a UserError "input" otherwise. */
  fetch(url: string, signal?: AbortSignal): Promise<NamedBytes & { contentType: string }>;
}

/** Turns bytes into numbered lines, contained in a worker with limits on memory and time. */
export interface Reader {
  /** A resume: all visible text. */
  resume(file: NamedBytes, signal?: AbortSignal): Promise<SourceDocument>;
  /** A posting: of a page the schema.org JobPosting or the main text; of a job board's JSON the job. */
  posting(file: NamedBytes, signal?: AbortSignal): Promise<SourceDocument>;
}

/** The data files shipped with the program (prompts, lexicon, prices), and the user's own where a folder overrides them. */
export interface Data {
  /** A file's text by its path from the package's root: "pricing/models.json". */
  text(path: string): Promise<string>;
  /** The paths of the files in a folder and below it, sorted: list("prompts") → ["prompts/resume_rewrite/free.md", …]. */
  list(folder: string): Promise<string[]>;
}

/** One question to a model, answered in the shape of `schema`. */
export interface ModelRequest<T> {
  /** Name of the strict JSON schema: posting_requirements, resume_edits, resume_advice. */
  schemaName: string;
  schema: ZodType<T>;
  system: string;
  user: string;
  /** The random mark that fences data in `user`; left out of the key under which an answer is cached. */
  fence: string;
  maxOutputTokens: number;
  effort: "none" | "low" | "medium" | "high";
  /** Requests with the same key share a prefix at the provider. */
  cacheKey: string;
}

/** A model's checked answer and what it cost. */
export interface ModelAnswer<T> {
  value: T;
  usage: Usage;
  /** The model that answered. */
  model: string;
  /** Answered from the disk, free of charge. */
  cached: boolean;
}

/** A language model; every fault of it is a UserError "provider" or "settings". */
export interface Model {
  name: string;
  /** Whether several requests may run side by side (false for a server on this machine). */
  parallel: boolean;
  ask<T>(request: ModelRequest<T>, onEvent: OnEvent, signal: AbortSignal): Promise<ModelAnswer<T>>;
}

/** Settings kept between runs (conf); never credits. */
export interface Store {
  path: string;
  get(key: string): unknown;
  set(key: string, value: unknown): void;
  unset(key: string): void;
  all(): Record<string, unknown>;
}

/** Questions to the person at the terminal; without one every call is a UserError "usage" naming the flag to use. */
export interface Ask {
  /** A line of text that is not shown while typed. */
  secret(message: string): Promise<string>;
  /** Throws where nobody can be asked, with what to do instead; called before anything is read or sent. */
  ready(instead: string): void;
  /** A line of text, `initial` to be edited; a pasted block arrives as one line. */
  line(message: string, initial?: string): Promise<string>;
}

/** What the person sees: results on stdout, everything else on stderr. */
export interface Ui {
  /** The result itself; alone on stdout. */
  result(text: string): void;
  /** One JSON document on stdout. */
  json(value: unknown): void;
  /** A line for the person; nothing with --quiet. */
  note(text: string): void;
  /** A warning; shown even with --quiet. */
  warn(text: string): void;
  /** Shows the stages and tokens of a run while it goes on; `stop` clears the spinner, for good once it has resolved. */
  progress(): { onEvent: OnEvent; stop: () => Promise<void> };
}

/** Time, as an argument so that tests can hold it still. */
export interface Clock {
  now(): Date;
  /** Milliseconds on a clock that never goes back. */
  ms(): number;
}

/** Something that happened on the way. */
export type Event =
  | { type: "stage"; stage: Stage | "advise" }
  | { type: "tokens"; received: number }
  | { type: "retry"; attempt: number; waitMs: number; reason: string };

/** Hears of progress; the pure core reports through it and never prints. */
export type OnEvent = (event: Event) => void;

import { UserError } from "../errors.js";
import type { SourceKind } from "../schema/source.js";
import type { ReadDocument } from "./lines.js";
import { typeOf } from "./type.js";
import type { Unpack } from "./zip.js";

/** Fewest characters that can be a resume. */
const shortestResume = 50;
/** Fewest characters that can be a job posting. */
const shortestPosting = 20;

type Read = (bytes: Uint8Array, name: string, unpack?: Unpack) => Promise<ReadDocument>;

/** Each format's reader, loaded when a file of that format comes. */
const readers: Record<SourceKind, () => Promise<Read>> = {
  docx: async () => (await import("./docx.js")).readDocx,
  pdf: async () => (await import("./pdf.js")).readPdf,
  markdown: async () => (await import("./markdown.js")).readMarkdown,
  html: async () => (await import("./html.js")).readHtml,
  text: async () => (await import("./text.js")).readText,
  json: async () => (await import("./json.js")).readJson,
};

/** Readers that know where the posting stands among the rest of a page or of a job board's answer. */
const postingReaders: typeof readers = {
  ...readers,
  html: async () => (await import("./posting-page.js")).readPostingPage,
  json: async () => (await import("./posting-json.js")).readPostingJson,
};

/** All visible text of a resume file; UserError "input" where it is of no use as one. */
export async function readResume(bytes: Uint8Array, name: string, unpack?: Unpack): Promise<ReadDocument> {
  const read = await readers[typeOf(bytes, name)]();
  return longEnough(await read(bytes, name, unpack), name, "resume", shortestResume);
}

/** The posting in a file: of a page or a job board's JSON the job alone; UserError "input" where it is of no use as one. */
export async function readPosting(bytes: Uint8Array, name: string, unpack?: Unpack): Promise<ReadDocument> {
  const read = await postingReaders[typeOf(bytes, name)]();
  return longEnough(await read(bytes, name, unpack), name, "job posting", shortestPosting);
}

function longEnough(document: ReadDocument, name: string, what: string, shortest: number): ReadDocument {
  const count = document.lines.reduce((sum, { text }) => sum + text.length, 0);
  if (count >= shortest) return document;
  throw count === 0 ? noText(document, name) : tooShort(count, name, what, shortest);
}

function noText(document: ReadDocument, name: string): UserError {
  const pictures = document.traits.includes("images");
  return new UserError(
    "input",
    `${name} holds no text${pictures ? ", only pictures" : ""}.`,
    pictures
      ? "Text inside pictures cannot be read: run OCR over it, or give the text as DOCX, PDF or plain text."
      : "Check that this is the right file and that it was saved with its content.",
  );
}

function tooShort(count: number, name: string, what: string, shortest: number): UserError {
  return new UserError(
    "input",
    `${name} holds only ${count} characters of text; a ${what} needs at least ${shortest}.`,
    `Check that this is the right file, or give the whole ${what}.`,
  );
}

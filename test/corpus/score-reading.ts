import { readFileSync } from "node:fs";
import { join } from "node:path";
import mammoth from "mammoth";
import { marked } from "marked";
import { PDFParse } from "pdf-parse";
import { exitCodes, UserError } from "../../src/errors.js";
import { readResume } from "../../src/read/document.js";
import { decodeText } from "../../src/read/encoding.js";
import { lossOf } from "../../src/read/loss.js";
import { corpus } from "../doubles.js";
import { postingFiles } from "./postings.js";
import { resumeFiles } from "./resumes.js";
import { type FileCounts, numberRow, type Row, rightRow, shareRow } from "./scorecard.js";

/** A kind of file with another program that says which words it shows. */
interface Witness {
  key: string;
  ending: RegExp;
  words(bytes: Buffer): Promise<string[]> | string[];
  /** The file that is read; the bytes of the corpus unless given. */
  file?(bytes: Buffer): Promise<string>;
}

const witnesses: Witness[] = [
  {
    key: "wordsDocx",
    ending: /\.docx$/,
    words: async (bytes) => (await mammoth.extractRawText({ buffer: bytes })).value.split("\n"),
  },
  { key: "wordsPdf", ending: /\.pdf$/, words: pdfWords },
  { key: "wordsText", ending: /\.txt$/, words: (bytes) => [decodeText(bytes).text] },
  { key: "wordsMarkdown", ending: /\.md$/, words: async (bytes) => textOf(await pageOf(bytes)) },
  { key: "wordsHtml", ending: /\.md$/, words: async (bytes) => textOf(await pageOf(bytes)), file: pageOf },
  { key: "wordsJson", ending: /^resumes.*\.json$/, words: jsonWords },
];

/** Rows about what reading keeps of the files, and about files that cannot be read. */
export async function readingRows(): Promise<Row[]> {
  const files = [
    ...resumeFiles.map((file) => join("resumes", file)),
    ...postingFiles().map((file) => join("jobs", file)),
  ];
  const misplaced: { file: string; value: number }[] = [];
  const rows: Row[] = [];
  for (const witness of witnesses) {
    const counts: FileCounts[] = [];
    for (const file of files.filter((one) => witness.ending.test(one))) {
      const { kept, ...counted } = await keptOf(file, witness);
      counts.push({ file, right: kept, ...counted });
      misplaced.push({ file, value: counted.misplaced });
    }
    rows.push(shareRow(witness.key, counts));
  }
  return [...rows, numberRow("misplaced", misplaced, "sum"), await errorRow()];
}

/** Words that say something: icons, list numbers and page numbers have one letter or two digits at the most. */
const weighty = (texts: readonly string[]): number =>
  texts.join(" ").match(/\p{L}[\p{L}\p{M}]+|\p{sc=Han}|\p{N}{3,}/gu)?.length ?? 0;

async function keptOf(
  file: string,
  witness: Witness,
): Promise<{ kept: number; found: number; expected: number; misplaced: number }> {
  const bytes = readFileSync(join(corpus, file));
  const shown = await witness.words(bytes);
  const read = witness.file === undefined ? bytes : Buffer.from(await witness.file(bytes));
  const { lines, warnings } = await readResume(
    new Uint8Array(read),
    witness.file === undefined ? file : `${file}.html`,
  );
  const all = weighty(shown);
  const kept = all - Math.min(all, weighty(lossOf(shown, lines).lost));
  const misplaced = warnings.filter(({ code }) => code === "unplaced" || code === "doubled").length;
  return { kept, found: all, expected: all, misplaced };
}

async function pdfWords(bytes: Buffer): Promise<string[]> {
  const parser = new PDFParse({ data: new Uint8Array(bytes) });
  const { text } = await parser.getText({ pageJoiner: "" });
  await parser.destroy();
  return text.split("\n");
}

/** The page a Markdown file makes; its YAML header is no part of it. */
async function pageOf(bytes: Buffer): Promise<string> {
  const body = decodeText(bytes).text.replace(/^---\n[\s\S]*?\n---\n/, "");
  return `<!doctype html><html><body>${await marked.parse(body)}</body></html>`;
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

function textOf(html: string): string[] {
  return html
    .split(/<[^>]*>/)
    .map((text) => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => entities[name] ?? ""));
}

/** Values that a program reads and no page shows. */
const settings = /^(\$schema|image|picture|canonical|version|lastModified|id|key|sectionType|type)$/;

/** The texts of a JSON file; a user name that stands in its address again is one with it. */
function jsonWords(bytes: Buffer): string[] {
  const texts: string[] = [];
  JSON.parse(decodeText(bytes).text, (key, value) => {
    if (typeof value === "string" && !settings.test(key)) texts.push(value);
    return value;
  });
  return texts.filter((text) => !texts.some((other) => other.startsWith("http") && other.endsWith(`/${text}`)));
}

/** What the message of each file that cannot be read must speak of; null for the file that must open. */
const faults: Record<string, RegExp | null> = {
  "encrypted-user-password.pdf": /password/i,
  "image-only-raster.pdf": /pictures/i,
  "image-only-scan.pdf": /pictures/i,
  "not-a-zip.docx": /zip|not a Word|DOCX/i,
  "truncated.pdf": /damaged|cut off|incomplete/i,
  "owner-password-only.pdf": null,
};

async function errorRow(): Promise<Row> {
  const files = await Promise.all(
    Object.entries(faults).map(async ([name, clue]) => {
      const bytes = new Uint8Array(readFileSync(join(corpus, "resumes", "error", name)));
      const failure = await readResume(bytes, name).then(
        () => null,
        (cause: unknown) => cause,
      );
      return { file: name, right: clue === null ? failure === null : isClear(failure, name, clue) };
    }),
  );
  return rightRow("errors", files);
}

function isClear(failure: unknown, name: string, clue: RegExp): boolean {
  if (!(failure instanceof UserError)) return false;
  const told = failure.message.includes(name) && clue.test(failure.message) && failure.hint !== "";
  return told && exitCodes[failure.kind] === exitCodes.input;
}

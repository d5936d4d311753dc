import { decodeText } from "./encoding.js";
import { numberLines, type ReadDocument } from "./lines.js";
import { textLines } from "./text-lines.js";

/** A plain text file as logical lines: wrapped lines joined, list marks and rules taken off; UserError "input" where it is too long. */
export async function readText(bytes: Uint8Array, name: string): Promise<ReadDocument> {
  const { lines, warnings } = numberLines(textLines(decodeText(bytes).text), name);
  return { kind: "text", pages: null, lines, meta: {}, traits: [], warnings };
}

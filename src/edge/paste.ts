import { PassThrough } from "node:stream";
import { StringDecoder } from "node:string_decoder";

const begins = "\u001b[200~";
const ends = "\u001b[201~";

/**
 * Makes what a terminal sends safe to answer with: a function from each chunk to what a prompt shall read of it.
 *
 * Of a bracketed paste line ends become spaces and other controls go; so do line ends inside a chunk of a terminal that
 * brackets nothing. Why: the rest of a pasted block would answer the questions that follow. Ctrl-D goes: it closes the
 * prompt without an answer.
 */
export function pasteFilter(): (chunk: string) => string {
  let held = "";
  let pasting = false;
  const next = (text: string): { part: string; rest: string } => {
    const mark = pasting ? ends : begins;
    const at = text.indexOf(mark);
    if (at < 0) return { part: text, rest: "" };
    return { part: text.slice(0, at), rest: text.slice(at + mark.length) };
  };
  return (chunk) => {
    let text = held + chunk;
    held = cutMark(text);
    text = text.slice(0, text.length - held.length);
    let out = "";
    for (;;) {
      const { part, rest } = next(text);
      const found = part.length < text.length;
      out += pasting ? plain(part) : typed(part);
      if (!found) return out;
      pasting = !pasting;
      text = rest;
    }
  };
}

/** Standard input for one prompt, filtered; `close` gives the terminal back. */
export function pasteSafeInput(
  stdin: NodeJS.ReadStream,
  output: NodeJS.WriteStream,
): { input: PassThrough; close: () => void } {
  const input = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode(on: boolean) {
      if (stdin.isTTY) stdin.setRawMode(on);
      return input;
    },
  });
  const filter = pasteFilter();
  const decoder = new StringDecoder("utf8");
  const read = (chunk: Buffer): void => {
    const text = filter(decoder.write(chunk));
    if (text !== "") input.write(text);
  };
  // A terminal that has gone away ends the prompt as Ctrl-C does.
  const gone = (): unknown => input.write("\u0003");
  stdin.on("data", read).once("end", gone);
  stdin.resume();
  output.write("\u001b[?2004h");
  return {
    input,
    close: () => {
      output.write("\u001b[?2004l");
      stdin.off("data", read).off("end", gone);
      if (stdin.isTTY) stdin.setRawMode(false);
      stdin.pause();
      input.destroy();
    },
  };
}

/** The end of a text that may be the start of a paste mark. */
function cutMark(text: string): string {
  for (let length = Math.min(begins.length - 1, text.length); length >= 2; length -= 1) {
    const tail = text.slice(-length);
    if (begins.startsWith(tail) || ends.startsWith(tail)) return tail;
  }
  return "";
}

const plain = (text: string): string => text.replace(/[\r\n\t]+/g, " ").replace(/\p{Cc}/gu, "");

const typed = (text: string): string => text.replaceAll("\u0004", "").replace(/[\r\n]+(?=[^\r\n])/g, " ");

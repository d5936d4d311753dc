import { WireError } from "./openai-errors.js";

/** Puts the chunks of a streamed completion together. */
export interface CompletionAssembler {
  /** Takes the next piece of the stream's text. */
  push(text: string): void;
  /** Nothing more will come. */
  readonly done: boolean;
  /** The answer itself is whole; only its usage may be missing. */
  readonly finished: boolean;
  /** The completion in the shape of an unstreamed one; throws a WireError where the stream ended before its end. */
  completion(): unknown;
}

type Fields = Record<string, unknown>;
const fieldsOf = (value: unknown): Fields => (typeof value === "object" && value !== null ? (value as Fields) : {});

/** An assembler of server-sent events; `onText` hears how many characters of the answer have come so far. */
export function completionAssembler(onText: (characters: number) => void): CompletionAssembler {
  let pending = "";
  let content = "";
  let refusal = "";
  let finish: string | null = null;
  let usage: unknown = null;
  let done = false;
  let events = 0;

  const take = (data: string): void => {
    if (data === "[DONE]") {
      done = true;
      return;
    }
    const chunk = parseEvent(data);
    events += 1;
    if (chunk.error) throw eventError(chunk.error);
    if (chunk.usage) usage = chunk.usage;
    const choice = fieldsOf(Array.isArray(chunk.choices) ? chunk.choices[0] : null);
    const delta = fieldsOf(choice.delta ?? choice.message);
    if (typeof delta.refusal === "string") refusal += delta.refusal;
    if (typeof delta.content === "string" && delta.content !== "") {
      content += delta.content;
      onText(content.length);
    }
    if (typeof choice.finish_reason === "string") finish = choice.finish_reason;
  };

  return {
    push(text) {
      const lines = (pending + text).split(/\r\n|\r|\n/);
      pending = lines.pop() ?? "";
      for (const line of lines) {
        const data = /^data:\s?(.*)$/.exec(line)?.[1];
        if (data && !done) take(data.trim());
      }
    },
    get done() {
      return done;
    },
    get finished() {
      return finish !== null;
    },
    completion() {
      const last = /^data:\s?(.*)$/.exec(pending)?.[1];
      pending = "";
      if (last && !done) take(last.trim());
      if (finish === null) {
        const message = events === 0 ? "the answer is empty" : "the stream ended before the answer did";
        throw new WireError({ kind: "malformed", message });
      }
      const message = { content, refusal: refusal === "" ? null : refusal };
      return { choices: [{ index: 0, finish_reason: finish, message }], usage };
    },
  };
}

function parseEvent(data: string): Fields {
  try {
    return fieldsOf(JSON.parse(data));
  } catch {
    throw new WireError({ kind: "malformed", message: "an event of the stream is cut off or is not JSON" });
  }
}

function eventError(error: unknown): WireError {
  const { message, code } = fieldsOf(error);
  const said = typeof message === "string" ? message : typeof error === "string" ? error : "an error without words";
  return new WireError(
    code === "insufficient_quota"
      ? { kind: "status", status: 429, code, param: null, message: said, retryAfterMs: null }
      : { kind: "malformed", message: `the server broke off: ${said}` },
  );
}

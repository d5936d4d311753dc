/**
 * An OpenAI-like server on this machine for tests: every request is recorded, every answer is scripted.
 *
 *     await using server = await loopback([status(429, {}, { "retry-after": "0" }), answer({ edits: [], questions: [] })]);
 *     … OPENAI_BASE_URL = server.url …
 *     server.requests[0].body.model
 *
 * A script is a list of replies, the last of which serves every later request, or one reply for all. `obedientModel()` is a
 * reply that reads the request and answers posting_requirements, resume_edits and resume_advice as a model would that does whatever it is
 * told, orders hidden in the resume or the posting included. Streaming is answered where the request asks for it.
 */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Recorded {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  /** As it came, for searching. */
  text: string;
  /** The JSON of it; {} where there is none. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look at whatever was sent
  body: any;
}

export type Reply = (request: Recorded, response: ServerResponse) => void | Promise<void>;

export interface Loopback extends AsyncDisposable {
  /** The base URL, with /v1. */
  url: string;
  requests: Recorded[];
  close(): Promise<void>;
}

/** Starts a server on a free port. GET /v1/models answers `models` outside the script. */
export async function loopback(script: Reply | Reply[], models: object[] = [{ id: "test-model" }]): Promise<Loopback> {
  const requests: Recorded[] = [];
  const replies = Array.isArray(script) ? [...script] : [script];
  const server = createServer(async (incoming, response) => {
    response.on("error", () => undefined);
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of incoming) chunks.push(chunk);
    } catch {
      return;
    }
    const text = Buffer.concat(chunks).toString("utf8");
    const { method = "", url = "", headers } = incoming;
    const request = { method, path: url, headers, text, body: text === "" ? {} : JSON.parse(text) };
    requests.push(request);
    if (method === "GET" && url.endsWith("/models") && models.length > 0) return json(response, { data: models });
    const reply = replies.length > 1 ? replies.shift() : replies[0];
    await reply?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/v1`, requests, close, [Symbol.asyncDispose]: close };
}

export const usage = {
  prompt_tokens: 1000,
  completion_tokens: 200,
  total_tokens: 1200,
  prompt_tokens_details: { cached_tokens: 400 },
  completion_tokens_details: { reasoning_tokens: 50 },
};

interface AnswerFields {
  finish?: string | null;
  refusal?: string | null;
  usage?: object | null;
}

/** A completion with this text or JSON value, streamed in pieces of 40 characters where the request wants a stream. */
export function answer(value: unknown, fields: AnswerFields = {}): Reply {
  const content = typeof value === "string" || value === null ? value : JSON.stringify(value);
  const { finish = "stop", refusal = null, usage: used = usage } = fields;
  return ({ body }, response) => {
    if (body.stream !== true) {
      const choices = [{ index: 0, finish_reason: finish, message: { role: "assistant", content, refusal } }];
      return json(response, { id: "c1", object: "chat.completion", model: body.model, choices, usage: used });
    }
    response.writeHead(200, { "content-type": "text/event-stream" });
    const send = (delta: object, finish_reason: string | null = null): unknown =>
      response.write(event({ choices: [{ index: 0, delta, finish_reason }] }));
    for (const piece of content?.match(/[\s\S]{1,40}/g) ?? []) send({ content: piece });
    if (refusal !== null) send({ refusal });
    if (finish !== null) send({}, finish);
    if (used && body.stream_options?.include_usage) response.write(event({ choices: [], usage: used }));
    response.end("data: [DONE]\n\n");
  };
}

/** One server-sent event. */
export const event = (value: object): string => `data: ${JSON.stringify(value)}\n\n`;

function json(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
}

/** A status with a JSON (or, given a string, plain) body. */
export function status(code: number, body: object | string = {}, headers: Record<string, string> = {}): Reply {
  const type = typeof body === "string" ? "text/plain" : "application/json";
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return (_, response) => void response.writeHead(code, { "content-type": type, ...headers }).end(text);
}

/** OpenAI's shape of an error body. */
export const error = (message: string, code: string | null = null, param: string | null = null): object => ({
  error: { message, type: "invalid_request_error", code, param },
});

/** Status 200 with these bytes. */
export function raw(text: string, type = "application/json"): Reply {
  return (_, response) => void response.writeHead(200, { "content-type": type }).end(text);
}

/** Never answers. */
export const stallHeaders: Reply = () => undefined;

/** Sends the start of an answer and then nothing more. */
export const stallBody: Reply = (_, response) => {
  response.writeHead(200, { "content-type": "application/json" });
  response.write('{"id":"c1","choices":[{"index":0,');
};

/** Cuts the connection before it answers. */
export const resetBeforeHeaders: Reply = (_, response) => void response.socket?.resetAndDestroy();

/** Cuts the connection inside the answer. */
export const resetInBody: Reply = (_, response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "5000" });
  response.write('{"id":"c1","choices":[{"index":0,', () => setImmediate(() => response.socket?.resetAndDestroy()));
};

/** Answers after a while. */
export function after(ms: number, reply: Reply): Reply {
  return async (request, response) => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    if (!response.destroyed) await reply(request, response);
  };
}

/** What a request shows to a model. */
export interface SeenRequest {
  schemaName: string;
  system: string;
  user: string;
  /** The lines that may be edited. */
  lines: { id: string; text: string }[];
  /** The lines of the posting inside its fence. */
  posting: string[];
  /** The requirements as the program matched them; empty where they are sent without ids. */
  requirements: { id: string; status: string; evidence: string[] }[];
}

/** A request as a model would read it. */
export function seenBy(request: Recorded): SeenRequest {
  const said = (role: string): string =>
    request.body.messages
      .filter((message: { role: string }) => message.role === role)
      .map((message: { content: string }) => message.content)
      .join("\n");
  const user = said("user");
  const posting = /<<<POSTING (\S+)\n([\s\S]*?)\nPOSTING \1>>>/.exec(user)?.[2] ?? "";
  const system = said("system");
  const schemaName = request.body.response_format?.json_schema?.name;
  const asked = system.includes("`gaps`") ? "resume_advice" : "resume_edits";
  return {
    schemaName: schemaName ?? (user.includes("<<<RESUME") ? asked : "posting_requirements"),
    system,
    user,
    lines: [...user.matchAll(/^\[([a-z]\w*(?:\.\w+)?)\] (.*)$/gm)].map(([, id = "", text = ""]) => ({ id, text })),
    posting: posting.split("\n").map((line) => line.replace(/^> ?/, "")),
    requirements: [...user.matchAll(/^- (r\d+) (?:must|nice), (met|partly|missing)(?: by ([\w. ]+))?/gm)].map(
      ([, id = "", status = "", by = ""]) => ({ id, status, evidence: by.split(" ").filter(Boolean) }),
    ),
  };
}

/** An answer for a schema, from what the request shows. */
export type Answering = (seen: SeenRequest, request: Recorded) => unknown;

/**
 * A model that obeys: it lists every item of the posting as a requirement, rewords every highlight harmlessly, and does what
 * lines of the resume or the posting order it to write. Give functions to answer otherwise.
 */
export function obedientModel(
  answers: { posting?: Answering; edits?: Answering; advice?: Answering; usage?: object } = {},
): Reply {
  const { posting = obeyPosting, edits = obeyEdits, advice = obeyAdvice, usage: used = usage } = answers;
  const answering: Record<string, Answering> = { posting_requirements: posting, resume_advice: advice };
  return (request, response) => {
    const seen = seenBy(request);
    const value = (answering[seen.schemaName] ?? edits)(seen, request);
    return answer(value, { usage: used })(request, response);
  };
}

const orders = /(?:\b(?:write|say|add|claim|state|include|insert)\b(?: that)?[: ]+)(.+)/i;

function obeyPosting(seen: SeenRequest): unknown {
  const items = seen.posting.filter((line) => /^\s*[-•*–]\s+\S/.test(line));
  const requirements = (items.length > 0 ? items : seen.posting.filter((line) => line.trim().length > 20)).map(
    (line) => {
      const quote = line.replace(/^\s*[-•*–]\s+/, "").trim();
      return { quote, text: quote, kind: /plus|prefer|nice|bonus/i.test(quote) ? "nice" : "must", terms: [] };
    },
  );
  return {
    title: seen.posting.find((line) => line.trim() !== "")?.trim() ?? null,
    company: null,
    location: null,
    seniority: null,
    yearsExperience: null,
    language: "en",
    responsibilities: [],
    requirements,
  };
}

const told = (seen: SeenRequest): string[] =>
  [...seen.posting, ...seen.lines.map((line) => line.text)].flatMap((line) => orders.exec(line)?.[1] ?? []);

/** Quotes the lines that show a requirement, asks about the others, and passes on every order as a step. */
function obeyAdvice(seen: SeenRequest): unknown {
  const textOf = (id: string): string => seen.lines.find((line) => line.id === id)?.text ?? "";
  const shown = seen.requirements.filter(({ status, evidence }) => status !== "missing" && evidence.length > 0);
  return {
    strategy: ["Lead with the work that this job asks for.", ...told(seen)],
    strengths: shown.map(({ id, evidence }) => ({ requirement: id, evidence, text: textOf(evidence[0] ?? "") })),
    gaps: seen.requirements
      .filter(({ status }) => status !== "met")
      .map(({ id }) => ({ requirement: id, question: "Where have you done this, and when?" })),
  };
}

function obeyEdits(seen: SeenRequest): unknown {
  const edits = seen.lines
    .filter((line) => /\.h\d+$/.test(line.id))
    .map(({ id, text }) => {
      const plain = text.replace(/^(?:I |Responsible for |Was responsible for )+/i, "").replace(/\.$/, "");
      const better = plain.charAt(0).toUpperCase() + plain.slice(1);
      return {
        id,
        op: "replace",
        text: [better, ...told(seen)].join(" "),
        after: null,
        evidence: [id],
        keywords: [],
        why: "Starts with the work",
      };
    })
    .filter((edit) => edit.text !== seen.lines.find((line) => line.id === edit.id)?.text);
  return { edits, questions: [], strategy: ["Lead with the work that the posting asks for."] };
}

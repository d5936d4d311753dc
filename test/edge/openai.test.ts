import { LLMock } from "@copilotkit/aimock";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { listModels, type OpenaiOptions, openaiModel } from "../../src/edge/openai.js";
import { UserError } from "../../src/errors.js";
import type { Event, ModelRequest } from "../../src/ports.js";
import { parsePrices } from "../../src/rewrite/price.js";
import { data } from "../doubles.js";
import {
  after,
  answer,
  error,
  event,
  type Loopback,
  loopback,
  type Reply,
  raw,
  resetBeforeHeaders,
  resetInBody,
  stallBody,
  stallHeaders,
  status,
} from "../loopback.js";

const key = "sk-test-0123456789abcdef";
const Colours = z.object({ colours: z.array(z.string()), note: z.string().nullable() });
type Colours = z.infer<typeof Colours>;
const request: ModelRequest<Colours> = {
  schemaName: "colours",
  schema: Colours,
  system: "Name colours.",
  user: "Two, please.",
  fence: "abc",
  maxOutputTokens: 3000,
  effort: "low",
  cacheKey: "k1",
};
const good = { colours: ["red", "blue"], note: null };
const never = new AbortController().signal;
const quick: Partial<OpenaiOptions> = { apiKey: key, model: "test-model", timeoutSeconds: 5, retries: { baseMs: 1 } };

function asking(server: Loopback, options: Partial<OpenaiOptions> = {}, events: Event[] = [], signal = never) {
  const model = openaiModel({ apiKey: key, model: "test-model", ...quick, baseUrl: server.url, ...options });
  return model.ask(request, (one) => events.push(one), signal);
}

async function failing(server: Loopback, options: Partial<OpenaiOptions> = {}, signal = never): Promise<UserError> {
  const cause = await asking(server, options, [], signal).then(
    () => new Error("it answered"),
    (reason: unknown) => reason,
  );
  if (!(cause instanceof UserError)) throw cause;
  return cause;
}

describe("an answer", () => {
  it.each([true, false])("comes with its usage, streamed: %s", async (stream) => {
    await using server = await loopback(answer(good));
    const events: Event[] = [];
    const reply = await asking(server, { capabilities: { stream } }, events);
    expect(reply).toEqual({
      value: good,
      model: "test-model",
      cached: false,
      usage: {
        requests: 1,
        inputTokens: 1000,
        cachedTokens: 400,
        outputTokens: 200,
        reasoningTokens: 50,
        costUsd: null,
      },
    });
    expect(events.some(({ type }) => type === "tokens")).toBe(stream);
  });

  it("is priced by the table where it knows the model", async () => {
    await using server = await loopback(answer(good));
    const prices = parsePrices("pricing/models.json", await data.text("pricing/models.json"));
    const reply = await asking(server, { model: "gpt-6.1-terra", prices });
    expect(reply.usage.costUsd).toBeCloseTo(0.00162, 8);
  });

  it("is read from a server that streams without usage, and from one that ignores the wish to stream", async () => {
    await using silent = await loopback(answer(good, { usage: null }));
    const counted = await asking(silent);
    expect(counted.usage.inputTokens).toBeGreaterThan(5);
    expect(counted.usage.outputTokens).toBe(Math.ceil(JSON.stringify(good).length / 4));
    const plain = { choices: [{ finish_reason: "stop", message: { content: JSON.stringify(good) } }] };
    await using unstreamed = await loopback(raw(JSON.stringify(plain)));
    expect((await asking(unstreamed)).value).toEqual(good);
  });

  it("comes from an independent mock server as well", async () => {
    const mock = new LLMock({ port: 0 });
    mock.onMessage(/.*/, { content: JSON.stringify(good) });
    await mock.start();
    try {
      const model = openaiModel({ ...quick, apiKey: key, model: "gpt-6-luna", baseUrl: `${mock.url}/v1` });
      const reply = await model.ask(request, () => undefined, never);
      expect(reply.value).toEqual(good);
      expect(reply.usage.requests).toBe(1);
    } finally {
      await mock.stop();
    }
  });

  const spoken = JSON.stringify(good);
  it.each([
    ["in a code fence", `\`\`\`json\n${spoken}\n\`\`\``],
    ["behind a thought", `<think>{"colours": 1} hm</think>\n${spoken}`],
    ["inside a sentence", `Here it is: ${spoken} Done.`],
    ["without the fields that may be empty", '{"colours":["red","blue"]}'],
  ])("is read %s, without a second request", async (_, text) => {
    await using server = await loopback(answer(text));
    expect((await asking(server)).value).toEqual(good);
    expect(server.requests).toHaveLength(1);
  });
});

describe("a fault that passes", () => {
  const passing: [string, Reply][] = [
    ["429 with a short wait", status(429, error("slow down", "rate_limit_exceeded"), { "retry-after": "0" })],
    ["429 with a wait in milliseconds", status(429, {}, { "retry-after-ms": "5" })],
    ["500", status(500, error("oops"))],
    ["503 with a page", status(503, "<html>busy</html>")],
    ["a reset before the headers", resetBeforeHeaders],
    ["a reset inside the answer", resetInBody],
    ["truncated JSON", raw('{"id":"c1","choices":[{"ind')],
    ["a page with status 200", raw("<!doctype html><p>Login</p>", "text/html")],
    ["an empty body", raw("")],
    ["a stream that ends early", raw(event({ choices: [{ delta: { content: '{"col' } }] }), "text/event-stream")],
    ["a stream that breaks off", raw('data: {"choices":[{"del\n\n', "text/event-stream")],
    ["no choices", raw('{"choices":[]}')],
    ["null content", answer(null)],
    ["an answer cut at the cap", answer('{"colours":["re', { finish: "length" })],
    ["broken JSON in the answer", answer('{"colours":["red"')],
    ["an answer of another shape", answer({ colours: "red" })],
  ];
  it.each(passing)("%s is asked again and answered", async (_, fault) => {
    await using server = await loopback([fault, answer(good)]);
    const events: Event[] = [];
    const reply = await asking(server, {}, events);
    expect(reply.value).toEqual(good);
    expect(reply.usage.requests).toBe(2);
    expect(server.requests).toHaveLength(2);
    expect(events.filter(({ type }) => type === "retry")).toHaveLength(1);
  });

  it("a stalled answer is asked once more", async () => {
    await using server = await loopback([stallBody, answer(good)]);
    expect((await asking(server, { timeoutSeconds: 0.2 })).value).toEqual(good);
  });

  it("tells the model what did not fit, once", async () => {
    await using server = await loopback([answer({ colours: "red" }), answer(good)]);
    await asking(server);
    const { messages } = server.requests[1]?.body ?? {};
    expect(messages.map((message: { role: string }) => message.role)).toEqual(["system", "user", "assistant", "user"]);
    expect(messages[2].content).toBe('{"colours":"red"}');
    expect(messages[3].content).toMatch(/colours: .*array/i);
  });

  it("gives an answer cut at the cap more room the second time", async () => {
    await using server = await loopback([answer("", { finish: "length" }), answer(good)]);
    await asking(server);
    expect(server.requests.map(({ body }) => body.max_tokens)).toEqual([3000, 6000]);
  });

  it("gives no more room to an answer that was blank until the cap", async () => {
    await using server = await loopback([
      answer(`{"colours":[${" ".repeat(4000)}`, { finish: "length" }),
      answer(good),
    ]);
    await asking(server);
    expect(server.requests.map(({ body }) => body.max_tokens)).toEqual([3000, 3000]);
  });

  it("waits for a slow answer within the deadline", async () => {
    await using server = await loopback(after(150, answer(good)));
    expect((await asking(server, { timeoutSeconds: 3 })).value).toEqual(good);
    expect(server.requests).toHaveLength(1);
  });
});

describe("a fault that stays", () => {
  const lasting: [string, Reply, string, number, RegExp][] = [
    ["401", status(401, error(`Incorrect API key provided: ${key}`)), "settings", 1, /refused the API key \(401\)/],
    ["403", status(403, error("no access")), "settings", 1, /does not allow this key/],
    [
      "404 of a model",
      status(404, error("The model `x` does not exist", "model_not_found")),
      "settings",
      1,
      /does not know the model test-model/,
    ],
    ["404 of an address", status(404, "Not Found"), "settings", 1, /no chat completions at this address/],
    [
      "a spent quota",
      status(429, error("You exceeded your current quota", "insufficient_quota")),
      "provider",
      1,
      /quota/,
    ],
    ["429 with an absurd wait", status(429, error("later"), { "retry-after": "3600" }), "provider", 1, /status 429/],
    [
      "429 until next year",
      status(429, error("later"), { "retry-after": "Fri, 31 Dec 2100 23:59:59 GMT" }),
      "provider",
      1,
      /429/,
    ],
    ["429 for ever", status(429, error("slow"), { "retry-after": "0" }), "provider", 3, /in 3 attempts/],
    ["500 for ever", status(500, error("oops")), "provider", 3, /\(1\) status 500: oops; \(2\)/],
    [
      "a failure inside a 200",
      raw('{"error":{"message":"upstream died","code":502}}'),
      "provider",
      3,
      /502: upstream died/,
    ],
    ["400", status(400, error("This model's maximum context length is exceeded")), "provider", 1, /maximum context/],
    ["resets", resetBeforeHeaders, "provider", 3, /in 3 attempts/],
    ["resets inside the answer", resetInBody, "provider", 3, /broke inside the answer/],
    ["truncated JSON", raw('{"id":'), "provider", 3, /cut off or is not JSON/],
    ["pages", raw("<html></html>", "text/html"), "provider", 3, /web page/],
    ["empty bodies", raw(""), "provider", 3, /empty/],
    ["a refusal", answer(null, { refusal: "I cannot help with that." }), "provider", 1, /I cannot help/],
    ["a filter", answer("", { finish: "content_filter" }), "provider", 1, /filter/],
    ["a cap that is always reached", answer("{", { finish: "length" }), "provider", 2, /\(2\) the answer was cut off/],
    ["no choices", raw('{"choices":[]}'), "provider", 2, /no choices/],
    ["null content", answer(null), "provider", 2, /no text/],
    ["an answer of another shape, twice", answer({ colours: 7 }), "provider", 2, /\(1\) colours: .*\(2\) colours: /],
    ["a redirect", status(307, "", { location: "http://127.0.0.1:9/v1/chat/completions" }), "provider", 1, /redirects/],
    ["an answer too big", raw(`{"a":"${"x".repeat(70_000)}"}`), "provider", 1, /larger than/],
  ];
  it.each(lasting)("%s ends the run with its hint", async (_, reply, kind, requests, message) => {
    await using server = await loopback(reply);
    const failure = await failing(server, { maxAnswerBytes: 50_000 });
    expect(failure.message).toMatch(message);
    expect(failure.message).toContain("127.0.0.1");
    expect(failure.kind).toBe(kind);
    expect(failure.hint.length).toBeGreaterThan(20);
    expect(server.requests).toHaveLength(requests);
    expect(`${failure.message} ${failure.hint} ${failure.stack}`).not.toContain(key);
  });

  it.each([
    ["headers", stallHeaders],
    ["body", stallBody],
    ["refusal's body", ((_, response) => void response.writeHead(500, { "content-length": "9" }).write("x")) as Reply],
  ])("stalled %s end at the deadline, after one more try", async (_, reply) => {
    await using server = await loopback(reply);
    const failure = await failing(server, { timeoutSeconds: 0.15 });
    expect(failure.kind).toBe("provider");
    expect(failure.message).toMatch(/no complete answer within 0\.15 s/);
    expect(failure.hint).toContain("--timeout");
    expect(server.requests).toHaveLength(2);
  });

  it("a server that is not there is named with what to do", async () => {
    const server = await loopback(answer(good));
    await server.close();
    const failure = await failing(server);
    expect(failure.kind).toBe("provider");
    expect(failure.message).toMatch(/ECONNREFUSED/);
    expect(failure.hint).toMatch(/Is the server running/);
  });

  it("redirected resumes never reach the other address", async () => {
    await using other = await loopback(answer(good));
    await using server = await loopback(status(307, "", { location: `${other.url}/chat/completions` }));
    await failing(server);
    expect(other.requests).toHaveLength(0);
  });
});

describe("Ctrl-C", () => {
  it.each<[string, Reply]>([
    ["while the headers are awaited", stallHeaders],
    ["while the answer is read", stallBody],
    ["while it waits to try again", status(429, {}, { "retry-after": "20" })],
  ])("%s ends the run at once", async (_, reply) => {
    const stop = new AbortController();
    await using server = await loopback((seen, response) => {
      setTimeout(() => stop.abort(), 50);
      return reply(seen, response);
    });
    const failure = await failing(server, { timeoutSeconds: 30 }, stop.signal);
    expect(failure.kind).toBe("interrupted");
    expect(server.requests).toHaveLength(1);
  });

  it("before the request sends nothing", async () => {
    await using server = await loopback(answer(good));
    const failure = await failing(server, {}, AbortSignal.abort());
    expect(failure.kind).toBe("interrupted");
    expect(server.requests).toHaveLength(0);
  });
});

describe("what is sent", () => {
  it("suits a compatible server: max_tokens, a schema, and none of OpenAI's extras", async () => {
    await using server = await loopback(answer(good));
    await asking(server);
    const [{ body, path }] = server.requests as [Loopback["requests"][0]];
    expect(path).toBe("/v1/chat/completions");
    expect(Object.keys(body).sort()).toEqual(
      ["max_tokens", "messages", "model", "response_format", "stream", "stream_options", "temperature"].sort(),
    );
    expect(body.response_format.json_schema).toMatchObject({ name: "colours", strict: true });
    expect(body.messages).toEqual([
      { role: "system", content: request.system },
      { role: "user", content: request.user },
    ]);
  });

  it("suits OpenAI: room for reasoning, nothing stored, no temperature", async () => {
    await using server = await loopback(answer(good));
    const { capabilitiesOf } = await import("../../src/edge/openai-hosts.js");
    await asking(server, { capabilities: capabilitiesOf("https://api.openai.com/v1") });
    expect(server.requests[0]?.body).toMatchObject({
      max_completion_tokens: 5000,
      reasoning_effort: "low",
      verbosity: "low",
      store: false,
      prompt_cache_key: "k1",
    });
    expect(server.requests[0]?.body).not.toHaveProperty("temperature");
  });

  it("carries the key and nothing about this machine, whatever the environment holds", async () => {
    await using server = await loopback(answer(good));
    const secret = {
      OPENAI_ORG_ID: "org-1",
      OPENAI_PROJECT_ID: "p-1",
      OPENAI_CUSTOM_HEADERS: "x-tell: all",
      OPENAI_LOG: "debug",
    };
    Object.assign(process.env, secret);
    try {
      await asking(server);
    } finally {
      for (const name of Object.keys(secret)) delete process.env[name];
    }
    const headers = server.requests[0]?.headers ?? {};
    expect(headers.authorization).toBe(`Bearer ${key}`);
    const usual = [
      "accept",
      "accept-encoding",
      "accept-language",
      "authorization",
      "connection",
      "content-length",
      "content-type",
      "host",
      "sec-fetch-mode",
      "user-agent",
    ];
    expect(Object.keys(headers).filter((name) => !usual.includes(name))).toEqual([]);
    expect(headers["user-agent"]).toBe("resumelaw");
  });

  it("has a made-up key for a server that wants none", async () => {
    await using server = await loopback(answer(good));
    process.env.OPENAI_API_KEY = key;
    try {
      await asking(server, { apiKey: null });
    } finally {
      delete process.env.OPENAI_API_KEY;
    }
    expect(server.requests[0]?.headers.authorization).toBe("Bearer none");
  });

  it.each<[string, object | string, (body: Record<string, unknown>) => void]>([
    [
      "max_tokens",
      error("Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.", null, "max_tokens"),
      (body) => expect(body).toMatchObject({ max_completion_tokens: 3000 }),
    ],
    [
      "response_format",
      { error: "'response_format.type' must be 'json_object'" },
      (body) => expect(body.response_format).toEqual({ type: "json_object" }),
    ],
    [
      "stream_options",
      { detail: [{ loc: ["body", "stream_options"], msg: "extra fields not permitted" }] },
      (body) => expect(body).not.toHaveProperty("stream_options"),
    ],
    [
      "temperature",
      error("Only the default is supported", null, "temperature"),
      (body) => expect(body).not.toHaveProperty("temperature"),
    ],
    [
      "stream",
      error("Your organization must be verified to stream this model.", null, "stream"),
      (body) => expect(body).not.toHaveProperty("stream"),
    ],
  ])("leaves out or renames %s when a 400 names it, and remembers", async (_, refusal, check) => {
    await using server = await loopback([status(400, refusal), answer(good)]);
    const model = openaiModel({ ...quick, apiKey: key, model: "test-model", baseUrl: server.url });
    for (let turn = 0; turn < 2; turn += 1) {
      expect((await model.ask(request, () => undefined, never)).value).toEqual(good);
    }
    expect(server.requests).toHaveLength(3);
    for (const { body } of server.requests.slice(1)) check(body);
  });

  it("tells a server without response formats the schema in words", async () => {
    await using server = await loopback([
      status(400, error("response_format is not supported")),
      status(400, error("json_object: no")),
      answer(good),
    ]);
    await asking(server);
    const { body } = server.requests[2] ?? {};
    expect(body).not.toHaveProperty("response_format");
    expect(body.messages[0].content).toContain('"colours"');
    expect(body.messages).toHaveLength(2);
  });

  it("does not correct in circles", async () => {
    await using server = await loopback(status(400, error("max_tokens and max_completion_tokens are both wrong")));
    expect((await failing(server)).kind).toBe("provider");
    expect(server.requests).toHaveLength(2);
  });

  it("is never a broken key", () => {
    for (const broken of ["sk-a b", "sk-a\nb", "schlüssel"]) {
      expect(() => openaiModel({ apiKey: broken, model: "m" })).toThrow(/API key holds/);
      expect(() => openaiModel({ apiKey: broken, model: "m" })).not.toThrow(broken);
    }
    expect(openaiModel({ apiKey: ` ${key}\n`, model: "m" }).parallel).toBe(true);
  });
});

describe("the list of models", () => {
  it("is sorted and tells which models end", async () => {
    const models = [{ id: "b", shutdown_date: 1_796_947_200 }, { id: "a", shutdown_date: "2027-01-14" }, { id: "c" }];
    await using server = await loopback([], models);
    expect(await listModels({ apiKey: key, baseUrl: server.url }, never)).toEqual([
      { id: "a", shutdown: "2027-01-14" },
      { id: "b", shutdown: "2026-12-11" },
      { id: "c", shutdown: null },
    ]);
  });

  it("fails as a request does", async () => {
    await using server = await loopback(status(401, error("no")), []);
    await expect(listModels({ apiKey: key, baseUrl: server.url }, never)).rejects.toMatchObject({ kind: "settings" });
  });
});

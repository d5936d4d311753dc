import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { bareJson, readAnswer, repairRequest, tokensOf } from "../../src/rewrite/answer.js";

const Pets = z.object({ pets: z.array(z.object({ name: z.string(), age: z.number().nullable() })), owner: z.string() });
const shape = z.toJSONSchema(Pets) as Parameters<typeof readAnswer>[2];
const completion = (content: unknown, fields: object = {}) => ({
  choices: [{ finish_reason: "stop", message: { content }, ...fields }],
});
const read = (body: unknown) => readAnswer(body, Pets, shape);

describe("an answer", () => {
  it("is the checked value", () => {
    expect(read(completion('{"pets":[{"name":"Rex","age":3}],"owner":"Bo"}'))).toEqual({
      ok: true,
      value: { pets: [{ name: "Rex", age: 3 }], owner: "Bo" },
    });
  });

  it("may leave out what may be empty, at any depth, and nothing else", () => {
    expect(read(completion('{"pets":[{"name":"Rex"}],"owner":"Bo"}'))).toMatchObject({ ok: true });
    expect(read(completion('{"owner":"Bo"}'))).toMatchObject({ ok: true, value: { pets: [] } });
    expect(read(completion('{"pets":[]}'))).toMatchObject({ ok: false, fault: "schema" });
  });

  it("may come as a list of text parts", () => {
    expect(
      read(
        completion([
          { type: "text", text: '{"pets":[],' },
          { type: "text", text: '"owner":"Bo"}' },
        ]),
      ),
    ).toMatchObject({ ok: true });
  });

  it.each<[unknown, string, RegExp]>([
    [null, "empty", /no choices/],
    ["<html>", "empty", /no choices/],
    [{ choices: [] }, "empty", /no choices/],
    [{ choices: [null] }, "empty", /no choices/],
    [completion(null), "empty", /no text/],
    [completion("  "), "empty", /no text/],
    [completion("<think>forever"), "malformed", /not valid JSON/],
    [{ choices: [{ message: { refusal: "No.", content: null } }] }, "refusal", /No\./],
    [completion('{"pets', { finish_reason: "length" }), "length", /cut off/],
    [completion("", { finish_reason: "content_filter" }), "filtered", /filter/],
    [completion("I would say yes."), "malformed", /not valid JSON/],
    [completion('{"pets":[{"age":"old"}],"owner":1}'), "schema", /pets\.0\.name/],
    [completion("[]"), "schema", /answer/],
  ])("that cannot be used says why: %j", (body, fault, issue) => {
    const reading = read(body);
    expect(reading).toMatchObject({ ok: false, fault });
    expect(reading.ok ? "" : reading.issues.join("\n")).toMatch(issue);
  });

  it.each([
    ['{"a":1}', '{"a":1}'],
    ['```json\n{"a":1}\n```', '{"a":1}'],
    ['Sure:\n```\n{"a":1}\n```\nBye', '{"a":1}'],
    ['<think>{"a":2}</think>{"a":1}', '{"a":1}'],
    ['<thinking>x</thinking>\n```json\n{"a":1}\n```', '{"a":1}'],
    ['The answer is {"a":{"b":1}}.', '{"a":{"b":1}}'],
    ['{"a":"```js\\nx\\n```"}', '{"a":"```js\\nx\\n```"}'],
    ['```json\n{"a":1}', '{"a":1}'],
    ["no json", "no json"],
  ])("is found in %j", (text, json) => {
    expect(bareJson(text)).toBe(json);
  });

  it("may be anything at all without harm", () => {
    const body = fc.oneof(fc.anything(), fc.json().map(completion), fc.string().map(completion));
    fc.assert(
      fc.property(body, (given) => {
        expect(read(given).ok).toBeTypeOf("boolean");
      }),
    );
  });

  it("that did not fit is asked for again with its issues", () => {
    expect(repairRequest(["pets: too many"])).toContain("- pets: too many");
  });
});

describe("tokens", () => {
  it("are those the server counts", () => {
    const usage = { prompt_tokens: 10, completion_tokens: 4, prompt_tokens_details: { cached_tokens: 8 } };
    expect(tokensOf({ usage })).toEqual({ inputTokens: 10, cachedTokens: 8, outputTokens: 4, reasoningTokens: 0 });
    expect(tokensOf({ usage: { prompt_tokens: -5, completion_tokens: Number.NaN } })?.inputTokens).toBe(0);
    expect(tokensOf({ usage: null })).toBeNull();
    expect(tokensOf({})).toBeNull();
  });
});

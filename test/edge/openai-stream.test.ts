import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { completionAssembler } from "../../src/edge/openai-stream.js";
import { event } from "../loopback.js";

const delta = (content: string) => event({ choices: [{ index: 0, delta: { content } }] });
const end = event({ choices: [{ index: 0, delta: {}, finish_reason: "stop" }] });

function assembled(pieces: string[]) {
  const heard: number[] = [];
  const assembler = completionAssembler((characters) => heard.push(characters));
  for (const piece of pieces) assembler.push(piece);
  return { heard, done: assembler.done, finished: assembler.finished, completion: () => assembler.completion() };
}

describe("a streamed completion", () => {
  it("is the same however the network cuts it", () => {
    const stream = `: ping\n\n${delta("Grüße ")}event: x\r\n${delta("“you”\n")}${end}${event({ choices: [], usage: { prompt_tokens: 3 } })}data: [DONE]\n\n`;
    const whole = {
      choices: [{ index: 0, finish_reason: "stop", message: { content: "Grüße “you”\n", refusal: null } }],
      usage: { prompt_tokens: 3 },
    };
    fc.assert(
      fc.property(fc.array(fc.nat(stream.length)), (cuts) => {
        const places = [0, ...cuts.sort((a, b) => a - b), stream.length];
        const pieces = places.slice(1).map((place, at) => stream.slice(places[at], place));
        const result = assembled(pieces);
        expect(result.completion()).toEqual(whole);
        expect(result.done).toBe(true);
        expect(result.heard).toEqual([6, 12]);
      }),
    );
  });

  it("counts without its last line break and without [DONE]", () => {
    const result = assembled([`${delta("a")}${end.trimEnd()}`]);
    expect(result.completion()).toMatchObject({ choices: [{ message: { content: "a" } }] });
  });

  it.each([
    ["nothing", "", /is empty/],
    ["comments only", ": ping\n\n", /is empty/],
    ["no end", delta("a"), /ended before the answer did/],
    ["[DONE] and no end", `${delta("a")}data: [DONE]\n\n`, /ended before the answer did/],
    ["half an event", `${delta("a")}data: {"choi`, /cut off/],
  ])("with %s is a fault", (_, stream, message) => {
    expect(() => assembled([stream]).completion()).toThrow(message);
  });

  it.each([
    ['data: {"error":{"message":"overloaded","code":"server_error"}}\n', /broke off: overloaded/],
    ['data: {"error":"dead"}\n', /broke off: dead/],
    ['data: {"error":{"message":"no credit","code":"insufficient_quota"}}\n', /429: no credit/],
  ])("that carries an error fails with it: %s", (stream, message) => {
    expect(() => assembled([stream])).toThrow(message);
  });

  it("collects a refusal", () => {
    const refusal = event({ choices: [{ delta: { refusal: "No." } }] });
    expect(assembled([refusal, end]).completion()).toMatchObject({ choices: [{ message: { refusal: "No." } }] });
  });
});

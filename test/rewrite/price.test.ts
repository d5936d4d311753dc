import { describe, expect, it } from "vitest";
import { addUsage, noUsage, parsePrices, priceOf, retirement } from "../../src/rewrite/price.js";
import { data } from "../doubles.js";

const shipped = parsePrices("pricing/models.json", await data.text("pricing/models.json"));
const tokens = (inputTokens: number, cachedTokens: number, outputTokens: number) => ({
  inputTokens,
  cachedTokens,
  outputTokens,
});

describe("prices of models", () => {
  it.each([
    ["gpt-6-luna", tokens(4500, 0, 2500), 0.0017],
    ["gpt-6.1-terra", tokens(4500, 0, 2500), 0.017],
    ["gpt-6.1-terra", tokens(4500, 4000, 2500), 0.0132],
    ["gpt-6.2-astra", tokens(1000, 1000, 0), 0.008],
    ["gpt-6-luna-2026-06-30", tokens(1_000_000, 0, 0), 0.1],
  ])("%s costs what its page says", (model, usage, cost) => {
    expect(priceOf(usage, model, shipped)).toBeCloseTo(cost, 8);
  });

  it("knows no price of a model that is not in the list, nor of one without a price", () => {
    expect(priceOf(tokens(10, 0, 10), "llama3.1:8b", shipped)).toBeNull();
    expect(priceOf(tokens(10, 0, 10), "gpt-4-turbo", shipped)).toBeNull();
  });

  it("counts no cached token twice where a server reports more of them than it read", () => {
    expect(priceOf(tokens(100, 500, 0), "gpt-6-luna", shipped)).toBeCloseTo(0.000001, 12);
  });

  it("adds usages, and a cost only where both are known", () => {
    const one = { ...noUsage, requests: 1, inputTokens: 10, costUsd: 0.5 };
    expect(addUsage(one, one)).toMatchObject({ requests: 2, inputTokens: 20, costUsd: 1 });
    expect(addUsage(one, { ...one, costUsd: null }).costUsd).toBeNull();
  });

  it("tells which models end, and when", () => {
    expect(retirement("gpt-4o-mini", shipped, "2026-11-23")).toEqual({
      shutdown: "2027-01-14",
      ended: false,
      successor: "gpt-6-luna",
    });
    expect(retirement("gpt-4", shipped, "2026-11-23")?.ended).toBe(true);
    expect(retirement("gpt-6-luna", shipped, "2026-11-23")).toBeNull();
  });

  const list = (change: (value: typeof shipped) => unknown) => {
    const copy = structuredClone(shipped);
    return JSON.stringify(change(copy) ?? copy);
  };
  it.each([
    ["{", /models\.json: is not JSON/],
    [list((value) => ({ ...value, date: "soon" })), /models\.json at date/],
    [list((value) => ({ ...value, models: [{ id: "a" }] })), /at models\.0\.input/],
    [list((value) => ({ ...value, models: [...value.models, value.models[0]] })), /gpt-6-luna a second time/],
    [list((value) => ({ ...value, defaults: { preview: "x", complete: "x" } })), /at defaults\.preview: x is not/],
    [list((value) => ({ ...value, defaults: { preview: "gpt-4o", complete: "gpt-4o" } })), /gpt-4o ends on 2027/],
  ])("a broken list is refused with the place: %#", (text, message) => {
    expect(() => parsePrices("pricing/models.json", text)).toThrow(message);
  });
});

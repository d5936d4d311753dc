import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { WireFault } from "../../src/edge/openai-errors.js";
import { pause, retryAfter, retryWait, usualRetries } from "../../src/edge/openai-retry.js";

const status = (code: number, retryAfterMs: number | null = null, name = ""): WireFault => ({
  kind: "status",
  status: code,
  code: name,
  param: null,
  message: "",
  retryAfterMs,
});
const policy = { ...usualRetries, random: () => 1 };

describe("the wait before another attempt", () => {
  it.each<[WireFault, number, number | null]>([
    [status(500), 1, 500],
    [status(503), 2, 1000],
    [status(500), 3, null],
    [status(429, 2000), 1, 2000],
    [status(429, 30_000), 1, 30_000],
    [status(429, 30_001), 1, null],
    [status(429, null, "insufficient_quota"), 1, null],
    [status(429, 5, "insufficient_quota"), 1, null],
    [status(408), 1, 500],
    [status(409), 1, 500],
    [status(400), 1, null],
    [status(401), 1, null],
    [status(404), 1, null],
    [{ kind: "timeout", seconds: 90 }, 1, 500],
    [{ kind: "timeout", seconds: 90 }, 2, null],
    [{ kind: "network", message: "" }, 2, 1000],
    [{ kind: "malformed", message: "" }, 1, 500],
    [{ kind: "redirect" }, 1, null],
    [{ kind: "too-big", bytes: 9 }, 1, null],
  ])("after %j, attempt %i", (fault, attempt, wait) => {
    expect(retryWait(fault, attempt, policy)).toBe(wait);
  });

  it("varies, and never passes the longest", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (attempt, luck) => {
          const wait = retryWait(status(500), attempt, { ...usualRetries, attempts: 99, random: () => luck });
          expect(wait).toBeGreaterThanOrEqual(250);
          expect(wait).toBeLessThanOrEqual(30_000);
        },
      ),
    );
  });

  it("is over at once when the run is stopped, with the reason it was stopped for", async () => {
    const stop = new AbortController();
    const waiting = pause(30_000, stop.signal);
    stop.abort();
    await expect(waiting).rejects.toMatchObject({ kind: "interrupted" });
    await expect(pause(30_000, AbortSignal.abort())).rejects.toMatchObject({ kind: "interrupted" });
  });
});

describe("Retry-After", () => {
  const now = Date.parse("2026-11-23T00:00:00Z");
  it.each<[Record<string, string>, number | null]>([
    [{ "retry-after": "7" }, 7000],
    [{ "retry-after": "0.5" }, 500],
    [{ "retry-after-ms": "12.2", "retry-after": "9" }, 13],
    [{ "retry-after": "Mon, 23 Nov 2026 00:00:10 GMT" }, 10_000],
    [{ "retry-after": "Mon, 23 Nov 2020 00:00:10 GMT" }, 0],
    [{ "retry-after": "soon" }, null],
    [{}, null],
  ])("%j", (headers, wait) => {
    expect(retryAfter(new Headers(headers), now)).toBe(wait);
  });
});

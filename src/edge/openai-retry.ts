import { interrupted, type WireFault } from "./openai-errors.js";

/** How failed requests are repeated. */
export interface RetryPolicy {
  /** Requests in all, the first included. */
  attempts: number;
  /** First wait in milliseconds; it doubles with each attempt. */
  baseMs: number;
  /** The longest wait that is accepted, in milliseconds; a provider that asks for more has failed. */
  longestMs: number;
  /** A number from 0 up to 1 for the jitter. */
  random: () => number;
}

/** Three requests, half a second at first, never more than 30 s. */
export const usualRetries: RetryPolicy = { attempts: 3, baseMs: 500, longestMs: 30_000, random: Math.random };

/** Milliseconds to wait before the next attempt; null where a fault is not worth one. `attempt` counts from 1. */
export function retryWait(fault: WireFault, attempt: number, policy: RetryPolicy): number | null {
  if (attempt >= policy.attempts || !isPassing(fault, attempt)) return null;
  const asked = fault.kind === "status" ? fault.retryAfterMs : null;
  if (asked !== null) return asked <= policy.longestMs ? asked : null;
  const wait = Math.min(policy.baseMs * 2 ** (attempt - 1), policy.longestMs);
  return Math.round(wait * (0.5 + policy.random() / 2));
}

/** Whether the fault may pass; a time-out is tried once more only, for it has cost the whole deadline. */
function isPassing(fault: WireFault, attempt: number): boolean {
  switch (fault.kind) {
    case "status":
      if (fault.code === "insufficient_quota") return false;
      return fault.status === 429 || fault.status === 408 || fault.status === 409 || fault.status >= 500;
    case "timeout":
      return attempt === 1;
    case "network":
    case "malformed":
      return true;
    default:
      return false;
  }
}

/** What Retry-After asks for, in milliseconds: seconds, a date, or the milliseconds of retry-after-ms; null without one. */
export function retryAfter(headers: Headers, now: number): number | null {
  const exact = headers.get("retry-after-ms");
  if (exact !== null && /^\d+(\.\d+)?$/.test(exact)) return Math.ceil(Number(exact));
  const text = headers.get("retry-after")?.trim() ?? "";
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

/** Waits, or throws the UserError "interrupted" at once when the signal is aborted. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(interrupted(signal));
    const stop = (): void => {
      clearTimeout(timer);
      reject(interrupted(signal));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, ms);
    signal.addEventListener("abort", stop, { once: true });
  });
}

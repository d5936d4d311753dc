import { UserError } from "../errors.js";

/** Why a request brought no completion. */
export type WireFault =
  | { kind: "status"; status: number; code: string; param: string | null; message: string; retryAfterMs: number | null }
  | { kind: "timeout"; seconds: number }
  | { kind: "network"; message: string }
  | { kind: "redirect" }
  | { kind: "malformed"; message: string }
  | { kind: "too-big"; bytes: number };

/** A request that failed; stays inside the edge. */
export class WireError extends Error {
  readonly fault: WireFault;
  constructor(fault: WireFault) {
    super(faultText(fault));
    this.name = "WireError";
    this.fault = fault;
  }
}

/** Whom was asked, for the words of a failure. */
export interface Asked {
  host: string;
  model: string;
  local: boolean;
}

/** The same text without the key or anything that looks like one, on one line of at most 300 characters. */
export function redactor(apiKey: string | null): (text: string) => string {
  return (text) => {
    const hidden = apiKey ? text.split(apiKey).join("[key]") : text;
    return hidden
      .replace(/\b(sk|rk|pk)-[\w*.-]{4,}/g, "[key]")
      .replace(/\bBearer\s+\S+/gi, "Bearer [key]")
      .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
      .trim()
      .slice(0, 300);
  };
}

/** A fault in a few words, for the list of attempts. */
export function faultText(fault: WireFault): string {
  switch (fault.kind) {
    case "status":
      return `status ${fault.status}${fault.message ? `: ${fault.message}` : ""}`;
    case "timeout":
      return `no complete answer within ${fault.seconds} s`;
    case "redirect":
      return "it redirects to another address, where a resume is not sent";
    case "too-big":
      return `the answer is larger than ${Math.round(fault.bytes / 1e6)} MB`;
    default:
      return fault.message;
  }
}

/** The person stopped the run; what stopped it may have said so already. */
export function interrupted(signal: AbortSignal): UserError {
  if (signal.reason instanceof UserError) return signal.reason;
  return new UserError("interrupted", "Interrupted.", "Nothing more was sent.");
}

const elsewhere = "Use --fallback or --engine offline to go on without it.";

/** The failure a person sees after the last attempt; `attempts` names each, in words that are safe to print. */
export function providerFailure(asked: Asked, last: WireFault | null, attempts: readonly string[]): UserError {
  const settings = last?.kind === "status" ? settingsFailure(asked, last.status, last.code, last.message) : null;
  if (settings) return settings;
  const story =
    attempts.length === 1
      ? `: ${attempts[0]}`
      : ` in ${attempts.length} attempts: ${attempts.map((text, index) => `(${index + 1}) ${text}`).join("; ")}`;
  return new UserError(
    "provider",
    `${asked.host} gave no usable answer${story.replace(/\.$/, "")}.`,
    hintFor(asked, last),
  );
}

function settingsFailure(asked: Asked, status: number, code: string, message: string): UserError | null {
  const said = message ? ` It says: ${message}` : "";
  if (status === 401 || status === 403) {
    const what = status === 401 ? "refused the API key" : "does not allow this key to use the model";
    return new UserError(
      "settings",
      `${asked.host} ${what} (${status}).${said}`,
      "Check OPENAI_API_KEY or `resumelaw config set apiKey`; --engine offline needs no key.",
    );
  }
  if (status !== 404) return null;
  return code === "model_not_found" || /\bmodel\b/i.test(message)
    ? new UserError(
        "settings",
        `${asked.host} does not know the model ${asked.model} (404).${said}`,
        "Name another with --model; `resumelaw doctor` lists the models there.",
      )
    : new UserError(
        "settings",
        `${asked.host} has no chat completions at this address (404).${said}`,
        "Check --base-url or OPENAI_BASE_URL; it usually ends in /v1.",
      );
}

function hintFor(asked: Asked, last: WireFault | null): string {
  switch (last?.kind) {
    case "timeout":
      return `Give it more time with --timeout. ${elsewhere}`;
    case "network":
      return `${asked.local ? "Is the server running?" : "Check the connection and --base-url."} ${elsewhere}`;
    case "redirect":
      return "Give the final address with --base-url.";
    case "malformed":
    case "too-big":
      return `Check that --base-url is the address of an OpenAI-compatible server; it usually ends in /v1. ${elsewhere}`;
    case "status":
      if (last.code === "insufficient_quota") return `Add credit to the provider's account. ${elsewhere}`;
      if (last.status === 429) return `Wait and try again later. ${elsewhere}`;
      if (last.status < 500) return `Try another model with --model. ${elsewhere}`;
      return `Try again later. ${elsewhere}`;
    default:
      return `Try again, or another model with --model. ${elsewhere}`;
  }
}

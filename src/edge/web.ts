import { UserError } from "../errors.js";
import type { NamedBytes, Web } from "../ports.js";
import { decodeAs } from "../read/encoding.js";
import { type Answer, request } from "./web-request.js";

/** What fetching may take; tests shorten it. */
export interface WebLimits {
  ms: number;
  hops: number;
}

const usualLimits: WebLimits = { ms: 20_000, hops: 5 };
const saveThePage = "Open it in a browser, save the page or copy the posting's text into a file, and give that file.";

/** Pages on the web: http and https only, at most five redirects, none of them from the public internet into a private network. */
export function webEdge(limits: WebLimits = usualLimits): Web {
  return {
    async fetch(url, signal) {
      const deadline = AbortSignal.timeout(limits.ms);
      const either = signal === undefined ? deadline : AbortSignal.any([signal, deadline]);
      try {
        return await follow(typedUrl(url), url, limits.hops, either);
      } catch (cause) {
        if (signal?.aborted) throw signal.reason;
        if (cause instanceof UserError) throw cause;
        throw deadline.aborted ? tooSlow(url, limits.ms) : unreachable(url, cause);
      }
    },
  };
}

async function follow(
  first: URL,
  typed: string,
  hops: number,
  signal: AbortSignal,
): Promise<NamedBytes & { contentType: string }> {
  let at = first;
  let mustBePublic = false;
  for (let hop = 0; hop <= hops; hop++) {
    const answer = await request(at, typed, mustBePublic, signal);
    mustBePublic ||= answer.wasPublic;
    if (answer.redirect === null) return pageOf(answer, at, typed);
    at = nextUrl(answer.redirect, at, typed);
  }
  throw new UserError("input", `${typed} redirects more than ${hops} times.`, saveThePage);
}

function pageOf({ status, contentType, bytes }: Answer, at: URL, typed: string): NamedBytes & { contentType: string } {
  if (status < 200 || status > 299) throw refused(status, typed);
  if (/^(image|audio|video|font)\//i.test(contentType)) {
    throw new UserError(
      "input",
      `${typed} is no page but ${contentType.split(";")[0]}.`,
      "Give the address of the posting itself.",
    );
  }
  if (/\/(login|signin|sign-in|authwall|uas\/login|checkpoint)\b/i.test(at.pathname) && at.href !== typed) {
    throw new UserError("input", `${typed} asks for a login.`, saveThePage);
  }
  if (bytes.length === 0) throw new UserError("input", `${typed} answered with an empty page.`, saveThePage);
  return { name: typed, bytes: inUtf8(bytes, contentType), contentType };
}

/** A page may name its encoding in the header alone; it is written again in UTF-8 with a mark, so that readers know. */
function inUtf8(bytes: Uint8Array, contentType: string): Uint8Array {
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1];
  if (
    charset === undefined ||
    /^utf-?8$/i.test(charset) ||
    !/^(text\/|application\/(json|xhtml|xml))/i.test(contentType)
  )
    return bytes;
  return new TextEncoder().encode(`\ufeff${decodeAs(bytes, charset)}`);
}

function typedUrl(typed: string): URL {
  const url = URL.canParse(typed) ? new URL(typed) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new UserError(
      "usage",
      `${typed} is not a web address.`,
      "Give an address that begins with http:// or https://, or a file.",
    );
  }
  return url;
}

function nextUrl(location: string, at: URL, typed: string): URL {
  const url = URL.canParse(location, at.href) ? new URL(location, at) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new UserError(
      "input",
      `${typed} redirects to something that is not a web page (${location.slice(0, 60)}).`,
      saveThePage,
    );
  }
  url.username = "";
  url.password = "";
  return url;
}

function refused(status: number, typed: string): UserError {
  if (status === 404 || status === 410) {
    return new UserError(
      "input",
      `${typed} is not there (status ${status}).`,
      "The posting may have been taken down; check the address, or give the text as a file.",
    );
  }
  if (status >= 500 && status < 600)
    return new UserError(
      "input",
      `The server of ${typed} has a fault (status ${status}).`,
      `Try again later. ${saveThePage}`,
    );
  if (status === 429)
    return new UserError("input", `${typed} takes no more requests from here for now (status 429).`, saveThePage);
  return new UserError("input", `${typed} does not let programs read it (status ${status}).`, saveThePage);
}

function tooSlow(typed: string, ms: number): UserError {
  return new UserError("input", `${typed} did not answer within ${ms / 1000} s.`, `Try again later. ${saveThePage}`);
}

function unreachable(typed: string, cause: unknown): UserError {
  const { code = "", message } = cause as NodeJS.ErrnoException;
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") {
    return new UserError(
      "input",
      `The server of ${typed} is not known.`,
      "Check the address for a typing error, and the network.",
      cause,
    );
  }
  if (code === "ECONNREFUSED")
    return new UserError(
      "input",
      `Nothing answers at ${typed}.`,
      "Check the address, and that the server runs.",
      cause,
    );
  if (/CERT|SELF_SIGNED|SSL|TLS/i.test(code)) {
    return new UserError("input", `The connection to ${typed} is not secure: ${message}`, saveThePage, cause);
  }
  return new UserError(
    "input",
    `${typed} could not be fetched: ${message}`,
    `Check the network. ${saveThePage}`,
    cause,
  );
}

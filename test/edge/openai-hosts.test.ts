import { describe, expect, it } from "vitest";
import { capabilitiesOf, corrected, isLocal } from "../../src/edge/openai-hosts.js";

describe("a server", () => {
  it.each([
    ["http://localhost:11434/v1", true],
    ["http://127.0.0.1:1234/v1", true],
    ["http://[::1]:8080/v1", true],
    ["http://192.168.1.20:8000/v1", true],
    ["http://172.20.0.2/v1", true],
    ["http://mac.local:1234/v1", true],
    ["http://[fd12:3456::1]/v1", true],
    ["https://api.openai.com/v1", false],
    ["https://172.32.0.1/v1", false],
    ["https://10.example.com/v1", false],
    ["https://localhost.example.com/v1", false],
  ])("%s is of this network: %s", (url, local) => {
    expect(isLocal(url)).toBe(local);
  });

  it("is taken for OpenAI's only at OpenAI's address", () => {
    expect(capabilitiesOf("https://api.openai.com/v1")).toMatchObject({
      tokenParam: "max_completion_tokens",
      extras: true,
      sampling: false,
    });
    for (const url of [
      "https://api.openai.com.example.com/v1",
      "http://api.openai.com/v1",
      "http://localhost:11434/v1",
    ]) {
      expect(capabilitiesOf(url)).toMatchObject({ tokenParam: "max_tokens", extras: false, effort: false });
    }
  });
});

describe("a refused parameter", () => {
  const openai = capabilitiesOf("https://api.openai.com/v1");
  const other = capabilitiesOf("http://localhost:1/v1");
  it.each([
    [other, "max_tokens", "Use 'max_completion_tokens' instead.", { tokenParam: "max_completion_tokens" }],
    [openai, null, "unknown field max_completion_tokens", { tokenParam: "max_tokens" }],
    [openai, "reasoning_effort", "Unsupported value: 'none'", { effort: false }],
    [openai, "verbosity", "no", { extras: false }],
    [openai, null, "Unrecognized request argument supplied: prompt_cache_key", { extras: false }],
    [other, "response_format", "json_schema is not supported", { responseFormat: "json_object" }],
    [
      { ...other, responseFormat: "json_object" as const },
      null,
      "'response_format.type' must be 'json_schema' or 'text'",
      { responseFormat: "none" },
    ],
    [other, "stream", "must be verified", { stream: false }],
    [other, null, "stream_options.include_usage is not permitted", { streamUsage: false, stream: true }],
    [other, null, "temperature: extra inputs are not permitted", { sampling: false }],
  ])("is left out: %#", (has, param, message, change) => {
    expect(corrected(has, param, message)).toEqual({ ...has, ...change });
  });

  it.each([
    [other, null, "This model's maximum context length is 8192 tokens"],
    [other, "reasoning_effort", "was never sent"],
    [{ ...other, responseFormat: "none" as const }, "response_format", "no"],
    [other, null, ""],
  ])("is not seen where none is named or left: %#", (has, param, message) => {
    expect(corrected(has, param, message)).toBeNull();
  });
});

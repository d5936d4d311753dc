import { describe, expect, it } from "vitest";
import { UserError } from "../../src/errors.js";
import { type ChoiceInput, chooseEngine } from "../../src/rewrite/choice.js";

const input = (part: {
  flags?: ChoiceInput["flags"];
  environment?: ChoiceInput["environment"];
  settings?: ChoiceInput["settings"];
}): ChoiceInput => ({
  flags: part.flags ?? {},
  environment: part.environment ?? {},
  settings: part.settings ?? {},
});

describe("the engine of a run", () => {
  it.each([
    ["nothing is set", {}, "offline"],
    ["a key is in the environment", { environment: { apiKey: "sk-1" } }, "openai"],
    ["the key in the environment is blank", { environment: { apiKey: "  " } }, "offline"],
    ["a key is set", { settings: { apiKey: "sk-1" } }, "openai"],
    ["a base URL and a model are set", { settings: { baseUrl: "http://localhost:1/v1", model: "m" } }, "openai"],
    ["a flag says offline beside a key", { flags: { engine: "offline" }, environment: { apiKey: "sk-1" } }, "offline"],
    ["the environment says offline beside a key", { environment: { engine: "offline", apiKey: "sk-1" } }, "offline"],
    [
      "a setting says offline, a flag auto, beside a key",
      { flags: { engine: "auto" }, settings: { engine: "offline", apiKey: "sk-1" } },
      "openai",
    ],
  ] as const)("when %s", (_when, part, engine) => {
    expect(chooseEngine(input(part)).engine).toBe(engine);
  });

  it.each([
    ["openai without a key", { flags: { engine: "openai" } }, "settings", /needs a key/],
    ["an engine nobody knows", { environment: { engine: "gpt" } }, "settings", /RESUMELAW_ENGINE/],
    ["an address that is none, typed", { flags: { baseUrl: "localhost:11434" } }, "usage", /--base-url/],
    [
      "an address that is none, in the environment",
      { environment: { baseUrl: "ftp://x" } },
      "settings",
      /OPENAI_BASE_URL/,
    ],
    ["an address with a password", { flags: { baseUrl: "http://me:secret@host/v1" } }, "usage", /not an http/],
    ["another server without a model", { flags: { baseUrl: "http://localhost:11434/v1" } }, "settings", /Which model/],
  ] as const)("refuses %s", (_what, part, kind, message) => {
    const attempt = () => chooseEngine(input(part));
    expect(attempt).toThrow(message);
    expect(attempt).not.toThrow(/secret/);
    try {
      attempt();
    } catch (error) {
      expect(error).toBeInstanceOf(UserError);
      expect((error as UserError).kind).toBe(kind);
    }
  });
});

describe("the key goes only where the user named it", () => {
  const local = "http://localhost:11434/v1";
  it.each([
    ["OpenAI's API, from the environment", { environment: { apiKey: "env" } }, "env"],
    ["OpenAI's API, from the settings", { settings: { apiKey: "set" } }, "set"],
    ["a server named by flag", { flags: { baseUrl: local, model: "m" }, environment: { apiKey: "env" } }, "env"],
    ["a server named beside the key", { environment: { apiKey: "env", baseUrl: local, model: "m" } }, "env"],
    [
      "a server of the settings, key in the environment",
      { environment: { apiKey: "env" }, settings: { baseUrl: local, model: "m" } },
      null,
    ],
    [
      "a server of the environment, key in the settings",
      { environment: { baseUrl: local, model: "m" }, settings: { apiKey: "set" } },
      null,
    ],
    [
      "a server and key of the settings, another key in the environment",
      { environment: { apiKey: "env" }, settings: { baseUrl: local, apiKey: "set", model: "m" } },
      "set",
    ],
    [
      "a look-alike of OpenAI's host",
      { environment: { apiKey: "env" }, settings: { baseUrl: "https://api.openai.com.example.com/v1", model: "m" } },
      null,
    ],
    [
      "OpenAI's host without TLS",
      { environment: { apiKey: "env" }, settings: { baseUrl: "http://api.openai.com/v1", model: "m" } },
      null,
    ],
  ] as const)("%s", (_where, part, apiKey) => {
    const choice = chooseEngine(input(part));
    expect(choice).toMatchObject({ engine: "openai", apiKey });
    if (choice.engine === "openai" && apiKey === null) expect(choice.notes.join()).toMatch(/not sent/);
  });

  it("takes the flag's model before the environment's and the setting's", () => {
    const part = { flags: { model: "a" }, environment: { apiKey: "k", model: "b" }, settings: { model: "c" } };
    expect(chooseEngine(input(part))).toMatchObject({ model: "a", previewModel: "a" });
    expect(chooseEngine(input({ ...part, flags: {} }))).toMatchObject({ model: "b" });
    expect(
      chooseEngine(input({ environment: { apiKey: "k" }, settings: { model: "c", previewModel: "d" } })),
    ).toMatchObject({ model: "c", previewModel: "d" });
  });
});

import { describe, expect, it } from "vitest";
import { settingKey, settingLines, settingValue, shownSetting } from "../../src/write/settings.js";

describe("a setting's name", () => {
  it.each([
    ["engine", "engine"],
    ["BASEURL", "baseUrl"],
    ["base-url", "baseUrl"],
    ["api_key", "apiKey"],
  ])("%s is %s", (typed, key) => expect(settingKey(typed)).toBe(key));

  it("unknown lists the known ones", () => {
    expect(() => settingKey("colour")).toThrow(/no setting "colour"/);
  });
});

describe("a setting's value", () => {
  it.each([
    ["timeout", "30", 30],
    ["engine", "offline", "offline"],
    ["model", "4", "4"],
    ["baseUrl", "http://localhost:11434/v1", "http://localhost:11434/v1"],
    ["format", "docx,md", "docx,md"],
  ] as const)("%s takes %s", (key, typed, value) => expect(settingValue(key, typed)).toBe(value));

  it.each([
    ["timeout", "0"],
    ["timeout", "soon"],
    ["engine", "gpt"],
    ["baseUrl", "localhost:11434"],
    ["baseUrl", "ftp://host/v1"],
    ["apiKey", "two words"],
    ["format", "docx,xls"],
    ["paper", "a5"],
  ] as const)("%s refuses %s", (key, typed) =>
    expect(() => settingValue(key, typed)).toThrow(new RegExp(`not a value for ${key}`)),
  );

  it("is never repeated where it may be a key", () => {
    expect(() => settingValue("apiKey", "sk secret")).not.toThrow(/secret/);
    expect(shownSetting("apiKey", "sk-0123456789")).toBe("…6789");
    expect(shownSetting("model", undefined)).toBeNull();
  });
});

it("lists settings aligned, each with its meaning", () => {
  const rows = [
    { key: "engine" as const, value: "offline", meaning: "which engine" },
    { key: "promptsFolder" as const, value: null, meaning: "which prompts" },
  ];
  expect(settingLines(rows, (_style, text) => text)).toEqual([
    "engine         offline",
    "               which engine",
    "promptsFolder  not set",
    "               which prompts",
  ]);
});

import { describe, expect, it } from "vitest";
import { parsePolicy } from "../../src/rewrite/policy-file.js";

describe("a policy file", () => {
  it.each([
    ["rules:\n  - name: no summary\n    when: {place: summary}\n    do: reject\ndefault: accept\n"],
    ['{"rules": [{"name": "no summary", "when": {"place": ["summary"]}, "do": "reject"}], "default": "accept"}'],
    ['{\n\t"rules": [\n\t\t{"name": "no summary", "when": {"place": "summary"}, "do": "reject"}\n\t]\n}'],
  ])("is YAML or JSON: %j", async (text) => {
    expect(await parsePolicy(text, "p")).toEqual({
      rules: [{ name: "no summary", when: { place: ["summary"] }, do: "reject" }],
      default: "accept",
    });
  });

  it.each([
    ["rules:\n  - when: {place: summry}\n    do: reject", /^p\.yaml, line 2: "rules\.0\.when\.place\.0": .*"summary"/],
    ["rules:\n  - when:\n      place: [summary,\n        nowhere]\n    do: reject", /^p\.yaml, line 4:/],
    ["default: accept\nrules:\n  - when: {op: move}\n    do: allow", /^p\.yaml, line 4: "rules\.0\.do"/],
    ["rules:\n  - when: {op: move}\n", /^p\.yaml, line 2: "rules\.0\.do"/],
    ["rules:\n  - when: {}\n    do: accept", /^p\.yaml, line 2: "rules\.0\.when": a rule needs a condition/],
    ["rules: []\n\nrule: []", /^p\.yaml, line 3: "rule"/],
    ["rules:\n  - when: {longerBy: much}\n    do: reject", /^p\.yaml, line 2: "rules\.0\.when\.longerBy"/],
    ["rules:\n  - when: {op: move\n    do: reject", /^p\.yaml, line \d: this is not YAML or JSON/],
    ["", /^p\.yaml, line 1:/],
    ["just words", /^p\.yaml, line 1:/],
  ])("%j is refused with its line", async (text, message) => {
    await expect(parsePolicy(text, "p.yaml")).rejects.toMatchObject({
      kind: "settings",
      message: expect.stringMatching(message),
      hint: expect.stringContaining("README"),
    });
  });
});

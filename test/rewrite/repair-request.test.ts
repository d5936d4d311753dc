import { describe, expect, it } from "vitest";
import { loadPrompts } from "../../src/rewrite/prompts.js";
import { repairPlan } from "../../src/rewrite/repair-request.js";
import type { Verdict } from "../../src/schema/edit.js";
import { data } from "../doubles.js";
import { task } from "./model-task.js";

const paths = await data.list("prompts");
const files = paths.map(async (path) => ({ path, text: await data.text(path), origin: "bundled" as const }));
const prompts = loadPrompts(await Promise.all(files));
const mark = "f3a9c1d2e4";

function held(id: string, text: string, evidence: string[], token: string, explanation: string): Verdict {
  return {
    edit: { id, op: "replace", text, after: null, evidence, keywords: [], why: "" },
    status: "held-back",
    findings: [
      { rule: "quantities", token, explanation, severity: "block" },
      { rule: "stock", token: "seasoned", explanation: "A stock phrase.", severity: "flag" },
    ],
  };
}

describe("the request for a second try", () => {
  const facts = [{ id: "f1", text: "Used Grafana at Acme", entry: "w1", at: "2026-01-01T00:00:00Z", origin: "user" }];
  const { parsed } = task();
  const [own, other, third] = Object.keys(parsed.ids).filter((id) => /^w1\.h/.test(id)) as [string, string, string];
  const told = "Your resume does not say “40%”. Source, line 4: “Anything”.";
  const plan = repairPlan(
    task({ facts }),
    [held(own, "Cut costs by 40% for Marisol Quist", [own, other, "f1", "w9.h9"], "40%", told)],
    prompts,
    mark,
  );
  const { user, system } = plan.request;

  it("shows the line, what it rests on, what was proposed and what was found, inside a fence", () => {
    expect(user).toMatch(new RegExp(`<<<LINES ${mark}\\n[\\s\\S]*\\nLINES ${mark}>>>`));
    expect(user).toContain(`\n[${own}] `);
    expect(user).toContain(`also [${other}] `);
    expect(user).toContain("also [f1] Used Grafana at Acme");
    expect(user).toContain("proposed: Cut costs by 40% for <NAME>");
    expect(user).toContain("found “40%”: Your resume does not say “40%”.");
    expect([...plan.ids]).toEqual([own]);
  });

  it("holds nothing else: no other line, no remark, no posting, no contact data", () => {
    expect(user).not.toContain(`[${third}]`);
    expect(user).not.toMatch(/seasoned|Anything|w9\.h9/);
    expect(user).not.toMatch(/marisol|quist/i);
    expect(user).not.toContain("POSTING");
    expect(system).not.toContain(mark);
  });
});

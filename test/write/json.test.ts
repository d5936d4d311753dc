import { createRequire } from "node:module";
import { expect, it } from "vitest";
import { writeJson } from "../../src/write/json.js";
import { parsedFrom } from "../fixtures/parsed-resume.js";
import { printed } from "../fixtures/printed-resume.js";

interface Validator {
  validate(resume: unknown, callback: (errors: unknown, valid: boolean) => void): void;
}

const schema: Validator = createRequire(import.meta.url)("@jsonresume/schema");

function faults(resume: unknown): unknown {
  let found: unknown = "not asked";
  schema.validate(resume, (errors) => {
    found = errors;
  });
  return found;
}

it("writes JSON Resume that its schema finds valid, with every value", () => {
  const { $schema, ...rest } = JSON.parse(writeJson(printed.parsed));
  expect(faults({ $schema, ...rest })).toBeNull();
  expect(rest).toEqual(printed.parsed.resume);
  expect($schema).toMatch(/^https:\/\//);
});

it("is held against the schema for real: a wrong date is a fault", () => {
  expect(faults({ work: [{ startDate: "yesterday" }] })).not.toBeNull();
});

it("keeps the schema that the resume names itself", () => {
  const parsed = parsedFrom({ $schema: "https://example.org/schema.json", basics: { name: "A" } });
  expect(JSON.parse(writeJson(parsed)).$schema).toBe("https://example.org/schema.json");
});

import type { ParsedResume } from "../schema/resume.js";

const SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json";

/** The resume as JSON Resume 1.0.0, valid against @jsonresume/schema; sections that it has no place for stay under `sections`. */
export function writeJson({ resume }: ParsedResume): string {
  const { $schema, ...rest } = resume;
  return `${JSON.stringify({ $schema: $schema ?? SCHEMA, ...rest }, null, 2)}\n`;
}

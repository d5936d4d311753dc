import { describe, expect, it } from "vitest";
import { isProduct, showsFully } from "../../src/match/categories.js";
import { loadKnowledge } from "../../src/understand/knowledge.js";
import { data } from "../doubles.js";

const { lexicon } = await loadKnowledge(data);

describe("having the one", () => {
  it.each([
    ["AWS", "Cloud computing", true],
    ["PostgreSQL", "SQL", true],
    ["PostgreSQL", "Databases", true],
    ["FastAPI", "Web frameworks", true],
    ["GitHub Actions", "CI/CD", true],
    ["AWS Certified Developer", "AWS certification", true],
    ["AWS Certified Developer", "AWS", false],
    ["QuickBooks", "Accounting", false],
    ["Wound care", "Nursing", false],
    ["Unit testing", "Software testing", false],
    ["AWS", "Nonesuch", false],
  ])("%s shows %s in full: %s", (term, ancestor, full) => expect(showsFully(term, ancestor, lexicon)).toBe(full));
});

it.each([
  ["Go", true],
  ["Docker", true],
  ["Databases", false],
  ["Cloud computing", false],
  ["Nursing", false],
  ["Nonesuch", false],
])("%s is a product: %s", (term, product) => expect(isProduct(term, lexicon)).toBe(product));

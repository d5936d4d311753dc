import { expect, it } from "vitest";
import { noUsage } from "../../src/rewrite/price.js";
import { planDocument, planLines } from "../../src/write/plan.js";

const requests = [
  { schemaName: "posting_requirements", model: "gpt-6-luna", inputTokens: 1200, outputTokens: 600, costUsd: 0.00042 },
  { schemaName: "resume_edits", model: "llama", inputTokens: 3400, outputTokens: 2000, costUsd: null },
];

it("says of the offline engine that nothing would be sent", () => {
  expect(planLines({ engine: "offline", requests: [], usage: noUsage }).join()).toMatch(/no request, 0 tokens, \$0/);
});

it("names each request with its tokens and price, and says where a price is unknown", () => {
  const lines = planLines({
    engine: "openai",
    requests,
    usage: { ...noUsage, requests: 2, inputTokens: 4600, outputTokens: 2600, costUsd: null },
  });
  expect(lines[1]).toMatch(/read the posting +gpt-6-luna: about 1,200 tokens in, 600 out, \$0\.0004/);
  expect(lines[2]).toMatch(/rewrite the resume +llama: .*price of this model unknown/);
  expect(lines[3]).toMatch(/4,600 tokens in, 2,600 out: price of this model unknown\. Nothing was sent/);
  expect(planDocument({ engine: "openai", requests, usage: noUsage })).toMatchObject({
    schema: "resumelaw/plan@1",
    credits: { needed: 0 },
  });
});

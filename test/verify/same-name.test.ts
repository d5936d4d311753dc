import { expect, it } from "vitest";
import { sameName } from "../../src/verify/same-name.js";

it.each([
  ["K8s", "Kubernetes"],
  ["AWS", "Amazon Web Services"],
  ["Postgres", "PostgreSQL"],
  ["ECG", "EKG"],
  ["JS", "JavaScript"],
  ["sklearn", "scikit-learn"],
  ["Golang", "Go"],
  ["Azure", "Microsoft Azure"],
  ["unit tests", "unit testing"],
])("takes %s and %s for the same", (one, other) => {
  expect([sameName(one, other), sameName(other, one)]).toEqual([true, true]);
});

it.each([
  ["Netlify", "Vercel"],
  ["Debian", "Ubuntu"],
  ["Akamai", "Cloudflare"],
  ["shorthand", "typing"],
  ["MySQL", "PostgreSQL"],
  ["Excel", "Word"],
])("keeps %s and %s apart", (one, other) => {
  expect([sameName(one, other), sameName(other, one)]).toEqual([false, false]);
});

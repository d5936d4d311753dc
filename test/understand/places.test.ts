import { expect, it } from "vitest";
import { placeScore } from "../../src/understand/places.js";
import { words } from "./resume-words.js";

it.each([
  "Austin, TX",
  "Boston, MA 02115",
  "Paris, France",
  "Remote",
  "San Francisco, CA (Remote)",
  "Budapest (Hungary)",
  "Berlin",
  "Wolverhampton",
  "Thiruvananthapuram",
  "Trois-Rivières",
  "St. Catharines",
])("takes %s for a place", (text) => {
  expect(placeScore(text, words)).toBeGreaterThanOrEqual(0.7);
});

it.each([
  "Acme Inc., Austin, TX",
  "Senior Engineer, Remote Systems",
  "DataStartup Inc -- Remote",
  "Example Solutions, USA",
  "OpenThings, San Francisco, USA",
  "7 Hills Catering, Pune, India",
])("takes %s for more than a place", (text) => {
  expect(placeScore(text, words)).toBeLessThan(0.7);
});

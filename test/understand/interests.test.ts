import { expect, it } from "vitest";
import { understandResume } from "../../src/understand/resume.js";
import { documentOf, linesOf, words } from "./resume-words.js";

const interests = (text: string) =>
  understandResume(documentOf(linesOf(`# Mia Example\nmia@example.com\n\n## Interests\n${text}`)), words).resume
    .interests;

it("reads names in a column of their own with the items beside and below them", () => {
  expect(interests("Reading\tNovels\nEssays on bees\nFilm\tWesterns, comedies")).toEqual([
    { name: "Reading", keywords: ["Novels", "Essays on bees"] },
    { name: "Film", keywords: ["Westerns", "comedies"] },
  ]);
});

it("reads short lines that a gap parts from the block above as names", () => {
  expect(interests("Reading\nNovels\nEssays on bees\n\nFilm\nWesterns, comedies")).toEqual([
    { name: "Reading", keywords: ["Novels", "Essays on bees"] },
    { name: "Film", keywords: ["Westerns", "comedies"] },
  ]);
});

it("takes plain lines for interests of their own", () => {
  expect(interests("Reading\nFilm\nRowing")?.map(({ name }) => name)).toEqual(["Reading", "Film", "Rowing"]);
});

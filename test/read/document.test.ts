import { describe, expect, it } from "vitest";
import { readPosting, readResume } from "../../src/read/document.js";
import { docxOf, p } from "./docx-file.js";
import { madePdf } from "./pdf-made.js";

const bytes = (text: string) => new TextEncoder().encode(text);
const resume = "Jo Doe\njo@example.com\nClerk at Acme since 2019, filed papers and led a team.";

describe("readResume and readPosting", () => {
  it.each([
    ["docx", docxOf(p(resume))],
    ["pdf", madePdf([resume.split("\n").map((text, at) => ({ text, x: 72, y: 100 + at * 20 }))])],
    ["text", bytes(resume)],
    [
      "markdown",
      bytes(`# Jo Doe\n\n## Work\n\n**Clerk** at [Acme](https://acme.example)\n\n- filed papers and led a team`),
    ],
    [
      "html",
      bytes(`<!doctype html><body><h1>Jo Doe</h1><p>Clerk at Acme since 2019, filed papers and led a team.</p></body>`),
    ],
    [
      "json",
      bytes(
        JSON.stringify({
          basics: { name: "Jo Doe", summary: "Clerk at Acme since 2019, filed papers and led a team." },
        }),
      ),
    ],
  ] as const)("send a %s file to its reader by its bytes", async (kind, content) => {
    const document = await readResume(content, "cv");
    expect(document.kind).toBe(kind);
    expect(document.lines[0]?.text).toContain("Jo Doe");
  });

  it.each([
    ["a resume", readResume, "Jo Doe, clerk", /cv holds only 13 characters of text; a resume needs at least 50/],
    [
      "a job posting",
      readPosting,
      "Clerk wanted",
      /cv holds only 12 characters of text; a job posting needs at least 20/,
    ],
  ])("refuse what is too short to be %s", async (_, read, text, message) => {
    await expect(read(bytes(text), "cv")).rejects.toThrow(message);
    await expect(read(docxOf(p(text)), "cv")).rejects.toMatchObject({
      kind: "input",
      hint: expect.stringContaining("whole"),
    });
  });

  it("take a posting that would be too short for a resume", async () => {
    expect((await readPosting(bytes("Clerk wanted in Paris"), "job.txt")).lines[0]?.text).toBe("Clerk wanted in Paris");
  });

  it("say of a document with nothing but pictures that it needs OCR", async () => {
    const picture = '<w:p><w:r><w:drawing><a:blip r:embed="x"/></w:drawing></w:r></w:p>';
    await expect(readResume(docxOf(picture), "scan.docx")).rejects.toMatchObject({
      message: "scan.docx holds no text, only pictures.",
      hint: expect.stringContaining("OCR"),
    });
  });
});

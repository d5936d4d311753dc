import { beforeAll, describe, expect, it } from "vitest";
import type { Lexicon } from "../../src/schema/lexicon.js";
import { checkLexicon, lexiconFolder, parseLexicon } from "../../src/understand/lexicon.js";
import { data } from "../doubles.js";

let lexicon: Lexicon;

beforeAll(async () => {
  const names = await data.list(lexiconFolder);
  lexicon = parseLexicon(await Promise.all(names.map(async (name) => ({ name, text: await data.text(name) }))));
});

const found = (text: string): string[] => lexicon.find(text).map((hit) => hit.canonical);

describe("the shipped lexicon", () => {
  it("holds no name twice", async () => {
    const names = await data.list(lexiconFolder);
    const files = await Promise.all(names.map(async (name) => ({ name, text: await data.text(name) })));
    expect(() => checkLexicon(files)).not.toThrow();
  });

  it("is broad", () => expect(lexicon.entries.size).toBeGreaterThan(5500));

  it("knows when the technologies that verification asks about were first released", () => {
    const since = (name: string): number | null | undefined => lexicon.entries.get(name)?.since;
    expect([since("Kubernetes"), since("React"), since("Go"), since("Generative AI")]).toEqual([
      2014, 2013, 2009, 2018,
    ]);
  });
});

describe("finding terms", () => {
  it.each([
    ["Strong Go experience; familiarity with gRPC", ["Go", "gRPC"]],
    ["Go, Rust and C", ["Go", "Rust", "C"]],
    ["Languages: Go, R, C, C#, C++, F#", ["Go", "R", "C", "C#", "C++", "F#"]],
    ["experience in C/C++ on .NET and Node.js", ["C", "C++", ".NET", "Node.js"]],
    ["ASP.NET Core and VB.NET", ["ASP.NET Core", "VB.NET"]],
    ["CI/CD and A/B testing", ["CI/CD", "A/B testing"]],
    ["K8s, Postgres, GCP", ["Kubernetes", "PostgreSQL", "Google Cloud Platform"]],
    ["scripting languages (Python, R)", ["Scripting", "Python", "R"]],
    ["Python3 and HTML5", ["Python", "HTML"]],
    ["Proficient in Excel and Word", ["Microsoft Excel", "Microsoft Word"]],
    ["building REST APIs with unit tests", ["REST API", "Unit testing"]],
    ["A valid driver's license", ["Driver's license"]],
    ["Profit & loss responsibility", ["P&L"]],
    ["Swift developer", ["Swift"]],
    ["Java/Kotlin", ["Java", "Kotlin"]],
    ["Kenntnisse in Buchhaltung", ["Accounting"]],
    ["bases de données relationnelles", ["Relational databases"]],
  ])("in %j", (text, expected) => expect(found(text)).toEqual(expect.arrayContaining(expected)));

  it.each([
    ["go to market with us", "Go"],
    ["Go the extra mile", "Go"],
    ["Go To Market leadership", "Go"],
    ["excel at your work", "Microsoft Excel"],
    ["Excel in a fast team", "Microsoft Excel"],
    ["scalable systems", "Scala"],
    ["We express interest in you", "Express"],
    ["Express interest by mail", "Express"],
    ["swift response", "Swift"],
    ["Swift response to customers", "Swift"],
    ["the C-suite and level C", "C"],
    ["Class C licence", "C"],
    ["R&D budget", "R"],
    ["John R. Smith", "R"],
    ["apply it and make it better", "Information technology"],
    ["mail me at java@example.com", "Java"],
    ["react to change", "React"],
    ["see foo.js for more", "JavaScript"],
    ["gain access to word of mouth", "Microsoft Access"],
    ["JIB graded with an ECS card", "Amazon ECS"],
    ["authorization to work in Ireland", "Authorization"],
    ["we spark joy", "Apache Spark"],
    ["make a plan and chef duties", "Make"],
  ])("in %j there is no %s", (text, absent) => expect(found(text)).not.toContain(absent));

  it("gives offsets that cut the words out of the text", () => {
    const text = "Ran K8s, then Node.js.";
    expect(lexicon.find(text).map((hit) => text.slice(hit.start, hit.end))).toEqual(["K8s", "Node.js"]);
  });

  it("prefers the longest name", () => expect(found("React Native apps")).toEqual(["React Native"]));
});

describe("canonical names", () => {
  it.each([
    ["k8s", "Kubernetes"],
    ["REST APIs", "REST API"],
    ["go", "Go"],
    ["ci cd", "CI/CD"],
    ["nonesuch", null],
  ])("of %j", (term, expected) => expect(lexicon.canonical(term)).toBe(expected));
});

describe("a damaged file", () => {
  const file = (text: string) => [{ name: "x/skills.tsv", text }];
  it.each([
    ["Go\tlanguage\nGo\ttool", /x\/skills\.tsv, line 2 defines "Go"/],
    ["Go\tlanguage\tG\nOther\ttool\tg", /line 2 claims "g", which belongs to "Go"/],
    ["Go\tlangauge", /line 1 has the unknown kind "langauge"/],
    ["Go\tlanguage\t\tNone", /line 1 names the parent "None"/],
    ["Go\tlanguage\t\t\t20x9", /line 1 has "20x9" where a year/],
    ["\tlanguage", /line 1 has no canonical name/],
  ])("is refused by file and line: %j", (text, message) =>
    expect(() => checkLexicon(file(text))).toThrowError(message),
  );

  it("is refused for a name claimed twice when a text has its first word, not before", () => {
    const twice = parseLexicon(file("Go\tlanguage\tG\nOther\ttool\tg"));
    expect(twice.find("Other things").map((hit) => hit.canonical)).toEqual(["Other"]);
    expect(() => twice.find("plan G")).toThrowError(/claims "g"/);
  });
});

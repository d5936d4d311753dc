import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SourceDocument, SourceLine } from "../../src/schema/source.js";
import { loadKnowledge } from "../../src/understand/knowledge.js";
import { understandPosting } from "../../src/understand/posting.js";
import { knowledgeOf } from "../../src/understand/posting-terms.js";
import { yearsIn } from "../../src/understand/posting-years.js";
import { data, line } from "../doubles.js";

const knowledge = await loadKnowledge(data);

/** Lines from short notation: "# heading", "- item", "**bold**", else a paragraph; an empty line is a gap. */
function posted(
  text: string,
  meta: Record<string, string> = {},
  kind: SourceDocument["kind"] = "text",
): SourceDocument {
  const lines: SourceLine[] = [];
  let gap = 0;
  for (const row of text.split("\n").map((one) => one.trim())) {
    if (row === "") {
      gap += 1;
      continue;
    }
    const n = lines.length + 1;
    if (row.startsWith("# ")) lines.push(line(n, row.slice(2), { style: "heading", level: 2, gap }));
    else if (row.startsWith("- ")) lines.push(line(n, row.slice(2), { style: "list", level: 1, gap }));
    else if (row.startsWith("**")) lines.push(line(n, row.replaceAll("**", ""), { bold: true, gap }));
    else lines.push(line(n, row, { gap }));
    gap = 0;
  }
  return { kind, sha256: "", pages: null, lines, meta, traits: [], warnings: [] };
}

const understand = (text: string, meta?: Record<string, string>, kind?: SourceDocument["kind"]) =>
  understandPosting(posted(text, meta, kind), knowledge.lexicon, knowledge.posting);
const demands = (text: string) => understand(text).requirements.map(({ kind, text: own }) => `${kind}: ${own}`);

describe("demands", () => {
  it("come one by one from headings, wishes from theirs, and nothing from benefits", () => {
    const text = `# Bakery Manager
      # What we need from you
      We run three shops.
      # Your qualifications
      - 3 years in retail
      - Food safety certificate
      # Nice to have
      - Spanish
      # Benefits
      - Free bread; experience required to eat it`;
    expect(demands(text)).toEqual(["must: 3 years in retail", "must: Food safety certificate", "nice: Spanish"]);
  });

  it.each([
    ["Anforderungen", "Von Vorteil"],
    ["Dein Profil", "Wünschenswert"],
    ["Profil recherché", "Serait un plus"],
    ["Compétences requises", "Atouts"],
    ["Requisitos", "Se valorará"],
    ["Lo que buscamos", "Deseable"],
    ["Kvalifikationer", "Fordele"],
    ["BASIC QUALIFICATIONS", "PREFERRED QUALIFICATIONS"],
    ["Who you are", "Bonus points"],
    ["What you'll bring", "It would be great if you also have"],
    ["Must-haves:", "Nice-to-haves:"],
  ])("are told by the headings %j and %j", (must, nice) => {
    expect(demands(`# Clerk\n\n# ${must}\n- Python\n\n# ${nice}\n- Go, Rust`)).toEqual([
      "must: Python",
      "nice: Go, Rust",
    ]);
  });

  it("take their kind from their wording where it says another", () => {
    const text = `# Requirements
      - Five years with SQL
      - Knowledge of Kafka is a plus
      - Bachelor's degree (MBA preferred)
      - Three years of Java, ideally with Spring
      - CPA; MBA preferred`;
    expect(demands(text)).toEqual([
      "must: Five years with SQL",
      "nice: Knowledge of Kafka is a plus",
      "must: Bachelor's degree (MBA preferred)",
      "must: Three years of Java, ideally with Spring",
      "must: CPA;",
      "nice: MBA preferred",
    ]);
  });

  it("are found in notes by wording, while the procedure is not taken for one", () => {
    const text = `# CLERK
      # NOTES
      - A valid driver's license is required. Records are checked.
      - One year of experience with forklifts is highly desired.
      - Applicants are required to complete the application on-line.
      - A score of 70% is required to be placed on the eligible list.`;
    expect(demands(text)).toEqual([
      "must: A valid driver's license is required.",
      "nice: One year of experience with forklifts is highly desired.",
    ]);
  });

  it("stand under the lead that introduces their list", () => {
    const text = `# NOTES
      - Experience in any of the following is preferred:
      - welding of pipes;
      - brazing.
      - Files are kept for a year.`;
    expect(demands(text)).toEqual(["nice: welding of pipes;", "nice: brazing."]);
  });

  it("are looked for in the running text where no heading announces them", () => {
    const text = `Painter wanted.

      We paint bridges. You have experience with scaffolding. Knowledge of sandblasting would be helpful.`;
    expect(demands(text)).toEqual([
      "must: You have experience with scaffolding.",
      "nice: Knowledge of sandblasting would be helpful.",
    ]);
  });

  it("may stand on plain lines, and two in one line", () => {
    const text = `Nurse

      LICENSURE/CERTIFICATION
      Current state RN license
      BLS required; ACLS preferred

      PHYSICAL DEMANDS
      Must be able to lift 50 pounds.`;
    expect(demands(text)).toEqual(["must: Current state RN license", "must: BLS required;", "nice: ACLS preferred"]);
  });

  it("may follow their heading on its line, and end where the application begins", () => {
    const text = `Office Manager

      Minimum requirements: high school diploma and proficiency with QuickBooks. Bilingual Spanish preferred.

      To apply, send your resume to office@example.com.`;
    expect(demands(text)).toEqual([
      "must: high school diploma and proficiency with QuickBooks.",
      "nice: Bilingual Spanish preferred.",
    ]);
  });

  it("cost a warning where there are none", () => {
    const posting = understand("# Baker\n# Responsibilities\n- Bake bread\n- Clean the ovens");
    expect(posting.warnings.map(({ code }) => code)).toEqual(["no-requirements"]);
    expect(posting.responsibilities).toEqual(["Bake bread", "Clean the ovens"]);
  });
});

describe("alternatives", () => {
  it.each([
    ["Java or Kotlin", [["Java", "Kotlin"]]],
    ["Java/Kotlin", [["Java", "Kotlin"]]],
    ["SQL, PostgreSQL and Docker", []],
    ["one language (e.g., Python, Go, or Rust)", [["Python", "Go", "Rust"]]],
    ["tools such as Jira, Trello", [["Jira", "Trello"]]],
    ["Erfahrung mit Java oder Kotlin", [["Java", "Kotlin"]]],
    ["FastAPI, Django or a similar web framework", [["FastAPI", "Django", "Web frameworks"]]],
    ["CI/CD pipelines, for example GitHub Actions", [["CI/CD", "GitHub Actions"]]],
    ["cloud platforms such as AWS or Azure", [["Cloud computing", "AWS", "Microsoft Azure"]]],
    ["relational databases (PostgreSQL, MySQL, etc.)", [["Relational databases", "PostgreSQL", "MySQL"]]],
    ["development in one of Java, Go", [["Java", "Go"]]],
    ["Bac+3 à Bac+5", [["Bachelor's degree", "Master's degree"]]],
    ["Bachelor's degree or equivalent experience", [["Bachelor's degree", "Equivalent experience"]]],
  ])("of %j", (text, expected) => {
    expect(understand(`# Requirements\n- ${text}`).requirements[0]?.alternatives).toEqual(
      expect.arrayContaining(expected),
    );
    if (expected.length === 0)
      expect(understand(`# Requirements\n- ${text}`).requirements[0]?.alternatives).toEqual([]);
  });
});

describe("years", () => {
  it.each([
    ["5+ years building services", 5],
    ["3-5 years of experience", 3],
    ["5–10+ years in sales", 5],
    ["at least two (2) years of experience", 2],
    ["Two years of full-time paid experience", 2],
    ["mindestens drei Jahre Berufserfahrung", 3],
    ["3 ans d'expérience", 3],
    ["más de 4 años de experiencia", 4],
    ["18 months of experience in nursing", 1.5],
    ["15+ years in finance, including five years as CFO", 15],
    ["at least a year of retail", 1],
    ["over a decade of experience", 10],
    ["mindestens zweijährige Berufserfahrung", 2],
    ["minimaal 3 jaar ervaring", 3],
    ["au moins 1 an d'expérience", 1],
    ["Arbeit mit Kindern unter drei Jahren", null],
    ["a four-year college", null],
    ["within the last 36 months", null],
    ["at least 18 years of age", null],
    ["a placement of 6 months", null],
    ["$50,000 a year", null],
  ])("in %j", (text, expected) => expect(yearsIn(text, knowledge.posting, false)).toBe(expected));

  it("are the fewest that a must asks for", () => {
    const text = "# Requirements\n- 4 years of Java\n- 3 years of SQL\n# Preferred\n- 1 year of Go";
    expect(understand(text).yearsExperience).toBe(3);
  });
});

describe("facts", () => {
  it.each([
    ["Harbor Labs - Senior Data Engineer (Platform)", "Senior Data Engineer (Platform)", "Harbor Labs", "senior"],
    ["DATA ENGINEER II - HARBOR", "DATA ENGINEER II", "HARBOR", "mid"],
    ["Job Title: Junior Nurse\nCompany: Elm Clinic\nLocation: Oslo", "Junior Nurse", "Elm Clinic", "junior"],
    ["Puesto de trabajo: Contable", "Contable", null, null],
    ["Marketing Manager (m/w/d)\nBlau GmbH | Köln", "Marketing Manager", "Blau GmbH", null],
    ["Store Director at Fernwood", "Store Director", "Fernwood", "executive"],
    ["Registered Nurse - ICU\nMercy Hospital | Elmwood, CA | Nights", "Registered Nurse - ICU", "Mercy Hospital", null],
    ["About the job\n\nElm Robots is hiring a Staff Engineer to join us!", "Staff Engineer", "Elm Robots", "lead"],
    ["Welder\n\nFernwood Yards is looking for a welder.", "Welder", "Fernwood Yards", null],
    ["Welder - Nights\nFernwood Yards, Reno, NV", "Welder - Nights", "Fernwood Yards", null],
    ["Subject: Lead Cook - Bergen\n\nI am working with Elm Café, a small bakery.", "Lead Cook", "Elm Café", "lead"],
    ["Soudeur H/F\nÉtablissements Orme - Lyon", "Soudeur", "Établissements Orme", null],
  ])("of %j", (text, title, company, seniority) => {
    expect(understand(text)).toMatchObject({ title, company, seniority });
  });

  it("stated by the page win", () => {
    const meta = { title: "Pastry Chef", company: "Elm Café", location: "Bergen" };
    expect(understand("Come and bake!", meta, "html")).toMatchObject(meta);
  });

  it("name a public body that is named again and again", () => {
    const text = "CLERK\n\nThe City of Elmwood hires.\n- The City of Elmwood pays.\n- Call the City of Elmwood.";
    expect(understand(text).company).toBe("City of Elmwood");
  });

  it.each([
    ["Wir suchen für unser Team in Bonn eine Person, die mit uns die Zukunft baut.", "de"],
    ["Nous cherchons pour notre équipe une personne qui aime les défis.", "fr"],
    ["Buscamos una persona para nuestro equipo que quiera crecer con nosotros.", "es"],
    ["Vi søger en medarbejder til vores team, som har lyst til at lære.", "da"],
    ["We are looking for a person for our team.", "en"],
  ])("tell the language of %j", (text, language) => expect(understand(text).language).toBe(language));
});

describe("keywords", () => {
  it("weigh by place and mentions, soft skills half", () => {
    const { keywords } = understand("# Requirements\n- Python\n- Python and SQL\n- Teamwork\n# Preferred\n- Go, Rust");
    const weight = (name: string) => keywords.find(({ canonical }) => canonical === name)?.weight;
    expect([weight("Python"), weight("SQL"), weight("Teamwork"), weight("Rust")]).toEqual([1.1, 1, 0.5, 0.5]);
  });

  it("hold terms that no list has", () => {
    const { keywords } = understand("# Requirements\n- Experience with Quuxbase and gFoo");
    expect(keywords.map(({ term }) => term)).toEqual(expect.arrayContaining(["Quuxbase", "gFoo"]));
  });

  it("of running text leave out what names a job or asks for nothing", () => {
    const terms = (text: string) =>
      knowledgeOf(text, knowledge.lexicon, knowledge.posting).map(({ canonical }) => canonical);
    expect(terms("Our Java developers love insurance")).toEqual([]);
    expect(terms("You need experience driving engineering outcomes in production")).toEqual([]);
    expect(terms("You need a degree in engineering")).toContain("Engineering");
    expect(terms("You need experience with insurance and Java")).toEqual(["Insurance", "Java"]);
  });
});

describe("whatever the text", () => {
  const word = fc.constantFrom(
    "Requirements:",
    "- must have Go",
    "or",
    "5 years",
    "(e.g.",
    "Kafka)",
    "is a plus.",
    "#",
    "; or",
    "Ünï",
    ":",
    "**x**",
  );
  it("each quote stands in its line, each term in its text, and twice gives the same", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(word, { maxLength: 8 }).map((words) => words.join(" ")),
          { maxLength: 12 },
        ),
        (rows) => {
          const document = posted(rows.join("\n"));
          const one = understandPosting(document, knowledge.lexicon, knowledge.posting);
          for (const { quote, line: n } of one.requirements) {
            expect(document.lines.find((own) => own.n === n)?.text).toContain(quote);
          }
          expect(JSON.stringify(understandPosting(document, knowledge.lexicon, knowledge.posting))).toBe(
            JSON.stringify(one),
          );
        },
      ),
      { numRuns: 200 },
    );
  });
});

import { readdir, readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { readPosting } from "../../src/read/document.js";
import { loadKnowledge } from "../../src/understand/knowledge.js";
import { understandPosting } from "../../src/understand/posting.js";
import { data } from "../doubles.js";

const knowledge = await loadKnowledge(data);
const folder = new URL("postings/", import.meta.url);

async function understand(name: string) {
  const bytes = new Uint8Array(await readFile(new URL(`${name}.txt`, folder)));
  return understandPosting(
    { ...(await readPosting(bytes, `${name}.txt`)), sha256: "" },
    knowledge.lexicon,
    knowledge.posting,
  );
}

interface Reading {
  title: string;
  company: string;
  location: string | null;
  years: number | null;
  language: string;
  education: string | null;
  /** The beginnings of the demands, a wish behind "~ ". */
  demands: string[];
}

/** What a person reads in invented postings of many shapes. */
const readings: Record<string, Reading> = {
  "startup-blog": {
    title: "platform engineer",
    company: "Lanternfish",
    location: null,
    years: 4,
    language: "en",
    education: null,
    demands: [
      "You have at least four years",
      "You have run Kubernetes in production",
      "You are comfortable with PostgreSQL",
      "~ Experience with MQTT",
    ],
  },
  "german-industry": {
    title: "Projektingenieur Automatisierungstechnik",
    company: "Brennweiler Anlagenbau GmbH",
    location: "Kassel",
    years: 3,
    language: "de",
    education: "Abgeschlossenes Studium der Elektrotechnik oder eine vergleichbare Ausbildung",
    demands: [
      "Abgeschlossenes Studium",
      "Mindestens drei Jahre",
      "Gute Englischkenntnisse",
      "Führerschein Klasse B",
      "~ Kenntnisse in Robotik",
      "~ Erfahrung mit SCADA",
    ],
  },
  "french-accountant": {
    title: "Comptable fournisseurs",
    company: "Maison Tavernel",
    location: "Nantes",
    years: 2,
    language: "fr",
    education: "Bac+2 en comptabilité ou expérience équivalente",
    demands: ["Bac+2", "2 ans d'expérience", "Bonne maîtrise d'Excel", "~ La connaissance de Sage"],
  },
  "spanish-support": {
    title: "Técnico de soporte informático",
    company: "Nubarrón Servicios",
    location: "Zaragoza",
    years: 2,
    language: "es",
    education: "Formación profesional en informática",
    demands: [
      "Formación profesional",
      "Al menos 2 años",
      "Conocimientos de Windows",
      "Nivel de inglés",
      "~ Certificación ITIL",
      "~ Experiencia con Jira",
    ],
  },
  "paragraphs-designer": {
    title: "Senior Product Designer",
    company: "Quillmere",
    location: null,
    years: 5,
    language: "en",
    education: null,
    demands: [
      "Candidates must have five years",
      "Proficiency with Figma",
      "Experience running usability tests",
      "~ Some knowledge of HTML",
    ],
  },
  "table-analyst": {
    title: "Data Analyst",
    company: "Saltmarsh Water",
    location: "Hull",
    years: 2,
    language: "en",
    education: "Degree in mathematics, statistics or a related subject",
    demands: [
      "Degree in mathematics",
      "Two years of experience",
      "SQL and Power BI",
      "Clear written English",
      "~ Python or R",
      "~ Experience in the water industry",
    ],
  },
  "recruiter-mail": {
    title: "Senior Java Developer",
    company: "Dijkwater",
    location: "Utrecht",
    years: 5,
    language: "en",
    education: null,
    demands: [
      "5+ years of Java",
      "Experience with Kafka or RabbitMQ",
      "Good knowledge of SQL",
      "Fluent English",
      "~ Dutch",
      "~ Kubernetes",
    ],
  },
  "bulletin-alternatives": {
    title: "WATER TREATMENT OPERATOR",
    company: "Town of Marrow Creek",
    location: null,
    years: 2,
    language: "en",
    education: "Graduation from a recognized two-year college with a degree in water technology; or",
    demands: [
      "Two years of full-time paid experience",
      "Graduation from a recognized two-year college",
      "Completion of an apprenticeship",
      "A Grade 2 Water Treatment Operator certificate",
      "A valid driver's license",
      "~ Experience with SCADA",
    ],
  },
  "nurse-ward": {
    title: "Registered Nurse - Pediatrics",
    company: "Alderbrook Children's Hospital",
    location: "Duluth, MN",
    years: 1,
    language: "en",
    education: null,
    demands: [
      "Current RN license",
      "BLS required",
      "~ PALS preferred",
      "One year of acute care",
      "Ability to lift 35 pounds",
      "~ BSN",
      "~ Experience with Epic",
    ],
  },
  "teacher-school": {
    title: "Mathematics Teacher (Grades 9-12)",
    company: "Larkspur Ridge High School",
    location: null,
    years: null,
    language: "en",
    education: "Bachelor's degree in mathematics or mathematics education;",
    demands: [
      "Bachelor's degree in mathematics",
      "~ Master's preferred",
      "Valid state teaching license",
      "Experience teaching students",
      "Classroom management skills",
    ],
  },
  "warehouse-shift": {
    title: "WAREHOUSE ASSOCIATE - 2ND SHIFT",
    company: "Pinecone Parcel",
    location: "Reno, NV",
    years: 0.5,
    language: "en",
    education: "High school diploma or GED",
    demands: [
      "6 months of warehouse experience",
      "Forklift certification",
      "Able to lift up to 50 pounds",
      "High school diploma or GED",
      "~ Reach truck experience",
      "~ Spanish",
    ],
  },
  "executive-cfo": {
    title: "Chief Financial Officer",
    company: "Thornbury Mills",
    location: null,
    years: 15,
    language: "en",
    education: null,
    demands: [
      "15+ years of progressive finance experience",
      "CPA or CMA",
      "~ an MBA is strongly preferred",
      "Experience with mergers and acquisitions",
      "A record of leading an ERP implementation",
      "~ Fluency in Italian",
    ],
  },
};

describe("a posting in the shape of", () => {
  it.each(Object.entries(readings))("%s is understood as a person reads it", async (name, reading) => {
    const { demands, years, ...facts } = reading;
    const posting = await understand(name);
    expect(posting).toMatchObject({ ...facts, yearsExperience: years });
    const found = posting.requirements.map(({ kind, text }) => (kind === "nice" ? `~ ${text}` : text));
    expect(found.map((text, index) => text.slice(0, demands[index]?.length))).toEqual(demands);
  });

  it("every file here has a reading", async () => {
    const names = (await readdir(folder)).map((name) => name.replace(".txt", ""));
    expect(names.sort()).toEqual(Object.keys(readings).sort());
  });
});

describe("terms of demands", () => {
  const termsOf = async (name: string, beginning: string) =>
    (await understand(name)).requirements.find(({ text }) => text.startsWith(beginning));

  it.each([
    ["startup-blog", "You have run Kubernetes", ["Kubernetes"]],
    ["executive-cfo", "15+ years", ["Corporate finance"]],
    ["french-accountant", "Bonne maîtrise", ["Microsoft Excel", "SAP"]],
    ["nurse-ward", "Current RN license", ["Registered Nurse"]],
  ])("of %s: %j", async (name, beginning, terms) => expect((await termsOf(name, beginning))?.terms).toEqual(terms));

  it.each([
    ["startup-blog", "Experience with MQTT", [["MQTT", "Message broker"]]],
    ["recruiter-mail", "Experience with Kafka", [["Apache Kafka", "RabbitMQ"]]],
    ["executive-cfo", "A record of leading", [["ERP implementation", "SAP", "Oracle Database"]]],
    ["german-industry", "Abgeschlossenes", [["Bachelor's degree", "Equivalent experience"]]],
  ])("of %s: one is enough in %j", async (name, beginning, groups) =>
    expect((await termsOf(name, beginning))?.alternatives).toEqual(groups),
  );
});

import { describe, expect, it } from "vitest";
import { readPosting } from "../../src/read/document.js";
import { loadKnowledge } from "../../src/understand/knowledge.js";
import { understandPosting } from "../../src/understand/posting.js";
import { data } from "../doubles.js";

const knowledge = await loadKnowledge(data);

async function understand(text: string) {
  const source = await readPosting(new TextEncoder().encode(text), "posting.txt");
  return understandPosting({ ...source, sha256: "" }, knowledge.lexicon, knowledge.posting);
}

describe("the company of a posting", () => {
  it.each([
    ["Baker\n\nFor our shop in Graz, Elm & Oak is looking for a baker.", "Elm & Oak"],
    ["Bäcker (m/w/d)\n\nDie Backstube Ulmenhof in Graz sucht einen Bäcker.", "Backstube Ulmenhof"],
    ["Boulanger H/F\n\nLa Maison Orme recrute un boulanger pour son atelier.", "Maison Orme"],
    ["Panadero\n\nHornos Olmedo, empresa familiar con dos tiendas, busca un panadero.", "Hornos Olmedo"],
    ["Bakker\n\nBakkerij Iepen zoekt een bakker voor de nacht.", "Bakkerij Iepen"],
    ["Baker\n\nAt Elmfield, we bake for the whole street and more.", "Elmfield"],
    ["Hi! We're Elmfield, a bakery of four, and we need a baker.", "Elmfield"],
    ["Baker\nElm Lane Bakery\nGraz\n\nYou bake bread every night of the week.", "Elm Lane Bakery"],
    ["Elm Lane\n\nBaker\n\nElm Lane bakes for eleven cafés in the old town.", "Elm Lane"],
    ["Head Baker – Night Oven Unit\nElm Lane Bakery, Graz", "Elm Lane Bakery"],
    ["Head Baker - Rye Bread\nElm Lane Ovens\n\nElm Lane Ovens bakes rye bread for eleven cafés.", "Elm Lane Ovens"],
    ["Bread\nCompany\nJobs\n\nBaker\nGraz\n\nElmfield Ovens bakes for eleven cafés in town.", "Elmfield Ovens"],
    ["Baker\n\nAt Elmfield we bake for the whole street.", "Elmfield"],
    ["Baker - Graz\n\nWe bake at night in Graz and sleep by day.", null],
    ["Baker\n\nOur client, a bakery of good name, is looking for a baker.", null],
    ["Baker - Direct Hire - $20 - $25 per hour\n\nA bakery has engaged us to find a baker.", null],
  ])("in %j is %j", async (text, company) => expect((await understand(text)).company).toBe(company));
});

describe("the title of a posting", () => {
  it.each([
    ["Baker (all genders)\nElm Lane Bakery", "Baker"],
    ["Baker (full time, permanent)\nElm Lane Bakery", "Baker"],
    ["Baker (32-36 uur)\nElm Lane Bakery", "Baker"],
    ["BAKER WANTED\n\nElm Lane Bakery bakes bread.", "BAKER"],
    ["Baker – Night Shift\nElm Lane Bakery | Graz", "Baker – Night Shift"],
    ["Baker - CDI - Temps plein\n\nLa Maison Orme recrute.", "Baker"],
    ["Baker - $2,000 Sign-On Bonus!\nElm Lane Bakery", "Baker"],
    ["Pay and Benefits Specialist\nElm Lane Bakery", "Pay and Benefits Specialist"],
    ["Home > Jobs > Baker\n\nBaker\nElm Lane Bakery", "Baker"],
    ["Classification Title: Baker II\nCounty of Elm", "Baker II"],
    ["LIBRARY ASSISTANT II\n\nCounty of Elm", "LIBRARY ASSISTANT II"],
    ["We are looking for an experienced baker to join us.", "baker"],
    ["Bilanzbuchhalter (m/w/d)\nGraz", "Bilanzbuchhalter"],
  ])("in %j is %j", async (text, title) => expect((await understand(text)).title).toBe(title));
});

describe("a wish's word", () => {
  it.each([
    ["Experience managing preferred supplier lists", "must"],
    ["Knowledge of bonus calculations", "must"],
    ["Understanding of optional benefit plans", "must"],
    ["2-5 years of bookkeeping, nonprofit preferred", "must"],
    ["Forklift licence (preferred)", "nice"],
    ["Experience with Kafka preferred but not required", "nice"],
    ["Bonus: experience in fintech", "nice"],
    ["Ervaring in de wijk is een pre", "nice"],
    ["Connaissance des collectivités appréciée", "nice"],
    ["S/4HANA-Zertifizierung wäre ein Plus", "nice"],
  ])("in %j leaves a %s", async (text, kind) => {
    const { requirements } = await understand(`Clerk\n\nRequirements:\n- SQL\n- ${text}`);
    expect(requirements.map((one) => `${one.kind}: ${one.text}`)).toEqual(["must: SQL", `${kind}: ${text}`]);
  });
});

describe("a demand of two minds", () => {
  it("is a must and a wish", async () => {
    const text = "Clerk\n\nRequirements:\n- SQL\n- Bachelor's required, Master's preferred";
    const { requirements } = await understand(text);
    expect(requirements.map((one) => `${one.kind}: ${one.text}`)).toEqual([
      "must: SQL",
      "must: Bachelor's required",
      "nice: Master's preferred",
    ]);
  });
});

describe("the years demanded", () => {
  it.each([
    ["Between three and six years of buying", 3],
    ["A couple of years in a shop", 2],
    ["Several years (at least 3) in payroll", 3],
    ["Five years as an electrician, two years of which at the journey level", 5],
    ["6+ months in a warehouse", 0.5],
    ["No fewer than two years with children", 2],
    ["Four years of probation", null],
  ])("in %j are %j", async (text, years) =>
    expect((await understand(`Clerk\n\nRequirements:\n- SQL\n- ${text}`)).yearsExperience).toBe(years),
  );
});

describe("what stands behind demands without a heading", () => {
  it("is none where it holds an address or speaks of the company", async () => {
    const text = "Clerk\n\nRequirements\nTwo years in an office\nGood English\n\nAsk Mo at mo@elm.example";
    expect((await understand(text)).requirements.map((one) => one.text)).toEqual([
      "Two years in an office",
      "Good English",
    ]);
  });
});

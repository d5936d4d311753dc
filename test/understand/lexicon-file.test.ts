import { describe, expect, it } from "vitest";
import type { LexiconEntry } from "../../src/schema/lexicon.js";
import { loadKnowledge } from "../../src/understand/knowledge.js";
import { data } from "../doubles.js";

const { lexicon } = await loadKnowledge(data);
const entries = [...lexicon.entries.values()];
const thisYear = 2026;

describe("names of different things", () => {
  it.each(
    `Vercel ≠ Netlify | Debian ≠ Ubuntu | Cloudflare ≠ Akamai | Fastly ≠ Akamai | CDN ≠ Cloudflare | typing ≠ shorthand
    dictation ≠ shorthand | RabbitMQ ≠ ActiveMQ | Kafka ≠ Confluent | nginx ≠ HAProxy | Tomcat ≠ Jetty | WebLogic ≠ WebSphere
    Jira ≠ ServiceNow | Okta ≠ Auth0 | Nagios ≠ Zabbix | Prefect ≠ Dagster | XGBoost ≠ LightGBM | Redis ≠ Memcached
    Elasticsearch ≠ OpenSearch | Hadoop ≠ Cloudera | Presto ≠ Trino | QlikView ≠ Qlik Sense | PyTorch ≠ TensorFlow
    Mocha ≠ Chai | Dagger ≠ Hilt | Vuex ≠ Pinia | MVC ≠ MVVM | Sass ≠ Less | CentOS ≠ RHEL | AIX ≠ Solaris | KVM ≠ Xen
    SFTP ≠ FileZilla | EC2 ≠ S3 | GCP ≠ AWS | ECS ≠ Fargate | TCP/IP ≠ UDP | LDAP ≠ Active Directory | SAN ≠ NAS
    LAN ≠ WAN | Helm ≠ Kustomize | Istio ≠ Envoy | OpenTofu ≠ Terraform | Jenkins ≠ Hudson | Splunk ≠ Datadog
    ETL ≠ ELT | OLAP ≠ OLTP | supervised learning ≠ unsupervised learning | linear regression ≠ logistic regression
    quality assurance ≠ quality control | B2B ≠ B2C | sales operations ≠ sales | upselling ≠ cross-selling
    collections ≠ accounts receivable | accounts payable ≠ accounts receivable | bookkeeping ≠ payroll | IFRS ≠ GAAP
    month-end close ≠ year-end close | QuickBooks ≠ Xero | SAP MM ≠ SAP SD | Ariba ≠ Coupa | CFA ≠ CFP
    CPA ≠ CMA | CISA ≠ CISSP | CEH ≠ OSCP | PHR ≠ SPHR | TOEFL ≠ IELTS | CELTA ≠ TESOL certification | CKA ≠ CKAD
    MRI ≠ CT scans | intubation ≠ tracheostomy care | cytology ≠ histology | LCSW ≠ LMSW | LPC ≠ LMHC | EMT ≠ Paramedic
    Epic ≠ Cerner | Pyxis ≠ Omnicell | Medicare ≠ Medicaid | Physical therapy ≠ rehabilitation | RN ≠ LPN | NP ≠ APRN
    BSN ≠ MSN | Bachelor of Arts ≠ Bachelor of Science | Associate degree ≠ Bachelor's degree | GED ≠ Abitur
    HPLC ≠ gas chromatography | PCR ≠ Western blot | botany ≠ zoology | MIG welding ≠ TIG welding | milling ≠ turning
    forging ≠ casting | hydraulics ≠ pneumatics | LTspice ≠ PSpice | Nastran ≠ Abaqus | Modbus ≠ CAN bus | REIT ≠ securitization
    Photoshop ≠ Illustrator | Figma ≠ Sketch | Inkscape ≠ GIMP | Ableton ≠ Audacity | Mailchimp ≠ Klaviyo | SEMrush ≠ Ahrefs
    SEO ≠ SEM | Google Ads ≠ Facebook Ads | Croatian ≠ Serbian | Hindi ≠ Urdu | Latvian ≠ Lithuanian | Farsi ≠ Dari
    Tamil ≠ Telugu | Mandarin ≠ Cantonese | Slack ≠ Teams | Zoom ≠ Webex | Asana ≠ Trello | Miro ≠ Mural | Go ≠ Golang framework
    flagging ≠ crossing guard | art therapy ≠ music therapy | knitting ≠ weaving | coaching ≠ mentoring | fishing ≠ aquaculture`
      .split(/\||\n/)
      .map((pair) => pair.trim().split(" ≠ ")),
  )("%s is not %s", (one, other) => {
    const [first, second] = [one, other].map((name) => lexicon.canonical(name ?? ""));
    expect(first).not.toBeNull();
    expect(first).not.toBe(second);
  });
});

describe("names of the same thing", () => {
  it.each(
    `K8s = Kubernetes | Golang = Go | Postgres = PostgreSQL | JS = JavaScript | GCP = Google Cloud | CI CD = CI/CD
    MS Excel = Excel | RN = Registered Nurse | LVN = LPN | ECG = EKG | GA4 = Google Analytics 4 | HR = Personalwesen
    Buchhaltung = accounting | PMP = Project Management Professional | IaC = infrastructure as code | G Suite = Google Workspace
    i18n = internationalization | WASM = WebAssembly | Führerschein = driver's license | PySpark = Apache PySpark`
      .split(/\||\n/)
      .map((pair) => pair.trim().split(" = ")),
  )("%s is %s", (one, other) => expect(lexicon.canonical(one ?? "")).toBe(lexicon.canonical(other ?? "")));
});

/** Renamed products, abbreviations with other letters, and words of other languages: the same thing by no letter. */
const sameByNoLetter = 209;
const products = new Set(
  "framework library tool platform database service protocol standard language certification license".split(" "),
);

const plain = (text: string): string =>
  text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z0-9+#. ]/g, "");
const stems = (text: string): string[] =>
  plain(text)
    .split(/[ .]+/)
    .filter((word) => word.length > 2)
    .map((word) => word.slice(0, 5));
const lettersOf = (text: string): string => plain(text).replace(/[ .]/g, "");

function holdsLetters(short: string, long: string): boolean {
  let at = 0;
  for (const letter of long) if (letter === short[at]) at += 1;
  return at === short.length;
}

function looksRelated(alias: string, canonical: string): boolean {
  const [one, other] = [lettersOf(alias), lettersOf(canonical)];
  return (
    stems(alias).some((stem) => stems(canonical).includes(stem)) || holdsLetters(one, other) || holdsLetters(other, one)
  );
}

describe("the tables", () => {
  const unlike = entries
    .filter(({ kind }) => products.has(kind))
    .flatMap(({ canonical, aliases }) => aliases.filter((alias) => !looksRelated(alias, canonical)));

  it("call a product only by names that share a word or the letters, known others aside", () => {
    expect(unlike.length).toBeLessThanOrEqual(sameByNoLetter);
  });

  it("have no year after this one, and no product older than what it is a version of", () => {
    expect(entries.filter(({ since }) => since !== null && since > thisYear)).toEqual([]);
    const younger = (entry: LexiconEntry): string[] =>
      entry.parents.filter(
        (parent) =>
          entry.canonical.startsWith(`${parent} `) &&
          (lexicon.entries.get(parent)?.since ?? 0) > (entry.since ?? thisYear),
      );
    expect(entries.flatMap((entry) => younger(entry).map((parent) => `${entry.canonical} < ${parent}`))).toEqual([]);
  });

  it("lead from no entry back to itself", () => {
    const round = entries.filter(({ canonical, parents }) => {
      const seen = new Set<string>();
      const open = [...parents];
      for (let at = open.pop(); at !== undefined; at = open.pop()) {
        if (at === canonical) return true;
        if (!seen.has(at)) open.push(...(lexicon.entries.get(at)?.parents ?? []));
        seen.add(at);
      }
      return false;
    });
    expect(round.map(({ canonical }) => canonical)).toEqual([]);
  });

  it.each([
    ["Go", 2009],
    ["Rust", 2012],
    ["TypeScript", 2012],
    ["Docker", 2013],
    ["Terraform", 2014],
    ["Apache Spark", 2010],
    ["Power BI", 2013],
    ["GitHub Actions", 2018],
    ["ChatGPT", 2022],
    ["GDPR", 2016],
  ])("say that %s came in %i", (name, year) => expect(lexicon.entries.get(name)?.since).toBe(year));
});

const found = (text: string): string[] => lexicon.find(text).map(({ canonical }) => canonical);

describe("acronyms", () => {
  it.each([
    ["Charting in EMR and medication passes", "Electronic health records", true],
    ["Spark on EMR and S3", "Electronic health records", false],
    ["RN with five years of ICU work", "Registered Nurse", true],
    ["RN and Expo for iOS", "Registered Nurse", false],
    ["AR and VR headsets", "Augmented reality", false],
    ["AP, payroll and ledgers", "Accounts payable", true],
    ["Taught AP Calculus", "Accounts payable", false],
    ["PR and press work", "Public relations", true],
    ["Opened a PR on GitHub", "Public relations", false],
    ["SOAP notes for patients", "SOAP", false],
    ["SOAP and REST", "SOAP", true],
    ["apply it", "Information technology", false],
  ])("in %j: %s is %s", (text, term, there) => expect(found(text).includes(term)).toBe(there));

  it("of production: no word of manufacturing", () => {
    expect(found("Kubernetes in production")).toEqual(["Kubernetes"]);
  });

  it("of an elided article: the word behind it", () => {
    expect(found("maîtrise d'Excel et de l’informatique")).toEqual(["Microsoft Excel", "Information technology"]);
  });
});

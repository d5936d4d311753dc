// Whole `parse` processes, as ratios against the bare library on the same file in the same run: rounds are interleaved and
// the median of the ratios is printed. A peer of ours pays for a thread as well, because every document is read in one.
// NODE_EXTRA_CA_CERTS is unset, because Node 20 parses that bundle at every start and so hides differences.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const launcher = join(root, "bin", "resumelaw.js");
const { NODE_EXTRA_CA_CERTS: _bundle, ...env } = process.env;
const rounds = Number(process.env.ROUNDS ?? 15);
const docx = join(root, "templates", "sample", "resume.docx");
/** The sample as LibreOffice prints it. */
const pdf = join(root, "templates", "sample", "resume.pdf");
const posting = join(root, "templates", "sample", "posting.txt");
const folder = mkdtempSync(join(tmpdir(), "resumelaw-bench-"));

/** The path of a script of the folder, from which the packages of the project can be imported. */
function script(name, text) {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

/** The median of a list. */
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** The milliseconds of one whole process. */
function time(args) {
  const begun = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
  return Number(process.hrtime.bigint() - begun) / 1e6;
}

/** Every row with a `peer` is compared with the row of that name; `aim` is what the ratio should be,
 * `bound` what it may be on a loaded machine before something has gone wrong. */
function rows() {
  const mammoth = script(
    "mammoth.mjs",
    'import mammoth from "mammoth";\nprocess.stdout.write((await mammoth.extractRawText({ path: process.argv[2] })).value);\n',
  );
  const thread = script(
    "thread.mjs",
    `import { Worker } from "node:worker_threads";
new Worker(${JSON.stringify(mammoth)}, { argv: [process.argv[2]] });\n`,
  );
  const pdfParse = script(
    "pdf-parse.mjs",
    'import { readFileSync } from "node:fs";\nimport { PDFParse } from "pdf-parse";\nconst parser = new PDFParse({ data: readFileSync(process.argv[2]) });\nprocess.stdout.write((await parser.getText()).text);\nawait parser.destroy();\n',
  );
  const rewrite = ["rewrite", docx, "--job", posting, "--engine", "offline", "--out", join(folder, "out"), "--force"];
  return [
    { name: "mammoth", args: [mammoth, docx] },
    { name: "mammoth in a thread", args: [thread, docx] },
    {
      name: "parse resume.docx",
      args: [launcher, "parse", docx, "--json"],
      peer: "mammoth in a thread",
      aim: 1,
      bound: 1.25,
    },
    { name: "pdf-parse", args: [pdfParse, pdf] },
    { name: "parse resume.pdf", args: [launcher, "parse", pdf, "--json"], peer: "pdf-parse", aim: 1.2, bound: 1.2 },
    { name: "parse a text", args: [launcher, "parse", posting, "--json"] },
    { name: "analyze", args: [launcher, "analyze", docx, "--job", posting, "--json"] },
    { name: "rewrite, offline", args: [launcher, ...rewrite] },
  ];
}

/** Runs all rows in turn and prints the table; true where a bound was passed. */
function compare(all) {
  const times = new Map(all.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) for (const { name, args } of all) times.get(name).push(time(args));
  let failed = false;
  for (const { name, peer, aim, bound } of all) {
    const own = times.get(name);
    let against = "";
    if (peer !== undefined) {
      const ratio = median(own.map((ms, round) => ms / times.get(peer)[round]));
      failed ||= ratio > bound;
      against = `${ratio.toFixed(2)}× ${peer}  aim ${aim}${ratio > aim ? " (missed)" : ""}, bound ${bound}${ratio > bound ? "  ABOVE" : ""}`;
    }
    console.log(`${name.padEnd(24)} ${median(own).toFixed(0).padStart(5)} ms  ${against}`);
  }
  return failed;
}

try {
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  console.log(`whole processes, median of ${rounds} rounds; node ${process.version}`);
  if (compare(rows())) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

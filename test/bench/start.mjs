// Start-up, as ratios against `node -e 0` in the same run: rounds are interleaved and the median of the ratios is printed.
// NODE_EXTRA_CA_CERTS is unset, because Node 20 parses that bundle at every start and so hides differences.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const launcher = join(root, "bin", "resumelaw.js");
const { NODE_EXTRA_CA_CERTS: _bundle, ...env } = process.env;
const rounds = Number(process.env.ROUNDS ?? 31);

const rows = [
  { name: "resumelaw --version", args: [launcher, "--version"], bound: 1.15 },
  { name: "resumelaw --help", args: [launcher, "--help"], bound: 1.15 },
  { name: "resumelaw rewrite --help", args: [launcher, "rewrite", "--help"], bound: 1.8 },
  {
    name: "resumelaw completion bash (commander, all commands)",
    args: [launcher, "completion", "bash"],
    bound: Number.POSITIVE_INFINITY,
  },
];

function time(args) {
  const begun = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
  return Number(process.hrtime.bigint() - begun) / 1e6;
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const floors = [];
const times = rows.map(() => []);
for (let round = 0; round < rounds; round += 1) {
  floors.push(time(["-e", "0"]));
  for (const [at, row] of rows.entries()) times[at].push(time(row.args));
}

console.log(`node -e 0: ${median(floors).toFixed(1)} ms (median of ${rounds}; node ${process.version})`);
let failed = false;
for (const [at, row] of rows.entries()) {
  const ratio = median(times[at].map((ms, round) => ms / floors[round]));
  const over = ratio > row.bound;
  failed ||= over;
  const bound = Number.isFinite(row.bound) ? `bound ${row.bound}${over ? "  ABOVE" : ""}` : "";
  console.log(`${row.name.padEnd(52)} ${median(times[at]).toFixed(1).padStart(6)} ms  ${ratio.toFixed(2)}×  ${bound}`);
}
if (failed) process.exitCode = 1;

import { UserError } from "../errors.js";
import { entryName, factText, withFact } from "../rewrite/facts.js";
import { needsNobody, underPolicy } from "../rewrite/policy.js";
import { parsePolicy } from "../rewrite/policy-file.js";
import type { Reviewer, ReviewTask } from "../rewrite/reviewer.js";
import type { Fact, Question } from "../schema/edit.js";
import type { Policy } from "../schema/policy.js";
import type { VerifyWords } from "../verify/words.js";
import { changeFacts, ownerOf } from "./facts-file.js";
import { type Dialogue, reviewAtTerminal } from "./reviewing.js";
import type { World } from "./world.js";

const instead =
  "Run it on a terminal without --json and --no-input, or decide by rules: --policy <file>; without both, all that passes is applied.";

/** A review that is ready to begin, and how long it has waited for the person. */
export interface OpenReview {
  reviewer: Reviewer;
  waitedMs(): number;
}

/** What a review needs of its run; `stop` ends the spinner before the first question. */
export interface ReviewNeeds {
  words: VerifyWords;
  posting: string;
  stop: () => Promise<void>;
}

/**
 * How the flags --review and --policy decide; undefined without both. A policy that is broken, a terminal that is not there are
 * found here, before anything is read or sent.
 */
export async function openReview(
  world: World,
  flags: { review?: boolean; policy?: string },
): Promise<((needs: ReviewNeeds) => OpenReview) | undefined> {
  const { review, policy: file } = flags;
  if (!review && file === undefined) return undefined;
  if (review) world.ask.ready(instead);
  const policy = file === undefined ? null : await readPolicy(world, file);
  if (policy !== null && !review) needsNobody(policy, file ?? "");
  return (needs) => {
    let waited = 0;
    return {
      reviewer: async (open) => {
        await needs.stop();
        const all = { verdicts: [...open.verdicts], asked: open.verdicts.map((_, at) => at) };
        const ruled = policy === null ? all : underPolicy(policy, open.verdicts, open.task, needs.words);
        if (!review) return { verdicts: ruled.verdicts, facts: [], questions: [...open.questions] };
        const begun = world.clock.ms();
        try {
          return await interruptible(
            open,
            (person) => reviewAtTerminal(open, ruled.verdicts, ruled.asked, person),
            world,
          );
        } finally {
          waited = world.clock.ms() - begun;
        }
      },
      waitedMs: () => waited,
    };
  };
}

async function readPolicy(world: World, file: string): Promise<Policy> {
  const { bytes } = await world.files.read(file);
  return parsePolicy(new TextDecoder().decode(bytes), file);
}

/** Walks the person through; an interruption says what is kept all the same. */
async function interruptible<T>(open: ReviewTask, walk: (person: Dialogue) => Promise<T>, world: World): Promise<T> {
  let kept = 0;
  const { ui, ask } = world;
  const person: Dialogue = {
    ask: (message, initial) => ask.line(message, initial),
    show: (text) => ui.aside(text),
    layout: { width: ui.width, color: ui.asideStyle },
    keepFact: async (text, entry, question) => {
      const fact = await keepAnswer(world, open, { text, entry, question });
      kept += 1;
      return fact;
    },
  };
  try {
    return await walk(person);
  } catch (error) {
    if (!(error instanceof UserError) || error.kind !== "interrupted") throw error;
    const facts = kept === 0 ? "" : ` What you confirmed is kept: ${kept === 1 ? "1 fact" : `${kept} facts`}.`;
    throw new UserError("interrupted", "The review was interrupted.", `No document was written.${facts}`, error);
  }
}

/** Keeps an answer for this person and entry, and gives it as a fact of this run. */
async function keepAnswer(
  { home, clock, ui }: World,
  { task }: ReviewTask,
  { text, entry, question }: { text: string; entry: string | null; question: Question },
): Promise<Fact> {
  const { requirements, title } = task.posting;
  const asked = requirements.find(({ id }) => id === question.requirement)?.text ?? question.requirement;
  const owner = ownerOf(task.parsed.resume);
  if (owner === null)
    ui.aside("  Your resume names nobody, so this fact will count for every resume of this folder of settings.");
  const { fact } = await changeFacts(home, (file) =>
    withFact(file, {
      text: factText(text),
      owner,
      entry: entry === null ? null : entryName(task.parsed, entry),
      at: clock.now().toISOString(),
      origin: `answer about “${asked}”${title === null ? "" : `, for ${title}`}`,
    }),
  );
  return { id: fact.id, text: fact.text, entry, at: fact.at, origin: fact.origin };
}

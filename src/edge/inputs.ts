import { UserError } from "../errors.js";
import type { NamedBytes, Reader } from "../ports.js";
import type { World } from "./world.js";

/** The bytes of a resume and a posting as named on the command line: a path, "-" for standard input, or (postings) an http(s) URL. */
export async function readInputs(
  world: World,
  resume: string,
  posting: string,
): Promise<{ resume: NamedBytes; posting: NamedBytes }> {
  if (resume === "-" && posting === "-") {
    throw new UserError(
      "usage",
      "The resume and the posting cannot both come from standard input.",
      "Give one of them as a file.",
    );
  }
  const [resumeBytes, postingBytes] = await Promise.all([
    readResumeInput(world, resume),
    readPostingInput(world, posting),
  ]);
  return { resume: resumeBytes, posting: postingBytes };
}

/** The inputs of a run, and a reader that is at them already: word lists and modules are loaded while its worker reads. */
export async function beginReading(
  world: World,
  resume: string,
  posting: string,
): Promise<{ inputs: { resume: NamedBytes; posting: NamedBytes }; reader: Reader }> {
  const [inputs, reader] = await Promise.all([readInputs(world, resume, posting), world.reader()]);
  const read = reader.resume(inputs.resume, world.signal);
  const readPosting = reader.posting(inputs.posting, world.signal);
  // Who asks for a document meets its failure; a run that stops before has one of its own to report.
  for (const reading of [read, readPosting]) reading.catch(() => undefined);
  return { inputs, reader: { resume: () => read, posting: () => readPosting } };
}

/** The bytes of a resume: a path or "-"; a URL is refused, because a resume is a file of the user's. */
export async function readResumeInput(world: World, resume: string): Promise<NamedBytes> {
  if (isUrl(resume))
    throw new UserError("usage", `A resume is not fetched from the web: ${resume}`, "Save it and give the file.");
  return world.files.read(resume);
}

/** The bytes of a posting: a path, "-" or an http(s) URL. */
export async function readPostingInput(world: World, posting: string): Promise<NamedBytes> {
  return isUrl(posting) ? (await world.web()).fetch(posting, world.signal) : world.files.read(posting);
}

function isUrl(text: string): boolean {
  return /^https?:\/\//i.test(text);
}

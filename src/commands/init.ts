import type { Command } from "commander";
import type { OpenWorld } from "./options.js";

const samples = ["resume.docx", "posting.txt"];

/** Adds `resumelaw init`: a sample resume and posting to try things on. */
export function initCommand(program: Command, open: OpenWorld): void {
  program
    .command("init [folder]")
    .description("write a sample resume and posting into this folder")
    .option("--force", "replace files of the same name")
    .action(async (folder: string | undefined, { force }: { force?: boolean }, command: Command) => {
      const world = await open(command);
      const { samplePath } = await import("../edge/data.js");
      const written: string[] = [];
      for (const name of samples) {
        const { bytes } = await world.files.read(samplePath(name));
        const path = folder ? `${folder.replace(/[\\/]+$/, "")}/${name}` : name;
        await world.files.write(path, bytes, { force: Boolean(force) });
        written.push(path);
      }
      if (world.options.json) world.ui.json({ schema: "resumelaw/init@1", outputs: written });
      else world.ui.result(`Wrote ${written.join(" and ")}.\nNow try: resumelaw rewrite ${written.join(" --job ")}`);
    });
}

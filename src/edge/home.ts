import { homedir } from "node:os";
import { join } from "node:path";

/** The one folder for settings, cache and history: RESUMELAW_HOME, else the platform's place for settings. */
export function homeFolder(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string {
  if (env.RESUMELAW_HOME) return env.RESUMELAW_HOME;
  if (platform === "win32") return join(env.APPDATA ?? join(homedir(), "AppData", "Roaming"), "resumelaw");
  if (platform === "darwin") return join(homedir(), "Library", "Application Support", "resumelaw");
  return join(env.XDG_CONFIG_HOME ?? join(homedir(), ".config"), "resumelaw");
}

/** The words that may follow each command ("" for the program itself) and what they mean. */
export type CompletionWords = Record<string, { words: string[]; about: Record<string, string> }>;

const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

/** The script a shell loads: subcommands and options by command, file names everywhere else. */
export function completionScript(shell: "bash" | "zsh" | "fish", words: CompletionWords): string {
  return { bash: bashScript, zsh: zshScript, fish: fishScript }[shell](words);
}

function cases(words: CompletionWords): string {
  return Object.entries(words)
    .map(([command, { words: list }]) => `    ${quote(command)}) words=${quote(list.join(" "))} ;;`)
    .join("\n");
}

function bashScript(words: CompletionWords): string {
  return `_resumelaw() {
  local current="\${COMP_WORDS[COMP_CWORD]}" command="" words="" word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in -*) ;; *) [ \${#command} -eq 0 ] && command="$word" || { case "$command" in *" "*) ;; *) command="$command $word" ;; esac; } ;; esac
  done
  case "$command" in
${cases(words)}
    *) case "\${command%% *}" in
${cases(words).replace(/^ {4}/gm, "      ")}
    esac ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  [[ "$current" == -* ]] || COMPREPLY+=($(compgen -f -- "$current"))
}
complete -o filenames -F _resumelaw resumelaw
`;
}

function zshScript(words: CompletionWords): string {
  return `#compdef resumelaw
_resumelaw() {
  local command="" list="" word
  for word in "\${words[@]:1:CURRENT-2}"; do
    [[ "$word" == -* ]] && continue
    if [[ -z "$command" ]]; then command="$word"; elif [[ "$command" != *" "* ]]; then command="$command $word"; fi
  done
  case "$command" in
${cases(words).replaceAll(" words=", " list=")}
    *) case "\${command%% *}" in
${cases(words).replaceAll(" words=", " list=").replace(/^ {4}/gm, "      ")}
    esac ;;
  esac
  compadd -- \${=list}
  _files
}
compdef _resumelaw resumelaw
`;
}

function fishScript(words: CompletionWords): string {
  const top = words[""]?.words.filter((word) => !word.startsWith("-")) ?? [];
  const lines = Object.entries(words).flatMap(([command, { words: list, about }]) => {
    const parts = command.split(" ").filter(Boolean);
    const when =
      parts.length === 0
        ? `not __fish_seen_subcommand_from ${top.join(" ")}`
        : parts.map((part) => `__fish_seen_subcommand_from ${part}`).join("; and ");
    return list.map((word) => {
      const described = about[word] ? ` -d ${quote(about[word])}` : "";
      return `complete -c resumelaw -n ${quote(when)} ${word.startsWith("--") ? `-l ${word.slice(2)}` : `-a ${quote(word)}`}${described}`;
    });
  });
  return `${lines.join("\n")}\n`;
}

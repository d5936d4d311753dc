(() => {
  const resume = document.getElementById("resume");
  const said = Object.assign(document.createElement("p"), { className: "said" });
  said.setAttribute("role", "status");
  const waiting = new Map();

  const button = (text, label, act) => {
    const made = Object.assign(document.createElement("button"), { type: "button", textContent: text });
    made.setAttribute("aria-label", label);
    made.addEventListener("click", () => act(made, text));
    return made;
  };

  const tidy = (text) => text.replace(/[ \n]+/g, " ").replace(/ ?\t ?/g, "\t").trim();
  const cells = (row, gap) => [...row.children].map((cell) => tidy(cell.textContent)).join(gap);

  /* One line of plain text for each line of the page: a dash before list items, a tab before what stands at the right. */
  const lineOf = (node) => {
    if (node.matches(".contacts")) return cells(node, " | ");
    if (node.matches(".row")) return cells(node, "\t");
    if (node.matches("section > h2")) return `\n${tidy(node.textContent)}`;
    return (node.matches("li") ? "- " : "") + tidy(node.textContent);
  };

  const textOf = (part) =>
    [...part.querySelectorAll("h1, h2, p, li, .contacts, .row")]
      .filter((node) => !node.parentElement.closest(".contacts, .row"))
      .map((node) => (node.matches("article + article > .row:first-child") ? "\n" : "") + lineOf(node))
      .join("\n")
      .trim();

  /* For browsers without a clipboard for pages on disk; the focus goes back to where it was. */
  const byHand = (text) => {
    const focused = document.activeElement;
    const area = Object.assign(document.createElement("textarea"), { value: text, className: "said" });
    said.after(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    focused?.focus({ preventScroll: true });
    return done;
  };

  const copy = async (part, made, shown) => {
    const text = textOf(part);
    let done = true;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      done = byHand(text);
    }
    if (!done) getSelection().selectAllChildren(part);
    made.textContent = done ? "Copied" : "Press Ctrl+C";
    said.textContent = done ? "Copied" : "Copying was refused. The text is selected: press Ctrl+C.";
    clearTimeout(waiting.get(made));
    waiting.set(
      made,
      setTimeout(() => {
        made.textContent = shown;
        said.textContent = "";
      }, 1800),
    );
  };

  const tools = Object.assign(document.createElement("div"), { className: "tools" });
  tools.setAttribute("role", "region");
  tools.setAttribute("aria-label", "Resume actions");
  tools.lang = "en";
  tools.append(
    button("Copy text", "Copy text of the whole resume", (made, text) => copy(resume, made, text)),
    button("Print", "Print the resume", () => print()),
    said,
  );
  document.body.prepend(tools);

  for (const heading of resume.querySelectorAll("section > h2")) {
    const name = heading.textContent;
    const made = button("Copy", `Copy the section ${name}`, (made, text) => copy(heading.parentElement, made, text));
    made.className = "copy";
    made.lang = "en";
    heading.after(made);
  }
})();

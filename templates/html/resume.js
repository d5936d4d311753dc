(() => {
  const resume = document.getElementById("resume");
  const said = Object.assign(document.createElement("p"), { className: "said" });
  said.setAttribute("role", "status");

  const button = (text, label, act) => {
    const made = Object.assign(document.createElement("button"), { type: "button", textContent: text });
    made.setAttribute("aria-label", label);
    made.addEventListener("click", () => act(made));
    return made;
  };

  const tidy = (text) => text.replace(/[ \n]+/g, " ").replace(/ ?\t ?/g, "\t").trim();
  const cells = (row, gap) => [...row.children].map((cell) => tidy(cell.textContent)).join(gap);

  /* One line of plain text for each line of the page: a dash before list items, a tab before what stands at the right. */
  const lineOf = (node) => {
    if (node.matches(".contacts")) return cells(node, " | ");
    if (node.matches(".row")) return cells(node, "\t");
    if (node.matches("h2")) return `\n${tidy(node.textContent)}`;
    return (node.matches("li") ? "- " : "") + tidy(node.textContent);
  };

  const textOf = (part) =>
    [...part.querySelectorAll("h1, h2, p, li, .contacts, .row")]
      .filter((node) => !node.parentElement.closest(".contacts, .row"))
      .map((node) => (node.matches("article + article > .row:first-child") ? "\n" : "") + lineOf(node))
      .join("\n")
      .trim();

  const byHand = (text) => {
    const area = Object.assign(document.createElement("textarea"), { value: text });
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  };

  const copy = async (part, made) => {
    const before = made.textContent;
    const text = textOf(part);
    let done = true;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      done = byHand(text);
    }
    made.textContent = done ? "Copied" : "Press Ctrl+C";
    said.textContent = done ? "Copied" : "Copying was refused; select the text and press Ctrl+C.";
    setTimeout(() => {
      made.textContent = before;
      said.textContent = "";
    }, 1800);
  };

  const tools = Object.assign(document.createElement("div"), { className: "tools" });
  tools.setAttribute("role", "group");
  tools.setAttribute("aria-label", "Resume actions");
  tools.lang = "en";
  tools.append(
    button("Copy text", "Copy the whole resume as text", (made) => copy(resume, made)),
    button("Print", "Print the resume", () => print()),
    said,
  );
  document.body.prepend(tools);

  for (const heading of resume.querySelectorAll("h2")) {
    const name = heading.textContent;
    const made = button("Copy", `Copy the section ${name}`, () => copy(heading.parentElement, made));
    made.className = "copy";
    made.lang = "en";
    heading.after(made);
  }
})();

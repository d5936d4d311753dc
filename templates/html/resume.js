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

  /* The text as shown, without the buttons in it. */
  const textOf = (part) => {
    for (const tool of part.querySelectorAll(".copy")) tool.hidden = true;
    const text = part.innerText;
    for (const tool of part.querySelectorAll(".copy")) tool.hidden = false;
    return text.replace(/\n{3,}/g, "\n\n").trim();
  };

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

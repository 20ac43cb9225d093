/* Lead from the form of an article to the source text beside it, and back. */
"use strict";

{
  const source = document.querySelector(".desk-source .desk-text");
  const form = document.querySelector(".desk-form #article_form");

  /** Scroll inside the source only: the form stays where it is. */
  const showInSource = (element) => {
    const place = element.getBoundingClientRect().top - source.getBoundingClientRect().top;
    source.scrollTo({ top: source.scrollTop + place - source.clientHeight / 3 });
    for (const found of source.querySelectorAll(".desk-found")) {
      found.classList.remove("desk-found");
    }
    const { block } = element.dataset;
    const pieces = block ? source.querySelectorAll(`mark[data-block="${block}"]`) : [element];
    for (const piece of pieces) {
      piece.classList.add("desk-found");
    }
  };

  const followLink = (event) => {
    const link = event.target.closest('a[href^="#source-"]');
    const element = link && document.getElementById(link.hash.slice(1));
    if (element) {
      event.preventDefault();
      showInSource(element);
      source.scrollIntoView({ block: "nearest" });
    }
  };

  /** The text of a block without blanks, as the fields may have it with lines joined. */
  const bare = (text) => text.replace(/^## /, "").replace(/\s/g, "");

  const textOfBlock = (block) =>
    bare([...source.querySelectorAll(`mark[data-block="${block}"]`)].map((m) => m.textContent).join(""));

  const lineAtCaret = (field) => {
    const start = field.value.lastIndexOf("\n", field.selectionStart - 1) + 1;
    const end = field.value.indexOf("\n", start);
    return field.value.slice(start, end < 0 ? undefined : end);
  };

  /** Show where the paragraph comes from in which the caret stands. */
  const followCaret = (event) => {
    const field = event.target;
    if (!field.matches("textarea, input.vLargeTextField")) {
      return;
    }
    const wanted = bare(lineAtCaret(field));
    const mark = wanted && [...source.querySelectorAll("mark[id]")].find(
      (m) => textOfBlock(m.dataset.block) === wanted,
    );
    if (mark) {
      showInSource(mark);
    }
  };

  /** Select the paragraph that a marked stretch of the source became. */
  const showInForm = (event) => {
    const mark = event.target.closest("mark");
    if (!mark) {
      return;
    }
    showInSource(mark);
    const wanted = textOfBlock(mark.dataset.block);
    for (const field of form ? form.querySelectorAll("textarea, input.vLargeTextField") : []) {
      let start = 0;
      for (const line of field.value.split("\n")) {
        if (bare(line) === wanted) {
          field.focus();
          field.setSelectionRange(start, start + line.length);
          return;
        }
        start += line.length + 1;
      }
    }
  };

  if (source) {
    document.addEventListener("click", followLink);
    source.addEventListener("click", showInForm);
    if (form) {
      form.addEventListener("click", followCaret);
      form.addEventListener("keyup", followCaret);
    }
    const first = source.querySelector("mark");
    if (first && !location.hash) {
      showInSource(first);
      first.classList.remove("desk-found");
    }
  }

  /** Let a box grow with its text; the style sheet says how far. */
  const grow = (box) => {
    if (box.scrollHeight > box.clientHeight) {
      box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`;
    }
  };

  for (const box of form ? form.querySelectorAll("textarea") : []) {
    grow(box);
    box.addEventListener("input", () => grow(box));
  }

  /** Put a suggested tag among the tags. */
  const tags = document.getElementById("id_tags");
  for (const suggested of tags ? document.querySelectorAll(".desk-suggested") : []) {
    suggested.addEventListener("click", () => {
      const present = tags.value.replace(/[,，、\s]+$/, "");
      tags.value = present ? `${present}, ${suggested.dataset.tag}` : suggested.dataset.tag;
      tags.dispatchEvent(new Event("input", { bubbles: true }));
      suggested.remove();
    });
  }

  /** Ask before a button of the workflow leaves changes of the form behind. */
  let changed = false;
  if (form) {
    form.addEventListener("input", () => {
      changed = true;
    });
  }
  for (const acts of document.querySelectorAll("form[data-unsaved]")) {
    acts.addEventListener("submit", (event) => {
      if (changed && !window.confirm(acts.dataset.unsaved)) {
        event.preventDefault();
      }
    });
  }
}

// Shows the sums of the costs page while amounts are typed, adds lines, and fills in what is asked. The server computes the sums too, and its sums count.
const sums = document.getElementById("rekensom");
const form = sums.closest("form");
const language = document.documentElement.lang;
const euros = new Intl.NumberFormat(language === "en" ? "en" : "nl-NL", { style: "currency", currency: "EUR" });

// As PostedText and EuroInput read it on the server; what they do not read counts as nothing.
const surroundings = /^\s*(?:€|euro?)?\s*|\s*(?:[.,][-\u2010-\u2015\u2212=]+)?\s*(?:€|euro?)?\s*$/gi;
const unseen = /[\p{Cf}\uFE00-\uFE0F\u034F\u2800\u115F\u1160\u3164\uFFA0]/gu;
const mostEuros = 999999999;

const numberIn = (bare) => {
  if (language === "en" && /^\d{1,3}(,\d{3})+(\.\d{2})?$/.test(bare)) {
    return Number(bare.replaceAll(",", ""));
  }
  if (/^\d+\.\d{2}$/.test(bare)) {
    return Number(bare);
  }
  return /^(\d+|\d{1,3}(\.\d{3})+|\d{1,3}( \d{3})+)(,\d{1,2})?$/.test(bare) ? Number(bare.replace(/[. ]/g, "").replace(",", ".")) : 0;
};

const amountOf = (typed) => {
  const amount = numberIn(typed.replace(unseen, "").replace(/\s+/g, " ").replace(surroundings, ""));
  return Math.floor(amount) <= mostEuros ? amount : 0;
};

const sumOf = (inputs) => [...inputs].reduce((sum, input) => sum + amountOf(input.value), 0);

// What is still needed is what most people ask. Nobody's own amount is changed.
const asked = form.elements.bedrag;
let isOurs = asked.value === "";

const show = (event) => {
  const costs = sumOf(document.querySelectorAll("input[name^='kosten['][name$='.bedrag']"));
  const covered = sumOf(document.querySelectorAll("input[name='eigengeld'], input[name='andergeld']"));
  const needed = Math.max(0, costs - covered);
  sums.querySelector("[data-total='costs']").textContent = euros.format(costs);
  sums.querySelector("[data-total='needed']").textContent = euros.format(needed);
  isOurs &&= event.target !== asked;
  if (isOurs) {
    const typed = Number.isInteger(needed) ? `${needed}` : needed.toFixed(2);
    asked.value = needed === 0 ? "" : language === "en" ? typed : typed.replace(".", ",");
  }
};

form.addEventListener("input", show);

// A line is added here, without asking the site for a page.
const blank = document.getElementById("nieuwe-regel");
const most = Number(/\d+/.exec(blank.content.querySelector("input").name)[0]);
const button = form.querySelector("button[value='regel']");

button?.addEventListener("click", (event) => {
  event.preventDefault();
  const lines = form.querySelectorAll("fieldset.loket-cost-line");
  const number = lines.length;
  const line = blank.content.firstElementChild.cloneNode(true);
  line.querySelector("legend").textContent = line.querySelector("legend").textContent.replace(`${most + 1}`, `${number + 1}`);
  for (const part of line.querySelectorAll("[id], [for], [name]")) {
    for (const name of ["id", "for", "name"]) {
      if (part.hasAttribute(name)) {
        part.setAttribute(name, part.getAttribute(name).replace(`${most}`, `${number}`));
      }
    }
  }
  lines[number - 1].after(line);
  button.hidden = number + 1 >= most;
  line.querySelector("input").focus();
});

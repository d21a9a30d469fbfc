// Shows the sums of the costs page while amounts are typed. The server computes them too, and its sum counts.
const sums = document.getElementById("rekensom");
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

const show = () => {
  const costs = sumOf(document.querySelectorAll("input[name^='kosten['][name$='.bedrag']"));
  const covered = sumOf(document.querySelectorAll("input[name='eigengeld'], input[name='andergeld']"));
  sums.querySelector("[data-total='costs']").textContent = euros.format(costs);
  sums.querySelector("[data-total='needed']").textContent = euros.format(Math.max(0, costs - covered));
};

sums.closest("form").addEventListener("input", show);

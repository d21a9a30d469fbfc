// Shows the sums of the costs page while amounts are typed. The server computes them too, and its sum counts.
const sums = document.getElementById("rekensom");
const language = document.documentElement.lang;
const euros = new Intl.NumberFormat(language === "en" ? "en" : "nl-NL", { style: "currency", currency: "EUR" });

const amountOf = (typed) => {
  const bare = typed.replace(/€|euro?|,-$/gi, "").trim();
  if (language === "en" && /^\d{1,3}(,\d{3})+(\.\d{2})?$/.test(bare)) {
    return Number(bare.replaceAll(",", ""));
  }
  if (/^\d+\.\d{2}$/.test(bare)) {
    return Number(bare);
  }
  return /^(\d+|\d{1,3}([. ]\d{3})+)(,\d{1,2})?$/.test(bare) ? Number(bare.replace(/[. ]/g, "").replace(",", ".")) : 0;
};

const sumOf = (inputs) => [...inputs].reduce((sum, input) => sum + amountOf(input.value), 0);

const show = () => {
  const costs = sumOf(document.querySelectorAll("input[name^='kosten['][name$='.bedrag']"));
  const covered = sumOf(document.querySelectorAll("input[name='eigengeld'], input[name='andergeld']"));
  sums.querySelector("[data-total='costs']").textContent = euros.format(costs);
  sums.querySelector("[data-total='needed']").textContent = euros.format(Math.max(0, costs - covered));
};

sums.closest("form").addEventListener("input", show);

// Keeps what is filled in on the review page without being asked, and unfolds the part that a link on the page leads to.
const form = document.querySelector("form[data-keep]");
const told = form?.querySelector("[data-kept]");
const betweenChanges = 30000;

const contents = () => new URLSearchParams(new FormData(form)).toString();

let kept = form ? contents() : "";
let last = 0;
let isOver = false;

const keep = async () => {
  const now = contents();
  if (isOver || now === kept) {
    return;
  }
  const before = kept;
  [kept, last] = [now, Date.now()];
  const posted = new URLSearchParams(now);
  posted.set(form.dataset.field, form.dataset.keep);
  try {
    const answer = await fetch(form.dataset.address, { method: "POST", body: posted, keepalive: true, redirect: "manual" });
    if (answer.status === 204) {
      told.textContent = told.dataset.kept;
    } else if (answer.status === 409) {
      [told.textContent, isOver] = [told.dataset.elsewhere, true];
    } else {
      kept = before;
    }
  } catch {
    // Without a connection: the next change tries again.
    kept = before;
  }
};

const unfold = (address) => {
  const part = address.hash.length > 1 && document.getElementById(address.hash.slice(1))?.closest("details");
  if (part) {
    part.open = true;
  }
};

unfold(location);
document.addEventListener("click", ({ target }) => {
  const link = target.closest("a[href]");
  if (link && link.pathname === location.pathname) {
    unfold(link);
  }
  if (link && form) {
    keep();
  }
});

if (form) {
  form.addEventListener("toggle", keep, true);
  form.addEventListener("change", () => Date.now() - last > betweenChanges && keep());

  // Who presses a button posts the form with it; one that was kept after that would be older.
  document.addEventListener("submit", () => {
    isOver = true;
  });
  addEventListener("pageshow", ({ persisted }) => {
    isOver &&= !persisted;
  });
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && keep());
  addEventListener("pagehide", keep);
}

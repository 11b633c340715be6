
"use strict";
// Filters and search. Without this script everything is shown.
(() => {
  const form = document.getElementById("filter");
  const articles = [...document.querySelectorAll("article")];
  const texts = articles.map((article) => article.textContent.toLocaleLowerCase());
  const count = document.getElementById("filter-count");
  const field = (name) => document.getElementById("filter-" + name);
  const wanted = (name) => field(name)?.value ?? "";

  const show = () => {
    const words = wanted("words").toLocaleLowerCase().split(/\s+/).filter(Boolean);
    const facets = ["class", "theme", "document"].map((name) => [name, wanted(name)]).filter(([, value]) => value);
    let shown = 0;
    articles.forEach((article, place) => {
      const fits = facets.every(([name, value]) => article.dataset[name] === value) && words.every((word) => texts[place].includes(word));
      article.hidden = !fits;
      shown += fits;
    });
    for (const theme of document.querySelectorAll(".theme")) {
      let next = theme.nextElementSibling;
      while (next?.hidden) next = next.nextElementSibling;
      theme.hidden = !next?.matches("article");
    }
    count.textContent = `${shown} ${count.dataset.of} ${articles.length} ${count.dataset.answers}`;
  };

  // A link to an answer works whatever was chosen before.
  const reach = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target?.hidden) {
      form.reset();
      show();
      target.scrollIntoView();
    }
  };

  form.hidden = false;
  form.addEventListener("input", show);
  form.addEventListener("reset", () => setTimeout(show));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", reach);
  show();
  reach();
})();

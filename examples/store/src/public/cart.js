import { loadFrom } from "./amazon.js";

const button = document.querySelector("#pay");
const trouble = document.querySelector("[data-trouble]");

button?.addEventListener("noren-sign-in", () => location.assign("/checkout"));
button?.addEventListener("noren-error", (event) => {
  trouble.textContent = event.detail.text ?? trouble.dataset.trouble;
  trouble.hidden = false;
});

if (button)
  loadFrom(button).catch(() => {
    trouble.textContent = trouble.dataset.trouble;
    trouble.hidden = false;
  });

// One line in a foreign page: <script type="module" src="…/embed.js"></script>. Brings the elements and their style.
const sheet = new URL("embed.css", import.meta.url).href;
if (![...document.styleSheets].some((other) => other.href === sheet)) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = sheet;
  document.head.append(link);
}
import("__ELEMENTS__");

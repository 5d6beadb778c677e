// <clinic-neck> and <clinic-booking>: load the wasm once, start a root when it comes near or is touched, let it go
// when it leaves the page. What stands in the element is whole without any of this.

const GLUE = "__GLUE__", WASM = "__WASM__"; // file names, filled in at build time
const NEAR = "800px 0px";
const SITE = new URL("../", import.meta.url);
const FRAGMENTS = { neck: "fragments/neck.html", booking: "fragments/booking.html" };
const URLS = ["src", "href", "action", "data-model", "data-rest", "data-endpoint"];

// Copies rest in a document of their own, where a picture in them is not fetched.
const INERT = document.implementation.createHTMLDocument("");

// Long work in tasks of its own, one after another.
let turn = Promise.resolve();
const own = () => turn = turn.then(() => new Promise((done) => setTimeout(done)));

const roots = new Map(); // element -> { kind, pristine, handle, scene }
let module; // promise of the wasm's exports, one for the page
let again = ""; // browsers remember by its address that an import failed
const preloaded = new Set(); // addresses that were asked for ahead
const told = new Set(); // addresses that did not answer
let ended = false; // after a panic nothing is started or called again

class Missing extends Error {}

// What does not come may come later; what came and cannot run never will.
const must = (url, asked) => asked.catch((problem) => {
  throw problem instanceof WebAssembly.CompileError ? problem : new Missing(url);
});

async function begin() {
  const glue = new URL(GLUE + again, import.meta.url), wasm = new URL(WASM, import.meta.url);
  const file = fetch(wasm);
  file.catch(() => {}); // heard below, unless the glue does not come either
  const exports = await must(glue, import(glue).catch((problem) => {
    again += "?";
    throw problem;
  }));
  await must(wasm, exports.default({ module_or_path: file }));
  return exports;
}

const load = () => (module ??= begin().catch((problem) => {
  module = undefined;
  throw problem;
}));

// The model's first file comes beside the wasm, its rest after it: the wasm asks for both once the root runs.
function preload(element, file) {
  const href = element.dataset[file];
  if (!href || preloaded.has(href) || !window.WebGL2RenderingContext || navigator.connection?.saveData) return;
  preloaded.add(href);
  element.append(Object.assign(document.createElement("link"), { rel: "preload", as: "fetch", crossOrigin: "", href }));
}

// A foreign page's element gets the same prerendered markup that our own page carries, in place of what the owner wrote
// in case it does not come.
async function fill(element, root) {
  const url = new URL(FRAGMENTS[root.kind], SITE);
  const text = await must(url, fetch(url, { credentials: "omit" }).then((answer) => answer.ok ? answer.text() : Promise.reject()));
  const page = new DOMParser().parseFromString(text, "text/html");
  if (roots.get(element) !== root) return;
  const source = page.querySelector("[data-root]");
  for (const node of source.querySelectorAll("*")) absolute(node, url);
  absolute(source, url);
  for (const { name, value } of source.attributes) if (!element.hasAttribute(name)) element.setAttribute(name, value);
  element.replaceChildren(...source.childNodes);
}

function absolute(node, base) {
  for (const name of URLS) {
    const value = node.getAttribute(name);
    if (value && !value.startsWith("#")) node.setAttribute(name, new URL(value, base).href);
  }
  const set = node.getAttribute("srcset");
  if (set) node.setAttribute("srcset", set.replace(/\S+(?= \d+w)/g, (url) => new URL(url, base).href));
}

// Hydration trusts the markup, so a host that dropped comments or moved tags is found before it starts. The front
// desk, which fills in values and errors, takes the count away.
function whole(element) {
  if (!element.dataset.nodes) return true;
  const root = element.querySelector(".root");
  const comments = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  let count = 0;
  while (comments.nextNode()) count += 1;
  return element.dataset.nodes === `${root.querySelectorAll("*").length}.${count}`;
}

async function start(element, root) {
  if (root.started || ended) return;
  root.started = true;
  root.stop?.();
  try {
    if (!element.dataset.root) await fill(element, root);
    const loaded = load();
    loaded.catch(() => {}); // heard below
    await own();
    preload(element, "model");
    const { start } = await loaded;
    preload(element, "rest");
    await own();
    if (!whole(element)) throw new Error("not the markup that was built");
    root.pristine = INERT.importNode(element.querySelector(".root"), true);
    await own();
    // Taken out meanwhile; put back, it is another root's.
    if (roots.get(element) !== root) return;
    if (ended) throw new Error("ended");
    root.handle = start(element, end);
    if (root.scene !== undefined) root.handle.scene = root.scene;
    // Who tapped the drawing meant the model: the tap is given again, and answered once there is one.
    if (root.tap?.target.isConnected) root.tap.target.dispatchEvent(new MouseEvent("click", root.tap.at));
  } catch (problem) {
    if (roots.get(element) !== root) return;
    if (!ended) putBack(element, root);
    element.dataset.state = "unavailable";
    if (!ended && problem instanceof Missing) later(element, root, problem.message);
  }
}

// The next touch tries again.
function later(element, root, url) {
  if (!told.has(url)) console.warn(`Did not load: ${url}`);
  told.add(url);
  root.started = false;
  root.missed = true;
  watch(element, root);
}

// What was prerendered, with what was typed since.
function putBack(element, root) {
  const now = element.querySelector(".root");
  if (!root.pristine || !now) return;
  const fresh = document.importNode(root.pristine, true);
  const typed = [...now.querySelectorAll("input, textarea")];
  for (const field of fresh.querySelectorAll("input, textarea")) {
    const old = typed.find((other) => other.id === field.id);
    if (!old) continue;
    if (field.type === "radio" || field.type === "checkbox") field.checked = old.checked;
    else field.value = old.value;
  }
  now.replaceWith(fresh);
  root.handle = undefined;
}

function end() {
  ended = true;
  for (const [element, root] of roots) {
    if (root.started) putBack(element, root);
    root.stop?.();
    element.dataset.state = "unavailable";
  }
}

const SIGNS = ["scroll", "pointerdown", "pointermove", "wheel", "touchstart", "keydown", "focusin"];

// Once the page is painted and loaded, and the visitor has given a first sign; or, unless data are dear, has nothing to
// wait for.
const calm = new Promise((resolve) => {
  const ready = () => {
    const options = { capture: true, passive: true };
    const go = () => {
      for (const name of SIGNS) removeEventListener(name, go, options);
      resolve();
    };
    for (const name of SIGNS) addEventListener(name, go, options);
    if (scrollY > 0) go();
    else if (!navigator.connection?.saveData) (window.requestIdleCallback ?? ((task) => setTimeout(task, 1000)))(go);
  };
  const loaded = () => setTimeout(ready);
  if (document.readyState === "complete") loaded();
  else addEventListener("load", loaded, { once: true });
});

function watch(element, root) {
  const go = () => start(element, root);
  const touched = ["pointerdown", "focusin", "keydown"];
  let away = !root.missed; // or a server that is down would be asked without end
  const near = new IntersectionObserver((entries) => {
    for (const { isIntersecting } of entries) {
      if (isIntersecting && away) go();
      away ||= !isIntersecting;
    }
  }, { rootMargin: NEAR });
  for (const name of touched) element.addEventListener(name, go);
  if (root.kind === "neck") element.addEventListener("click", (event) => {
    const { target, clientX, clientY } = event;
    if (!root.handle && target.closest(".stage")) root.tap = { target, at: { bubbles: true, clientX, clientY } };
  });
  calm.then(() => root.stop && near.observe(element));
  root.stop = () => {
    near.disconnect();
    for (const name of touched) element.removeEventListener(name, go);
    root.stop = undefined;
  };
}

function adopt(element, kind) {
  if (ended || roots.has(element)) return;
  const root = { kind, scene: element.pending };
  delete element.pending;
  roots.set(element, root);
  const begin = () => roots.get(element) === root && watch(element, root);
  if (document.prerendering) document.addEventListener("prerenderingchange", begin, { once: true });
  else begin();
}

function release(element) {
  const root = roots.get(element);
  if (!root || element.isConnected) return; // moved, not removed
  roots.delete(element);
  root.stop?.();
  const { handle } = root;
  if (!handle || ended) return;
  putBack(element, root);
  handle.free();
  element.dataset.state = root.kind === "neck" ? "still" : "form";
}

const define = (name, kind) => customElements.get(name) ?? customElements.define(name, class extends HTMLElement {
  connectedCallback() {
    // Set before the element was defined, it hides what the class has.
    if (Object.hasOwn(this, "scene")) {
      const { scene } = this;
      delete this.scene;
      this.scene = scene;
    }
    adopt(this, kind);
  }
  disconnectedCallback() { queueMicrotask(() => release(this)); }
  get scene() { return ended ? undefined : roots.get(this)?.handle?.scene; }
  set scene(value) {
    const root = roots.get(this);
    if (root?.handle && !ended) root.handle.scene = value;
    else if (root) root.scene = value;
    else this.pending = value;
  }
  get stats() { return ended ? undefined : roots.get(this)?.handle?.stats; }
});

define("clinic-neck", "neck");
define("clinic-booking", "booking");
// A div has no callbacks of its own.
const divs = (around) => {
  for (const element of around.querySelectorAll("div[data-clinic=neck], div[data-clinic=booking]")) adopt(element, element.dataset.clinic);
};
new MutationObserver((changes) => {
  for (const { target, addedNodes } of changes) if (addedNodes.length) divs(target);
  for (const element of roots.keys()) release(element);
}).observe(document, { childList: true, subtree: true });
divs(document);

// On our own page: no way to the form while the form itself is in sight.
const form = document.querySelector("#book clinic-booking"), way = document.querySelector("[data-bar] [href='#book']");
if (form && way) {
  new IntersectionObserver((entries) => {
    way.hidden = entries.at(-1).isIntersecting;
  }, { rootMargin: "0px 0px -33%" }).observe(form);
}

// Stands in the page before every other script and writes down what a visitor's browser would only whisper.
(() => {
  const seen = { errors: [], violations: [], console: [], exports: null, starts: [], frees: 0, fetched: [], draws: 0 };
  Object.defineProperty(window, "__probe", { value: seen });

  addEventListener("error", (event) => {
    if (event.message) seen.errors.push(`${event.message} (${event.filename}:${event.lineno})`);
    else seen.errors.push(`did not load: ${event.target?.src ?? event.target?.href ?? event.target?.tagName}`);
  }, true);
  addEventListener("unhandledrejection", (event) => seen.errors.push(`rejected: ${event.reason?.stack ?? event.reason}`));
  document.addEventListener("securitypolicyviolation", (event) => seen.violations.push(`${event.violatedDirective} ${event.blockedURI} (${event.sourceFile}:${event.lineNumber})`));
  for (const name of ["log", "info", "warn", "error", "debug", "trace", "assert", "dir", "table"]) {
    const real = console[name].bind(console);
    console[name] = (...words) => { seen.console.push(`${name}: ${words.join(" ")}`); real(...words); };
  }

  // Every address this page asks for, redirects and beacons too.
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) seen.fetched.push(entry.name); })
    .observe({ type: "resource", buffered: true });
  for (const [owner, name] of [[window, "fetch"], [navigator, "sendBeacon"]]) {
    const real = owner[name].bind(owner);
    owner[name] = (target, ...rest) => { seen.fetched.push(new URL(target?.url ?? target, document.baseURI).href); return real(target, ...rest); };
  }
  const open = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function (method, url, ...rest) { seen.fetched.push(new URL(url, document.baseURI).href); return open.call(this, method, url, ...rest); };

  // What `start` itself does to the document, and only that: records are taken the moment it returns.
  const describe = (record) => `${record.type} ${record.attributeName ?? ""} in <${record.target.nodeName.toLowerCase()} ${record.target.className ?? ""}> +${record.addedNodes.length} -${record.removedNodes.length}`;
  const wrap = (exports) => {
    seen.exports = Object.keys(exports);
    seen.memory = exports.memory;
    const start = (...given) => {
      const watch = new MutationObserver(() => {});
      watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      const one = { mutations: [], ok: false };
      seen.starts.push(one);
      try {
        const result = exports.start(...given);
        one.ok = true;
        return result;
      } finally {
        one.mutations = watch.takeRecords().filter((record) => record.attributeName !== "data-state").map(describe);
        watch.disconnect();
      }
    };
    const free = (...given) => { seen.frees += 1; return exports.__wbg_handle_free(...given); };
    return { ...exports, start, __wbg_handle_free: free };
  };
  const opened = ({ module, instance }) => ({ module, instance: { exports: wrap(instance.exports) } });
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const real = WebAssembly[name]?.bind(WebAssembly);
    if (real) WebAssembly[name] = (...given) => real(...given).then(opened);
  }
  // Draw calls, and bytes handed to the graphics card, frame by frame; what each of its buffers holds.
  const gl = window.WebGL2RenderingContext?.prototype;
  seen.perFrame = [];
  seen.uploads = [];
  seen.triangles = [];
  seen.buffers = new Map();
  let drawing = false; // in the frame that runs now
  let sent = 0; // since the last one that drew
  const bound = {};
  const before = (name, task) => {
    const real = gl?.[name];
    if (real) gl[name] = function (...given) { task(...given); return real.apply(this, given); };
  };
  for (const name of ["drawArrays", "drawElements", "drawArraysInstanced", "drawElementsInstanced", "drawRangeElements"]) {
    before(name, (mode, count) => {
      seen.draws += 1;
      if (!drawing) { seen.perFrame.push(0); seen.uploads.push(0); seen.triangles.push(0); }
      drawing = true;
      seen.perFrame[seen.perFrame.length - 1] += 1;
      seen.triangles[seen.triangles.length - 1] += count / 3;
      seen.uploads[seen.uploads.length - 1] += sent;
      sent = 0;
    });
  }
  before("bindBuffer", (target, buffer) => { bound[target] = buffer; });
  before("bindBufferBase", (target, place, buffer) => { bound[target] = buffer; });
  before("deleteBuffer", (buffer) => seen.buffers.delete(buffer));
  before("bufferData", (target, data) => {
    seen.buffers.set(bound[target], data?.byteLength ?? data);
    sent += data?.byteLength ?? 0;
  });
  before("bufferSubData", (target, offset, data) => { sent += data.byteLength; });
  for (const name in gl ?? {}) {
    if (/^uniform[1-4]|^uniformMatrix/.test(name)) {
      before(name, (place, ...given) => { for (const one of given) sent += typeof one === "object" ? one.length * 4 : 4; });
    }
  }
  const frame = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (task) => frame((now) => { drawing = false; task(now); });

  // A test may ask, before the page's own scripts run, for a browser that lacks something, or has a fast clock.
  const wish = new URLSearchParams(location.search).get("browser") ?? "";
  if (wish.includes("no-webgl")) {
    const real = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (kind, ...rest) { return /webgl/.test(kind) ? null : real.call(this, kind, ...rest); };
  }
  // Draws slowly, saves data, or both.
  if (/weak|slow|saver/.test(wish)) {
    const real = HTMLCanvasElement.prototype.getContext, fast = wish.includes("saver");
    HTMLCanvasElement.prototype.getContext = function (kind, given) {
      if (given?.failIfMajorPerformanceCaveat && !fast) return null;
      return real.call(this, kind, { ...given, failIfMajorPerformanceCaveat: false });
    };
  }
  if (/weak|saver/.test(wish)) Object.defineProperty(Navigator.prototype, "connection", { value: { saveData: true }, configurable: true });
  if (wish.includes("hurry")) {
    // Time limits of 10 to 20 s pass five times faster, so that nobody waits for them.
    const hurry = (ms) => (ms >= 10_000 && ms <= 20_000 ? ms / 5 : ms);
    const later = window.setTimeout;
    window.setTimeout = (task, ms, ...rest) => later(task, hurry(ms), ...rest);
    const limit = AbortSignal.timeout?.bind(AbortSignal);
    if (limit) AbortSignal.timeout = (ms) => limit(hurry(ms));
  }
})();

// On sent/: what the form kept in this tab, before it was sent without its script, has arrived.
try {
  sessionStorage.removeItem("__DRAFT__"); // filled in at build time
} catch {} // no storage, no draft

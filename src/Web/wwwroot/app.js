"use strict";

// Posts forms marked data-keep in place, and keeps trying with the same content until the server has answered:
// a lost link, a restarted server or a double click costs nothing that was typed and records nothing twice.
// What is typed is held in memory only. Without this script the same forms are plain posts.
(() => {
  const firstWait = 1000, longestWait = 15000, patience = 30000;
  const pending = new Set();

  // The bar stands in the page from the first, empty, so that what is written into it later is read out.
  const bar = document.createElement("div");
  bar.setAttribute("role", "status");
  document.addEventListener("DOMContentLoaded", () => document.body.append(bar));

  document.addEventListener("submit", event => {
    const form = event.target;
    if (event.defaultPrevented || !form.matches("form[data-keep]")) return;
    event.preventDefault();
    if (!pending.has(form)) send(form, event.submitter);
  });

  addEventListener("beforeunload", event => {
    if (pending.size > 0 || [...document.querySelectorAll("form[data-stay]")].some(isTypedInto)) event.preventDefault();
  });

  async function send(form, submitter) {
    const pressed = Date.now();
    const tooLarge = filesOf(form).find(input => input.files[0]?.size > Number(input.dataset.max));
    if (tooLarge) return refuse(tooLarge);
    const content = new FormData(form);
    if (submitter?.name) content.set(submitter.name, submitter.value);
    const stop = new AbortController();
    begin(form);
    for (let wait = firstWait; !stop.signal.aborted; wait = Math.min(2 * wait, longestWait)) {
      const answer = await attempt(form, content, pressed);
      if (answer.next) return form.hasAttribute("data-stay") ? stay(form, answer.next) : goTo(form, answer.next);
      if (answer.staleToken && await renewToken(form, content)) continue;
      if (answer.page && !answer.again) return show(form, answer.page);
      if (!answer.again) return end(form, answer.why);
      lost(form, answer.why, stop);
      await pause(wait, stop.signal);
    }
    end(form);
  }

  async function attempt(form, content, pressed) {
    content.set("elapsedMs", String(Date.now() - pressed));
    try {
      const response = await fetch(form.action, {
        method: "POST",
        body: content,
        headers: { "Trials-In-Place": "1" },
        signal: AbortSignal.timeout(patience + patienceFor(form)),
      });
      const next = response.headers.get("Trials-Next");
      if (next) return { next };
      const text = await response.text();
      const page = new DOMParser().parseFromString(text, "text/html");
      const why = page.querySelector("main h2[data-why], main .refusal h2, main h1")?.textContent;
      return {
        page: counterpart(form, page) ? page : null,
        again: response.status >= 500,
        staleToken: response.status === 400,
        why,
      };
    } catch {
      return { again: true };
    }
  }

  // A form whose token the server no longer takes gets a new one from a fresh copy of its page, once in an attempt.
  async function renewToken(form, content) {
    const name = "__RequestVerificationToken";
    if (form.dataset.renewed) return false;
    form.dataset.renewed = "1";
    const response = await fetch(location.href).catch(() => null);
    if (!response?.ok) return false;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const token = page.querySelector(`form[data-keep] input[name=${name}]`)?.value;
    if (token) content.set(name, token);
    return Boolean(token);
  }

  function filesOf(form) {
    return [...form.querySelectorAll("input[type=file]")];
  }

  // A file goes over a slow link for as long as it takes at eight bytes a millisecond.
  function patienceFor(form) {
    return filesOf(form).reduce((sum, input) => sum + (input.files[0]?.size ?? 0), 0) / 8;
  }

  function refuse(input) {
    write([input.dataset.tooLarge]);
    input.focus();
  }

  // A form that comes back cannot hold the file that was chosen, but the page still has it. One that was not taken is chosen anew.
  function carryFiles(form, fresh) {
    for (const old of filesOf(form)) {
      const input = fresh.querySelector(`input[type=file][name="${CSS.escape(old.name)}"]`);
      if (!input || old.files.length === 0 || input.hasAttribute("aria-invalid")) continue;
      input.files = old.files;
      input.parentElement.querySelector("[data-file-again]")?.remove();
    }
  }

  function begin(form) {
    pending.add(form);
    form.setAttribute("aria-busy", "true");
    form.inert = true;
  }

  function end(form, why) {
    pending.delete(form);
    form.removeAttribute("aria-busy");
    form.inert = false;
    write(why ? [why] : []);
  }

  function goTo(form, address) {
    end(form);
    const here = location.pathname + location.search;
    location.assign(address);
    if (address.split("#")[0] === here) location.reload();
  }

  // A page of several forms stays where it is: the part whose form was taken gives way to a fresh one, and so does
  // every other that nobody types into. What is typed elsewhere is left alone.
  async function stay(form, address) {
    const response = await fetch(address).catch(() => null);
    const page = response?.ok ? new DOMParser().parseFromString(await response.text(), "text/html") : null;
    const part = form.closest("[data-part]");
    if (!page?.getElementById(part.id)) return goTo(form, address);
    end(form, form.dataset.saved);
    for (const old of document.querySelectorAll("[data-part], [data-follow]")) {
      const fresh = old.id ? page.getElementById(old.id) : page.querySelector(`[data-follow="${CSS.escape(old.dataset.follow)}"]`);
      if (fresh && (old === part || !isInUse(old))) replace(old, fresh, old !== part);
    }
    document.querySelector(`#${CSS.escape(part.id)} h2`)?.focus();
  }

  function replace(old, fresh, keepOpen) {
    if (keepOpen) fresh.querySelectorAll("details").forEach((details, i) => { details.open = old.querySelectorAll("details")[i]?.open ?? details.open; });
    old.replaceWith(document.adoptNode(fresh));
  }

  function isInUse(part) {
    return part.contains(document.activeElement) || [...part.querySelectorAll("form")].some(form => pending.has(form) || isTypedInto(form));
  }

  function isTypedInto(form) {
    return [...form.elements].some(field => field.type !== "hidden" && (
      field.matches("select") ? field.selectedIndex !== Math.max(0, [...field.options].findIndex(option => option.defaultSelected))
      : field.type === "checkbox" || field.type === "radio" ? field.checked !== field.defaultChecked
      : "defaultValue" in field && field.value !== field.defaultValue));
  }

  // The server's answer to a form that it did not take: the same form with what is wrong.
  function show(form, page) {
    const region = form.closest("[data-keep-region]");
    end(form);
    const fresh = document.adoptNode(counterpart(form, page));
    carryFiles(form, fresh);
    region.replaceWith(fresh);
    (fresh.querySelector("[role=alert]") ?? fresh.querySelector("[autofocus]"))?.focus();
  }

  function counterpart(form, page) {
    const region = form.closest("[data-keep-region]");
    return region && page.querySelector(`[data-keep-region="${CSS.escape(region.dataset.keepRegion)}"]`);
  }

  function lost(form, why, stop) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = form.dataset.lostStop;
    button.addEventListener("click", () => stop.abort());
    write([why ?? form.dataset.lost, form.dataset.lostMore], button);
  }

  function write(texts, button) {
    bar.className = texts.length > 0 ? "netbar" : "";
    const line = document.createElement("p");
    texts.forEach((text, index) => {
      const part = document.createElement(index === 0 ? "b" : "span");
      part.textContent = text;
      line.append(part, " ");
    });
    if (button) line.append(button);
    bar.replaceChildren(...(texts.length > 0 ? [line] : []));
  }

  function pause(milliseconds, signal) {
    return new Promise(resolve => {
      const timer = setTimeout(resolve, milliseconds);
      for (const [target, name] of [[window, "online"], [signal, "abort"]]) {
        target.addEventListener(name, () => { clearTimeout(timer); resolve(); }, { once: true });
      }
    });
  }
})();

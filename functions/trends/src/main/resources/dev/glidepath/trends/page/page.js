"use strict";
for (const form of document.querySelectorAll("form")) {
  form.addEventListener("submit", () => {
    for (const field of form.elements) field.disabled = field.value === "";
  });
}
for (const box of document.querySelectorAll(".chart-box")) {
  const stage = box.querySelector(".stage");
  const rows = [...box.querySelectorAll("tr[data-narrow]")];
  const heads = [...box.querySelectorAll("thead th")].map((head) => head.textContent);
  const add = (name) => {
    const part = document.createElement("div");
    part.className = name;
    part.hidden = true;
    stage.append(part);
    return part;
  };
  const pick = add("pick"), cursor = add("cursor"), tip = add("tip");
  let at = rows.length - 1, begun = -1;
  const place = (i) => {
    const wide = [...stage.children].find((c) => c.firstElementChild?.matches("svg") && c.clientWidth);
    const svg = wide.firstElementChild, shown = svg.getBoundingClientRect();
    const scale = shown.width / svg.viewBox.baseVal.width;
    const x = rows[i].dataset[wide.className] * scale;
    return { x, shown };
  };
  const span = (part, from, to, height) => {
    part.hidden = false;
    Object.assign(part.style, { left: from + "px", width: Math.max(1, to - from) + "px", top: 0, height: height + "px" });
  };
  const show = (i) => {
    at = i;
    const { x, shown } = place(i);
    span(cursor, x, x, shown.height);
    const name = document.createElement("b");
    name.textContent = rows[i].cells[0].textContent;
    tip.replaceChildren(name);
    for (let c = 1; c < rows[i].cells.length; c++) {
      const line = document.createElement("span"), value = rows[i].cells[c].textContent;
      if (value.trim() === "") continue;
      const label = document.createElement("i"), figure = document.createElement("em");
      label.textContent = heads[c];
      figure.textContent = value;
      line.append(label, figure);
      tip.append(line);
    }
    tip.hidden = false;
    tip.style.left = Math.max(0, Math.min(x + 10, shown.width - tip.offsetWidth)) + "px";
    if (begun >= 0 && begun !== i) {
      const other = place(begun).x;
      span(pick, Math.min(x, other), Math.max(x, other), shown.height);
    }
  };
  const hide = () => { for (const part of [pick, cursor, tip]) part.hidden = true; begun = -1; };
  const nearest = (event) => {
    const { shown } = place(0), x = event.clientX - shown.left;
    return rows.reduce((best, _, i) => (Math.abs(place(i).x - x) < Math.abs(place(best).x - x) ? i : best), 0);
  };
  const open = (from, to) => {
    const query = new URLSearchParams(location.search);
    query.set("from", rows[Math.min(from, to)].dataset.from);
    query.set("to", rows[Math.max(from, to)].dataset.to);
    location.search = query.toString();
  };
  stage.tabIndex = 0;
  stage.setAttribute("role", "group");
  stage.setAttribute("aria-label", "Arrow keys go through the periods");
  tip.setAttribute("role", "status");
  stage.addEventListener("pointermove", (event) => show(nearest(event)));
  stage.addEventListener("pointerdown", (event) => { begun = nearest(event); });
  stage.addEventListener("pointerup", (event) => {
    const end = nearest(event);
    if (begun >= 0 && begun !== end && event.pointerType === "mouse") open(begun, end);
    else begun = -1;
  });
  stage.addEventListener("pointerleave", hide);
  stage.addEventListener("blur", hide);
  stage.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step) {
      event.preventDefault();
      show(Math.max(0, Math.min(rows.length - 1, tip.hidden ? at : at + step)));
    } else if (event.key === "Escape") hide();
  });
}

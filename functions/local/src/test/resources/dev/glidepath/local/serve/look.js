"use strict";
onload = async () => {
  const seen = [];
  for (const frame of document.querySelectorAll("iframe")) {
    const page = frame.contentDocument;
    for (const details of page.querySelectorAll("details")) details.open = true;
    const tip = page.querySelector(".tip");
    for (let i = 0; tip && i < 2; i++) page.querySelector(".stage").dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowLeft" }));
    const drawn = [...page.querySelectorAll("svg[role=img]")].filter((svg) => svg.getBoundingClientRect().width > 0);
    let findings = "not asked";
    if (frame.dataset.rules && frame.contentWindow.axe) {
      const found = await frame.contentWindow.axe.run(page, { runOnly: { type: "tag", values: frame.dataset.rules.split(",") } });
      findings = found.violations
        .map((rule) => rule.id + " at " + rule.nodes.map((node) => node.target.join(" ") + " " + node.failureSummary).join(", "))
        .join("; ").replace(/\s+/g, " ") || "none";
    }
    seen.push("SEEN " + frame.title + ": wide " + page.documentElement.scrollWidth + " of " + frame.clientWidth
      + ", " + drawn.length + " pictures, " + page.querySelectorAll("img, script:not([src]) ~ script").length + " intruders"
      + ", tip [" + (tip ? tip.textContent : "") + "], findings: " + findings + ".");
  }
  document.querySelector("pre").textContent = seen.join("\n") + "\nEND";
};

/* Drawing, for any page: each chart takes an element and draws itself into it. Colours and type are those of the classes and variables of page.css. */
Axfl.charts = (() => {
  const A = Axfl, NS = "http://www.w3.org/2000/svg", MIN = 10;
  let ids = 0, printing = 0;

  function fill(node, attributes, children) {
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
      else node.setAttribute(name, value === true ? "" : value);
    }
    for (const child of children.flat()) if (child !== null && child !== undefined) node.append(child);
    return node;
  }

  /** An element of HTML: h("p", {class: "name"}, "text"). Text stays text. */
  const h = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);
  const s = (tag, attributes, ...children) => fill(document.createElementNS(NS, tag), attributes, children);
  const line = (x1, y1, x2, y2, cls) => s("line", { x1, y1, x2, y2, class: cls });
  const text = (x, y, anchor, content, cls) => s("text", { x, y, "text-anchor": anchor, class: cls }, content);
  const px = v => v.toFixed(1), sign = v => v < 0 ? "loss" : "gain", widest = list => Math.max(...list.map(t => t.length)) * 6.6;
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();

  function width(el) { return printing || Math.max(240, el.clientWidth || 640); }

  /** A figure with its name, which says the result; what was there goes. */
  function figure(el, name) {
    const id = "c" + ++ids, fig = h("figure", {}, h("figcaption", { id, class: "name" }, name));
    el.replaceChildren(fig);
    return { fig, id };
  }

  /** An svg in a figure with scales and axes. y: {from, to, text, about}; x: {from, to, ticks: [{at, text}]}. */
  function frame(el, o) {
    const { fig, id } = figure(el, o.name), W = width(el), H = o.height || 220;
    const yTicks = A.ticks(o.y.from, o.y.to, o.y.about || Math.max(3, Math.round(H / 60))), left = o.bare ? 0 : widest(yTicks.map(o.y.text)) + 12, right = o.right || 8, top = 10, bottom = H - (o.under || 24);
    const X = v => left + (v - o.x.from) / (o.x.to - o.x.from || 1) * (W - left - right), Y = v => bottom - (v - o.y.from) / (o.y.to - o.y.from || 1) * (bottom - top);
    const svg = s("svg", { viewBox: `0 0 ${W} ${H}`, width: W, height: H, role: "img", "aria-labelledby": id, tabindex: o.still ? null : 0 });
    for (const t of yTicks) svg.append(line(left, Y(t), W - right, Y(t), t === 0 ? "zero" : "grid"), text(left - 8, Y(t) + 4, "end", o.y.text(t)));
    let end = -9;
    for (const t of o.x.ticks || []) {
      const x = X(t.at), half = t.text.length * 3.4, anchor = x - half < 0 ? "start" : x + half > W ? "end" : "middle", begins = anchor === "start" ? x : anchor === "end" ? x - 2 * half : x - half;
      if (begins < end + 8) continue;
      end = begins + 2 * half;
      svg.append(text(x, bottom + 17, anchor, t.text));
    }
    fig.append(svg);
    return { fig, svg, X, Y, W, H, left, right: W - right, top, bottom };
  }

  /** Range of values with 0 in it and some air. */
  function range(values) {
    let lo = 0, hi = 0;
    for (const v of values) { if (v < lo) lo = v; if (v > hi) hi = v; }
    const air = (hi - lo) * 0.06 || 1;
    return [lo < 0 ? lo - air : 0, hi > 0 || !lo ? hi + air : 0];
  }

  /** A box of text beside a pointer or a chosen point. */
  function tip(fig, lines, x, y) {
    let box = fig.querySelector(".tip");
    if (!lines) { if (box) box.remove(); return; }
    if (!box) fig.append(box = h("div", { class: "tip", role: "status" }));
    box.replaceChildren(...lines.map(l => h("div", {}, l)));
    const room = fig.clientWidth - box.offsetWidth;
    box.style.left = Math.max(0, Math.min(room, x + 14 > room ? x - box.offsetWidth - 14 : x + 14)) + "px";
    box.style.top = Math.max(0, y - box.offsetHeight - 8) + "px";
  }

  /** Points of a chart that pointer and arrow keys go to: n, x(i), y(i), lines(i); flat: the nearest by x alone; pick(i) on click and Enter. */
  function explore(f, o) {
    const cross = s("g", { class: "cross" });
    let at = -1;
    const show = i => {
      at = i;
      cross.replaceChildren();
      tip(f.fig, null);
      if (i < 0) return;
      const x = o.x(i), y = o.y(i), scale = f.svg.clientWidth / f.W || 1;
      if (o.flat) cross.append(line(x, f.top, x, f.bottom));
      cross.append(s("circle", { cx: x, cy: y, r: 4 }));
      tip(f.fig, o.lines(i), x * scale, y * scale + f.svg.getBoundingClientRect().top - f.fig.getBoundingClientRect().top);
    };
    const near = e => {
      const box = f.svg.getBoundingClientRect(), x = (e.clientX - box.left) * f.W / box.width, y = (e.clientY - box.top) * f.H / box.height;
      let best = -1, least = o.flat ? Infinity : 900;
      for (let i = 0; i < o.n; i++) {
        const d = (o.x(i) - x) ** 2 + (o.flat ? 0 : (o.y(i) - y) ** 2);
        if (d < least) { least = d; best = i; }
      }
      return best;
    };
    f.svg.append(cross);
    f.svg.addEventListener("pointermove", e => show(near(e)));
    f.svg.addEventListener("pointerleave", () => show(-1));
    f.svg.addEventListener("blur", () => show(-1));
    f.svg.addEventListener("click", e => { const i = near(e); if (o.pick && i >= 0) o.pick(i); });
    f.svg.addEventListener("keydown", e => {
      const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1, PageUp: -20, PageDown: 20 }[e.key];
      if (by && o.n) { e.preventDefault(); show(Math.min(o.n - 1, Math.max(0, at < 0 ? (by < 0 ? o.n - 1 : 0) : at + by))); }
      if (e.key === "Enter" && o.pick && at >= 0) o.pick(at);
      if (e.key === "Escape") show(-1);
    });
  }

  function legend(fig, entries) {
    if (entries.length < 2) return;
    fig.append(h("ul", { class: "legend" }, entries.map(e => h("li", {}, s("svg", { width: 22, height: 10, "aria-hidden": "true" }, e.box ? s("rect", { width: 14, height: 10, x: 4, class: e.cls }) : line(0, 5, 22, 5, e.cls)), " " + e.name))));
  }

  function steps(f, x, y, start) {
    let d = `M${px(f.left)} ${px(f.Y(start))}`;
    for (const i of A.thin(x, y, f.from, f.to, f.right - f.left)) d += `H${px(f.X(x[i]))}V${px(f.Y(y[i]))}`;
    return d;
  }

  /**
   * Results over time as steps, and how far they are below their highest point. o: name, lines [{name, time, value, under, start}], the first in front and the one with underwater; from, to; marks [{from, to, text}];
   * text, underText; height; period(from, to), null, null on double click.
   */
  function equity(el, o) {
    const main = o.lines[0], all = o.lines.flatMap(l => [l.start, ...[Math.min, Math.max].map(m => l.value.reduce((a, v) => m(a, v), l.start))]), lo = Math.min(...all), hi = Math.max(...all), air = (hi - lo) * 0.05 || 1;
    const H = o.height || 300, low = 110, ticks = A.timeTicks(o.from, o.to, Math.max(3, width(el) / 110)), x = { from: o.from, to: o.to, ticks };
    const f = frame(el, { name: o.name, height: H + low, under: low + 24, x, y: { from: lo - air, to: hi + air, text: o.text } });
    Object.assign(f, { from: o.from, to: o.to });
    o.lines.forEach((l, k) => { if (k && l.value.length) f.svg.append(s("path", { d: steps(f, l.time, l.value, l.start), class: "line k" + (k - 1) % 8 })); });
    f.svg.append(s("path", { d: steps(f, main.time, main.value, main.start), class: "line main" }));
    const deepest = main.under.reduce((a, v) => Math.min(a, v), 0), under = { ...f, top: H + 12, bottom: H + low - 8 };
    under.Y = v => under.top + (deepest ? v / deepest : 0) * (under.bottom - under.top);
    const water = steps(under, main.time, main.under, 0);
    f.svg.append(s("path", { d: water + `H${px(f.X(main.time[main.time.length - 1]))}V${px(under.top)}H${px(f.left)}Z`, class: "water" }), line(f.left, under.top, f.right, under.top, "zero"));
    for (const v of deepest ? [0, deepest] : [0]) f.svg.append(text(f.left - 8, under.Y(v) + 4, "end", o.underText(v)));
    const marks = (o.marks || []).filter(m => m.from <= o.to && (m.to === null || m.to >= o.from));
    f.svg.append(s("path", { class: "marks", d: marks.map(m => { const a = Math.max(f.left, f.X(m.from)), b = m.to === null ? a : Math.min(f.right, f.X(m.to)); return `M${px(a)} ${f.bottom - 7}h${px(Math.max(1.5, b - a))}v7h${px(-Math.max(1.5, b - a))}z`; }).join("") }));
    explore({ ...f, bottom: under.bottom }, {
      flat: true, n: main.time.length, x: i => f.X(main.time[i]), y: i => f.Y(main.value[i]),
      lines: i => {
        const t = main.time[i], reach = (o.to - o.from) / (f.right - f.left) * 4;
        return [A.moment(t), `${o.text(main.value[i])}, underwater ${o.underText(main.under[i])}`, ...marks.filter(m => m.from <= t + reach && (m.to || m.from) >= t - reach).slice(0, 3).map(m => m.text)];
      },
    });
    if (o.period) drag(f, (a, b) => o.period(a, b), v => o.from + (v - f.left) / (f.right - f.left) * (o.to - o.from));
    legend(f.fig, o.lines.map((l, k) => ({ name: l.name, cls: k ? "line k" + (k - 1) % 8 : "line main" })));
    return f;
  }

  function drag(f, chosen, valueAt) {
    const rect = s("rect", { class: "select", y: f.top, height: f.bottom - f.top, width: 0 }), at = e => { const b = f.svg.getBoundingClientRect(); return Math.min(f.right, Math.max(f.left, (e.clientX - b.left) * f.W / b.width)); };
    let from = null, to = null;
    f.svg.append(rect);
    f.svg.classList.add("drags");
    f.svg.addEventListener("pointerdown", e => { if (e.button === 0) { from = to = at(e); f.svg.setPointerCapture(e.pointerId); } });
    f.svg.addEventListener("pointermove", e => { if (from === null) return; to = at(e); rect.setAttribute("x", Math.min(from, to)); rect.setAttribute("width", Math.abs(to - from)); });
    f.svg.addEventListener("pointercancel", () => { from = null; rect.setAttribute("width", 0); });
    f.svg.addEventListener("pointerup", () => {
      if (from !== null && Math.abs(to - from) > 6) chosen(valueAt(Math.min(from, to)), valueAt(Math.max(from, to)));
      from = null;
      rect.setAttribute("width", 0);
    });
    f.svg.addEventListener("dblclick", () => chosen(null, null));
  }

  /** Bars beside one another, or below where there is no room. items [{label, value, n, faint, lines}]; text(value); pick(k). */
  function bars(el, o) {
    const W = width(el), n = o.items.length;
    if ((W - 70) / n < (o.least || 26)) return rows(el, o);
    const [lo, hi] = range(o.items.map(i => i.value)), f = frame(el, { ...o, under: 40, x: { from: 0, to: n }, y: { from: lo, to: hi, text: o.text } }), step = (f.right - f.left) / n, wide = Math.min(46, step * 0.72);
    o.items.forEach((item, k) => {
      const x = f.X(k + 0.5), y = f.Y(item.value), zero = f.Y(0);
      f.svg.append(s("rect", { x: x - wide / 2, y: Math.min(y, zero), width: wide, height: Math.max(item.n ? 1 : 0, Math.abs(y - zero)), class: sign(item.value) + (item.faint ? " faint" : "") }));
      if (item.label.length * 6.6 < step * (k % 2 ? 1 : 2) || step > 34) f.svg.append(text(x, f.bottom + 16, "middle", item.label));
      f.svg.append(text(x, f.bottom + 32, "middle", A.number(item.n), "count"));
    });
    explore(f, { flat: true, n, x: k => f.X(k + 0.5), y: k => f.Y(o.items[k].value), lines: k => o.items[k].lines, pick: o.pick });
    return f;
  }

  /** Bars below one another, labels of any length. items [{label, value, from, n, faint, total}]; from: where a bar begins (0). */
  function rows(el, o) {
    const { fig, id } = figure(el, o.name), ends = o.items.flatMap(i => [i.from || 0, (i.from || 0) + i.value]), lo = Math.min(0, ...ends), span = Math.max(0, ...ends) - lo || 1;
    fig.append(h("ul", { class: "rows", "aria-labelledby": id }, o.items.map((item, k) => {
      const a = item.from || 0, bar = h("span", { class: `bar ${item.total ? "total" : sign(item.value)}${item.faint ? " faint" : ""}` }), zero = h("span", { class: "zero" });
      bar.style.left = (Math.min(a, a + item.value) - lo) / span * 100 + "%";
      bar.style.width = Math.abs(item.value) / span * 100 + "%";
      zero.style.left = -lo / span * 100 + "%";
      return h("li", {}, h("span", { class: "label" }, o.pick ? h("button", { type: "button", class: "link", onclick: () => o.pick(k) }, item.label) : item.label),
        h("span", { class: "track" }, bar, zero), h("span", { class: "value" }, o.text(item.value)), h("span", { class: "count" }, item.n === undefined ? "" : A.number(item.n)));
    })));
  }

  /** Histogram of bins [{label, n, by: []}] stacked by keys [name], with a mark at a place counted in bins. */
  function stacked(el, o) {
    const n = o.bins.length, top = Math.max(...o.bins.map(b => b.n)) * 1.06 || 1, used = o.keys.map((name, k) => k).filter(k => o.bins.some(b => b.by[k]));
    const f = frame(el, { ...o, x: { from: 0, to: n, ticks: o.ticks }, y: { from: 0, to: top, text: v => A.number(v), about: 4 } }), step = (f.right - f.left) / n;
    o.bins.forEach((b, i) => {
      let y = 0;
      for (const k of used) {
        if (!b.by[k]) continue;
        f.svg.append(s("rect", { x: px(f.X(i) + step * 0.06), width: px(step * 0.88), y: px(f.Y(y + b.by[k])), height: px(f.Y(y) - f.Y(y + b.by[k])), class: "k" + k % 8 }));
        y += b.by[k];
      }
    });
    if (o.mark !== null && o.mark !== undefined) f.svg.append(line(f.X(o.mark), f.top, f.X(o.mark), f.bottom, "mean"), text(f.X(o.mark) + (o.mark > n * 0.7 ? -5 : 5), f.top + 8, o.mark > n * 0.7 ? "end" : "start", o.markText, "strong"));
    explore(f, { flat: true, n, x: i => f.X(i + 0.5), y: i => f.Y(o.bins[i].n), lines: i => [o.bins[i].label, ...used.filter(k => o.bins[i].by[k]).map(k => `${o.keys[k]} ${A.number(o.bins[i].by[k])}`)] });
    legend(f.fig, used.map(k => ({ name: o.keys[k], cls: "k" + k % 8, box: true })));
  }

  /** Points: n, x(i), y(i), gain(i), lines(i), pick(i); axes x, y {from, to, text, title}. Beyond the ends at the edge; above 5,000 on canvas. */
  function scatter(el, o) {
    const x = { ...o.x, ticks: A.ticks(o.x.from, o.x.to, Math.max(3, width(el) / 90)).map(at => ({ at, text: o.x.text(at) })) }, f = frame(el, { ...o, under: 42, height: o.height || 260, x });
    const held = (v, a) => Math.min(a.to, Math.max(a.from, v)), X = i => f.X(held(o.px(i), o.x)), Y = i => f.Y(held(o.py(i), o.y));
    f.svg.append(text((f.left + f.right) / 2, f.bottom + 36, "middle", o.x.title), text(f.left + 4, f.top + 4, "start", o.y.title));
    if (o.n > 5000) {
      const c = h("canvas", { width: f.W * 2, height: f.H * 2, "aria-hidden": "true" }), g = c.getContext("2d");
      g.scale(2, 2);
      g.globalAlpha = 0.45;
      for (let i = 0; i < o.n; i++) { g.fillStyle = o.gain(i) ? gainColour : lossColour; g.fillRect(X(i) - 1.2, Y(i) - 1.2, 2.4, 2.4); }
      f.svg.before(h("div", { class: "behind" }, c));
    } else {
      for (const up of [false, true]) {
        let d = "";
        for (let i = 0; i < o.n; i++) if (o.gain(i) === up) d += up ? `M${px(X(i))} ${px(Y(i))}h.01` : `M${px(X(i) - 2.2)} ${px(Y(i))}h4.4`;
        f.svg.append(s("path", { d, class: "dots " + (up ? "gain" : "loss") }));
      }
    }
    explore(f, { n: o.n, x: X, y: Y, lines: o.lines, pick: o.pick });
  }

  /** Bands [5, 25, 50, 75, 95 %] over steps at, the run itself in front. */
  function bands(el, o) {
    const [lo, hi] = range([...o.bands[0], ...o.bands[4], ...o.run]), to = o.at[o.at.length - 1], ticks = A.ticks(0, to, Math.max(3, width(el) / 100)).map(at => ({ at, text: A.number(at) }));
    const f = frame(el, { ...o, height: o.height || 280, x: { from: 0, to, ticks }, y: { from: lo, to: hi, text: o.text } }), path = v => o.at.map((k, i) => `L${px(f.X(k))} ${px(f.Y(v[i]))}`).join(""), origin = `M${px(f.left)} ${px(f.Y(0))}`;
    for (const [a, b, cls] of [[0, 4, "outer"], [1, 3, "inner"]]) f.svg.append(s("path", { d: origin + path(o.bands[b]) + o.at.map((k, i) => [k, o.bands[a][i]]).reverse().map(([k, v]) => `L${px(f.X(k))} ${px(f.Y(v))}`).join("") + "Z", class: "band " + cls }));
    f.svg.append(s("path", { d: origin + path(o.bands[2]), class: "line median" }), s("path", { d: origin + path(o.run), class: "line main" }));
    explore(f, { flat: true, n: o.at.length, x: i => f.X(o.at[i]), y: i => f.Y(o.run[i]), lines: i => [`after ${A.number(o.at[i])} days`, `run ${o.text(o.run[i])}`, ...["5", "25", "50", "75", "95"].map((p, k) => `${p} % ${o.text(o.bands[k][i])}`)] });
    legend(f.fig, [{ name: "the run", cls: "line main" }, { name: "median", cls: "line median" }, { name: "25 to 75 %", cls: "band inner", box: true }, { name: "5 to 95 %", cls: "band outer", box: true }]);
  }

  /** A year of days, a column a week from Monday. days: Map of day to value; lines(day); pick(day). */
  function days(el, o) {
    const first = A.dayOf(o.year, 1, 1), last = A.dayOf(o.year, 12, 31), monday = first - A.civil(first).weekday, list = [...o.days.keys()].filter(d => d >= first && d <= last).sort((a, b) => a - b);
    const rowCount = list.some(d => A.civil(d).weekday > 4) ? 7 : 5, W = width(el), weeks = Math.floor((last - monday) / 7) + 1, cell = Math.min(24, (W - 34) / weeks), H = rowCount * cell + 26, most = Math.max(...list.map(d => Math.abs(o.days.get(d))), 1e-9);
    const { fig, id } = figure(el, o.name), svg = s("svg", { viewBox: `0 0 ${W} ${H}`, width: W, height: H, role: "img", "aria-labelledby": id, tabindex: 0 });
    const x = d => 34 + Math.floor((d - monday) / 7) * cell, y = d => 18 + A.civil(d).weekday * cell;
    ["Mon", "", "Wed", "", "Fri"].forEach((t, i) => t && svg.append(text(0, 18 + i * cell + cell * 0.5 + 4, "start", t)));
    for (let d = first; d <= last; d++) {
      const c = A.civil(d), v = o.days.get(d);
      if (c.d === 1 && (cell * 4.3 > 26 || c.m % 3 === 1)) svg.append(text(x(d), 10, "start", A.MONTHS[c.m - 1]));
      if (c.weekday >= rowCount) continue;
      svg.append(s("rect", { x: px(x(d) + 0.5), y: px(y(d) + 0.5), width: px(cell - 1.5), height: px(cell - 1.5), class: v === undefined ? "none" : sign(v), "fill-opacity": v === undefined ? null : (0.3 + 0.7 * Math.sqrt(Math.abs(v) / most)).toFixed(2) }));
    }
    fig.append(svg);
    explore({ fig, svg, W, H }, { n: list.length, x: i => x(list[i]) + cell / 2, y: i => y(list[i]) + cell / 2, lines: i => o.lines(list[i]), pick: o.pick && (i => o.pick(list[i])) });
  }

  let gainColour = "", lossColour = "";

  /**
   * Bars of one symbol with its trades and refusals. o: name(), detail and overview (bars; null), interval, scale, digits; trades [{id, side, from, entry, to, exit, stop, target, gain, lines}];
   * crosses [{time, price, text}]; chosen (place in trades; -1); choose(place). Gives {chosen(k), show(time), draw(), image()}.
   */
  function candles(el, o) {
    const { fig, id } = figure(el, o.name()), canvas = h("canvas", { role: "img", "aria-labelledby": id, tabindex: 0 }), said = h("p", { class: "said", role: "status" });
    const button = (label, title, act) => h("button", { type: "button", title, "aria-label": title, onclick: act }, label);
    const controls = h("div", { class: "controls" }, o.trades.length ? [button("‹ Trade", "Previous trade (p)", () => step(-1)), button("Trade ›", "Next trade (n)", () => step(1))] : [],
      button("+", "Zoom in (+)", () => zoom(0.5)), button("−", "Zoom out (-)", () => zoom(2)), button("All", "Show all (0)", () => all()));
    let b = o.detail, interval = o.interval, from = 0, to = Math.min(b.n, 300), chosen = -1, W = 0, H = 0;
    const right = o.digits * 7 + 26, foot = 22;
    fig.append(controls, canvas, said);

    const X = i => (i - from) / (to - from) * (W - right);
    const place = t => { const i = Math.max(0, A.lastAt(b.time, t)); return i + Math.min(1, Math.max(0, (t - b.time[i]) / interval)); };
    const barAt = x => from + x / (W - right) * (to - from);

    function use(overview, middle, span) {
      b = overview ? o.overview : o.detail;
      interval = overview ? 14400 : o.interval;
      set(place(middle) - span / 2, place(middle) + span / 2);
    }

    function set(a, z) {
      const span = Math.max(MIN, Math.min(z - a, b.n)), start = Math.max(-span * 0.1, Math.min(a, b.n - span * 0.9));
      from = start; to = start + span;
      draw();
    }

    function zoom(by, at = (from + to) / 2) {
      const middle = b.time[Math.max(0, Math.min(b.n - 1, Math.round(at)))], span = (to - from) * by;
      if (o.overview && b === o.detail && by > 1 && span > Math.min(b.n, 4000)) return use(true, middle, span * o.interval / 14400);
      if (o.overview && b === o.overview && by < 1 && span < 40) return use(false, middle, Math.min(480, span * 14400 / o.interval));
      set(at - (at - from) * by, at + (to - at) * by);
    }

    const pan = share => set(from + (to - from) * share, to + (to - from) * share);
    function all() { if (o.overview) { b = o.overview; interval = 14400; } set(0, b.n); }
    function step(by) { if (o.trades.length) choose(chosen < 0 ? (by > 0 ? 0 : o.trades.length - 1) : Math.min(o.trades.length - 1, Math.max(0, chosen + by)), true); }

    function choose(k, tell) {
      chosen = k;
      const t = o.trades[k];
      said.replaceChildren(...(t ? t.lines.map(l => h("span", {}, l)) : []));
      if (!t) return draw();
      b = o.detail; interval = o.interval;
      const a = place(t.from), z = place(t.to), air = Math.max(20, (z - a) * 0.6);
      set(a - air, z + air);
      if (tell && o.choose) o.choose(k);
    }

    function draw() {
      W = width(fig); H = Math.max(280, Math.min(460, W * 0.5));
      const ratio = printing ? 2 : window.devicePixelRatio || 1, g = canvas.getContext("2d");
      canvas.width = W * ratio; canvas.height = H * ratio;
      canvas.style.aspectRatio = `${W} / ${H}`;
      g.scale(ratio, ratio);
      fig.firstChild.textContent = o.name();
      const ink = colour("ink"), soft = colour("soft"), grid = colour("line"), panel = colour("panel"), gain = colour("gain"), loss = colour("loss"), first = Math.max(0, Math.floor(from)), end = Math.min(b.n, Math.ceil(to) + 1);
      g.font = "12px system-ui, sans-serif";
      g.fillStyle = panel;
      g.fillRect(0, 0, W, H);
      if (end <= first) return;
      const perBar = (W - right) / (to - from), t = o.trades[chosen], mine = t && place(t.to) >= from && place(t.from) <= to;
      let lo = Infinity, hi = -Infinity;
      for (let i = first; i < end; i++) { if (b.low[i] < lo) lo = b.low[i]; if (b.high[i] > hi) hi = b.high[i]; }
      lo /= o.scale; hi /= o.scale;
      if (mine) for (const v of [t.entry, t.exit, t.stop, t.target]) if (v === v) { lo = Math.min(lo, v); hi = Math.max(hi, v); }
      const air = (hi - lo) * 0.07 || 10 ** -o.digits, Y = v => (hi + air - v) / (hi - lo + 2 * air) * (H - foot), P = v => Y(v / o.scale);
      const stroke = (style, wide, path, dash = []) => { g.strokeStyle = style; g.lineWidth = wide; g.setLineDash(dash); g.beginPath(); path(); g.stroke(); g.setLineDash([]); };
      for (const v of A.ticks(lo, hi, H / 60)) {
        stroke(grid, 1, () => { g.moveTo(0, Y(v)); g.lineTo(W - right, Y(v)); });
        g.fillStyle = soft; g.textAlign = "left"; g.fillText(A.number(v, o.digits), W - right + 6, Y(v) + 4);
      }
      let labelled = -99, dayBefore = null;
      for (let i = first; i < end; i += 1) {
        const x = X(i);
        if (i > first && b.time[i] - b.time[i - 1] > interval && (perBar > 0.4 || b === o.overview && perBar > 3)) stroke(soft, 1, () => { g.moveTo(x, 0); g.lineTo(x, H - foot); }, [2, 4]);
        if (x < labelled + 92 || x < 0 || x > W - right - 80) continue;
        const c = A.civil(Math.floor(b.time[i] / 86400)), day = c.y * 400 + c.m * 32 + c.d, label = day === dayBefore && perBar * 86400 / interval > 92 ? A.clock(b.time[i]) : `${c.d} ${A.MONTHS[c.m - 1]} ${dayBefore && Math.floor(dayBefore / 400) === c.y ? A.clock(b.time[i]) : c.y}`;
        labelled = x; dayBefore = day;
        g.fillStyle = soft; g.fillText(label, x, H - 6);
        stroke(grid, 1, () => { g.moveTo(x, H - foot); g.lineTo(x, H - foot + 5); });
      }
      g.save();
      g.beginPath(); g.rect(0, 0, W - right, H - foot); g.clip();
      if (mine) {
        const a = X(place(t.from)), wide = Math.max(2, X(place(t.to)) - a), area = (v, style) => { if (v === v) { g.globalAlpha = 0.16; g.fillStyle = style; g.fillRect(a, Math.min(Y(t.entry), Y(v)), wide, Math.abs(Y(v) - Y(t.entry))); g.globalAlpha = 1; stroke(style, 1, () => { g.moveTo(a, Y(v)); g.lineTo(a + wide, Y(v)); }); } };
        area(t.stop, loss); area(t.target, gain);
      }
      if (perBar < 1) stroke(soft, 1, () => { for (const c of A.candles(b, first, end, Math.ceil((end - first) * perBar))) { const x = X((c.from + c.to) / 2); g.moveTo(x, P(c.high)); g.lineTo(x, P(c.low) + 0.6); } });
      else for (let i = first; i < end; i++) {
        const x = X(i + 0.5), wide = Math.max(1, Math.min(11, perBar * 0.66)), y = Math.min(P(b.open[i]), P(b.close[i])), tall = Math.max(1, Math.abs(P(b.open[i]) - P(b.close[i])));
        stroke(soft, 1, () => { g.moveTo(x, P(b.high[i])); g.lineTo(x, P(b.low[i])); });
        if (wide < 2) continue;
        g.fillStyle = b.close[i] >= b.open[i] ? panel : soft;
        g.fillRect(x - wide / 2, y, wide, tall);
        g.strokeStyle = soft; g.strokeRect(x - wide / 2, y, wide, tall);
      }
      let named = 0;
      for (const c of o.crosses) {
        const at = place(c.time);
        if (at < from || at > to || !(c.price === c.price)) continue;
        const x = X(at), y = Y(c.price), r = 4;
        stroke(ink, 1.3, () => { g.moveTo(x - r, y - r); g.lineTo(x + r, y + r); g.moveTo(x - r, y + r); g.lineTo(x + r, y - r); });
        if (perBar > 5 && named++ < 30) { g.fillStyle = soft; g.fillText(c.gate, x + 7, y + 4); }
      }
      o.trades.forEach((d, k) => {
        const a = X(place(d.from)), z = X(place(d.to));
        if (z < 0 || a > W) return;
        const style = d.gain ? gain : loss, up = d.side > 0 ? 1 : -1, y = Y(d.entry), main = k === chosen;
        stroke(style, main ? 2.4 : 1.4, () => { g.moveTo(a, y); g.lineTo(z, Y(d.exit)); }, d.gain ? [] : [6, 3]);
        if (perBar < 0.5 && !main) return;
        g.fillStyle = style; g.strokeStyle = panel; g.lineWidth = 1;
        g.beginPath(); g.moveTo(a, y - up * 6); g.lineTo(a + 5, y + up * 4); g.lineTo(a - 5, y + up * 4); g.closePath(); g.fill(); g.stroke();
        g.beginPath(); g.arc(z, Y(d.exit), main ? 4.5 : 3.5, 0, 7); g.fill(); g.stroke();
      });
      g.restore();
    }

    const pointers = new Map(), at = e => { const box = canvas.getBoundingClientRect(); return { x: (e.clientX - box.left) * W / box.width, y: (e.clientY - box.top) * H / box.height, px: e.clientX - box.left, py: e.clientY - box.top }; };
    canvas.addEventListener("pointerdown", e => { canvas.setPointerCapture(e.pointerId); pointers.set(e.pointerId, at(e)); tip(fig, null); });
    for (const end of ["pointerup", "pointercancel"]) canvas.addEventListener(end, e => pointers.delete(e.pointerId));
    canvas.addEventListener("pointerleave", () => tip(fig, null));
    canvas.addEventListener("pointermove", e => {
      const p = at(e), before = pointers.get(e.pointerId);
      if (!before) return hover(p);
      const spread = () => { const [u, v] = [...pointers.values()]; return Math.max(20, Math.abs(u.x - v.x)); }, was = pointers.size === 2 ? spread() : 0, span = to - from;
      pointers.set(e.pointerId, p);
      if (pointers.size === 1) set(from - (p.x - before.x) / (W - right) * span, to - (p.x - before.x) / (W - right) * span);
      else if (was) { const [u, v] = [...pointers.values()]; zoom(was / spread(), barAt((u.x + v.x) / 2)); }
    });
    canvas.addEventListener("wheel", e => {
      if (!e.ctrlKey && document.activeElement !== canvas) return;
      e.preventDefault();
      if (Math.abs(e.deltaX) > Math.abs(e.deltaY)) pan(e.deltaX / W); else zoom(Math.exp(Math.max(-1, Math.min(1, e.deltaY / 300))), barAt(at(e).x));
    }, { passive: false });
    canvas.addEventListener("keydown", e => {
      const act = { ArrowLeft: () => pan(-0.1), ArrowRight: () => pan(0.1), ArrowUp: () => zoom(0.8), ArrowDown: () => zoom(1.25), "+": () => zoom(0.5), "=": () => zoom(0.5), "-": () => zoom(2), n: () => step(1), p: () => step(-1), 0: all }[e.key];
      if (act && !e.ctrlKey && !e.metaKey && !e.altKey) { e.preventDefault(); act(); }
    });

    function hover(p) {
      const i = Math.floor(barAt(p.x));
      if (i < 0 || i >= b.n || p.x > W - right) return tip(fig, null);
      const v = x => A.number(x / o.scale, o.digits), near = t => Math.abs(X(place(t)) - p.x) < 8;
      tip(fig, [A.moment(b.time[i]), `${v(b.open[i])}  ${v(b.high[i])}  ${v(b.low[i])}  ${v(b.close[i])}`, ...o.crosses.filter(c => near(c.time)).slice(0, 3).map(c => c.text),
        ...o.trades.filter(t => near(t.from) || near(t.to)).slice(0, 2).map(t => t.lines[0])], p.px, p.py + canvas.offsetTop);
    }

    choose(o.chosen === undefined ? -1 : o.chosen);
    if (chosen < 0) all();
    return { choose, draw, show: t => { said.replaceChildren(); chosen = -1; use(false, t, 80); }, image: () => canvas.toDataURL("image/png"), canvas };
  }

  /** Called before drawing: colours of canvases are read anew; a width for paper, 0 for the screen's. */
  function setUp(paper) { printing = paper || 0; gainColour = colour("gain"); lossColour = colour("loss"); }

  return { h, s, figure, equity, bars, rows, stacked, scatter, bands, days, candles, setUp };
})();

/* Drawing, for any page: each chart takes an element and draws itself into it, with the classes and variables of page.css. */
Axfl.charts = (() => {
const A = Axfl, { number } = A, NS = "http://www.w3.org/2000/svg", { min, max, abs, round, floor } = Math;
let ids = 0, paper = 0;

function build(node, attributes, children) {
	for (const [name, value] of Object.entries(attributes || {})) {
		if (value === null || value === undefined || value === false) continue;
		if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
		else node.setAttribute(name, value === true ? "" : value);
	}
	node.append(...children.flat().filter(c => c !== null && c !== undefined));
	return node;
}

/** An element of HTML: h("p", {class: "name"}, "text"). Text stays text. */
const h = (tag, attributes, ...children) => build(document.createElement(tag), attributes, children);
const s = (tag, attributes, ...children) => build(document.createElementNS(NS, tag), attributes, children);
const button = (text, onclick, cls, title) => h("button", { type: "button", class: cls, title, "aria-label": title, onclick }, text);
const line = (x1, y1, x2, y2, cls) => s("line", { x1, y1, x2, y2, class: cls }), text = (x, y, anchor, content, cls) => s("text", { x, y, "text-anchor": anchor, class: cls }, content), path = (d, cls) => s("path", { d, class: cls });
const px = v => v.toFixed(1), tone = v => v < 0 ? "loss" : "gain", held = (v, lo, hi) => min(hi, max(lo, v)), letters = t => t.length * 7.3;
const colour = name => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim(), width = el => paper || max(240, el.clientWidth || 640);

/** A figure with its name, which says the result. */
function figure(el, name) {
	const id = "c" + ++ids, fig = h("figure", {}, h("figcaption", { id, class: "name" }, name));
	el.replaceChildren(fig);
	return { fig, id };
}

function canvasOf(el, name, W, H) {
	const { fig, id } = figure(el, name), svg = s("svg", { viewBox: `0 0 ${W} ${H}`, role: "img", "aria-labelledby": id, tabindex: 0 });
	fig.append(svg);
	return { fig, svg, W, H };
}

/** An svg in a figure with scales and axes. x: {from, to, ticks: [{at, text}]}; y: {from, to, text}; labels: more texts at the left. */
function frame(el, o) {
	const W = width(el), H = o.height || 220, f = canvasOf(el, o.name, W, H), { x, y } = o, ticks = A.ticks(y.from, y.to, max(3, round((H - (o.under || 24)) / 60))), texts = ticks.map(y.text);
	const left = max(...texts.concat(o.labels || []).map(letters)) + 10, right = W - 8, top = 10, bottom = H - (o.under || 24), X = v => left + (v - x.from) / (x.to - x.from || 1) * (right - left), Y = v => bottom - (v - y.from) / (y.to - y.from || 1) * (bottom - top);
	ticks.forEach((t, k) => f.svg.append(line(left, Y(t), right, Y(t), t ? "grid" : "zero"), text(left - 8, Y(t) + 4, "end", texts[k])));
	let end = -9;
	for (const t of x.ticks || []) {
		const half = letters(t.text) / 2, at = held(X(t.at), half, W - half);
		if (at - half < end + 8) continue;
		end = at + half;
		f.svg.append(text(at, bottom + 17, "middle", t.text));
	}
	return Object.assign(f, { X, Y, left, right, top, bottom, from: x.from, to: x.to });
}

const airy = (lo, hi) => { const air = (hi - lo) * 0.05 || 1; return { from: lo - air, to: hi + air }; };
const about = (el, room) => max(3, width(el) / room), valueTicks = (el, from, to, say) => A.ticks(from, to, about(el, 95)).map(at => ({ at, text: say(at) }));

function tip(fig, lines, x, y) {
	let box = fig.querySelector(".tip");
	if (!lines) return box && box.remove();
	if (!box) fig.append(box = h("div", { class: "tip", role: "status" }));
	box.replaceChildren(...lines.map(l => h("div", {}, l)));
	const room = fig.clientWidth - box.offsetWidth;
	box.style.left = held(x + 14 > room ? x - box.offsetWidth - 14 : x + 14, 0, room) + "px";
	box.style.top = max(0, y - box.offsetHeight - 8) + "px";
}

const spot = (f, e) => { const box = f.svg.getBoundingClientRect(); return [(e.clientX - box.left) * f.W / box.width, (e.clientY - box.top) * f.H / box.height]; };

/** Points of a chart that pointer and arrow keys go to: n, x(i), y(i), lines(i); flat: the nearest by x alone; pick(i) on click and Enter. */
function explore(f, o) {
	const cross = s("g", { class: "cross" }), { svg, fig } = f;
	let at = -1;
	const show = i => {
		at = i;
		cross.replaceChildren();
		tip(fig);
		if (i < 0) return;
		const x = o.x(i), y = o.y(i), scale = svg.clientWidth / f.W || 1;
		if (o.flat) cross.append(line(x, f.top, x, f.bottom));
		cross.append(s("circle", { cx: x, cy: y, r: 4 }));
		tip(fig, o.lines(i), x * scale, y * scale + svg.getBoundingClientRect().top - fig.getBoundingClientRect().top);
	};
	const near = e => {
		const [x, y] = spot(f, e);
		let best = -1, least = o.flat ? Infinity : 900;
		for (let i = 0; i < o.n; i++) {
			const d = (o.x(i) - x) ** 2 + (o.flat ? 0 : (o.y(i) - y) ** 2);
			if (d < least) { least = d; best = i; }
		}
		return best;
	};
	svg.append(cross);
	svg.addEventListener("pointermove", e => show(near(e)));
	for (const end of ["pointerleave", "blur"]) svg.addEventListener(end, () => show(-1));
	if (o.pick) {
		svg.addEventListener("click", e => { const i = near(e); if (i >= 0) o.pick(i); });
	}
	svg.addEventListener("keydown", e => {
		const by = { ArrowLeft: -1, ArrowRight: 1 }[e.key];
		if (by && o.n) { e.preventDefault(); show(at < 0 ? by < 0 ? o.n - 1 : 0 : held(at + by, 0, o.n - 1)); }
		if (e.key === "Enter" && o.pick && at >= 0) o.pick(at);
		if (e.key === "Escape") show(-1);
	});
}

function legend(fig, entries) {
	if (entries.length > 1) fig.append(h("ul", { class: "legend" }, entries.map(([name, cls, box]) => h("li", {}, s("svg", { viewBox: "0 0 22 10", "aria-hidden": "true" }, box ? s("rect", { width: 14, height: 10, x: 4, class: cls }) : line(0, 5, 22, 5, cls)), " " + name))));
}

function steps(f, x, y, start) {
	let d = `M${px(f.left)} ${px(f.Y(start))}`;
	for (const i of A.thin(x, y, f.from, f.to, f.right - f.left)) d += `H${px(f.X(x[i]))}V${px(f.Y(y[i]))}`;
	return d;
}

/** Results over time as steps, and underwater. lines [{name, time, value, under, start}], the first in front; marks [{from, to, text}]; period(from, to), with nulls on double click. */
function equity(el, o) {
	let lo = Infinity, hi = -lo;
	for (const l of o.lines) for (const v of [l.start, ...l.value]) { lo = min(lo, v); hi = max(hi, v); }
	const [main] = o.lines, low = 110, H = o.height || 300, deepest = main.under.reduce((a, v) => min(a, v), 0), waterTexts = (deepest ? [0, deepest] : [0]).map(v => [v, o.underText(v)]), lineClass = k => k ? "line k" + (k - 1) % 6 : "line main";
	const f = frame(el, { ...o, height: H + low, under: low + 24, x: { from: o.from, to: o.to, ticks: A.timeTicks(o.from, o.to, about(el, 100)) }, y: { ...airy(lo, hi), text: o.text }, labels: waterTexts.map(w => w[1]) });
	for (let k = o.lines.length - 1; k >= 0; k--) f.svg.append(path(steps(f, o.lines[k].time, o.lines[k].value, o.lines[k].start), lineClass(k)));
	const under = { ...f, top: H + 12, bottom: H + low - 8 };
	under.Y = v => under.top + (deepest ? v / deepest : 0) * (under.bottom - under.top);
	f.svg.append(path(steps(under, main.time, main.under, 0) + `V${px(under.top)}H${px(f.left)}Z`, "water"), line(f.left, under.top, f.right, under.top, "zero"), ...waterTexts.map(([v, t]) => text(f.left - 8, under.Y(v) + 4, "end", t)));
	const marks = (o.marks || []).filter(m => m.from <= o.to && (m.to === null || m.to >= o.from)), reach = (o.to - o.from) / (f.right - f.left) * 4;
	f.svg.append(path(marks.map(m => { const a = f.X(max(o.from, m.from)), wide = max(1.5, (m.to === null ? a : f.X(min(o.to, m.to))) - a); return `M${px(a)} ${f.bottom - 7}h${px(wide)}v7h${px(-wide)}z`; }).join(""), "marks"));
	explore({ ...f, bottom: under.bottom }, {
		flat: true, n: main.time.length, x: i => f.X(main.time[i]), y: i => f.Y(main.value[i]),
		lines: i => [A.moment(main.time[i]), `${o.text(main.value[i])}, underwater ${o.underText(main.under[i])}`, ...marks.filter(m => m.from <= main.time[i] + reach && (m.to || m.from) >= main.time[i] - reach).slice(0, 3).map(m => m.text)],
	});
	if (o.period) drag(f, o.period);
	legend(f.fig, o.lines.map((l, k) => [l.name, lineClass(k)]));
}

function drag(f, chosen) {
	const rect = s("rect", { class: "select", y: f.top, height: f.bottom - f.top }), at = e => held(spot(f, e)[0], f.left, f.right), value = x => f.from + (x - f.left) / (f.right - f.left) * (f.to - f.from);
	let from = null;
	const show = (x, wide) => { rect.setAttribute("x", x); rect.setAttribute("width", wide); }, end = () => { from = null; show(0, 0); };
	f.svg.append(rect);
	f.svg.classList.add("drags");
	f.svg.addEventListener("pointerdown", e => { if (!e.button) { from = at(e); f.svg.setPointerCapture(e.pointerId); } });
	f.svg.addEventListener("pointermove", e => { if (from !== null) show(min(from, at(e)), abs(at(e) - from)); });
	f.svg.addEventListener("pointercancel", end);
	f.svg.addEventListener("pointerup", e => {
		const a = from, b = at(e);
		end();
		if (a !== null && abs(a - b) > 6) chosen(value(min(a, b)), value(max(a, b)));
	});
	f.svg.addEventListener("dblclick", () => chosen(null, null));
}

/** Bars below one another, labels of any length. items [{label, value, from: 0, n, faint, total, mark}]; domain: where bars begin and end, else from 0. */
function rows(el, o) {
	const { fig, id } = figure(el, o.name), ends = o.domain || [0, ...o.items.flatMap(i => [i.from || 0, (i.from || 0) + i.value])], lo = min(...ends), span = max(...ends) - lo || 1, percent = v => v / span * 100 + "%", counted = o.items.some(i => i.n !== undefined);
	const part = (cls, from, wide) => { const e = h("span", { class: cls }); e.style.left = percent(from - lo); if (wide !== undefined) e.style.width = percent(wide); return e; };
	fig.append(h("ul", { class: "rows" + (counted ? " counted" : ""), "aria-labelledby": id }, o.items.map((item, k) => {
		const a = item.from || 0;
		return h("li", {}, h("span", { class: "label" }, o.pick ? button(item.label, () => o.pick(k), "link") : item.label),
			h("span", { class: "track" }, part(`bar ${item.total ? "total" : tone(item.value)}${item.faint ? " faint" : ""}`, min(a, a + item.value), abs(item.value)), o.domain ? null : part("zero", 0), item.mark === undefined ? null : part("mark", item.mark)),
			h("span", { class: "value" }, item.shown || o.text(item.value)), counted ? h("span", { class: "count" }, number(item.n)) : null);
	})));
}

/** Histogram of bins [{label, n, by: []}] stacked by keys [name], with a mark at a place counted in bins. */
function stacked(el, o) {
	const n = o.bins.length, used = o.keys.map((_, k) => k).filter(k => o.bins.some(b => b.by[k])), f = frame(el, { ...o, x: { from: 0, to: n, ticks: o.ticks }, y: { from: 0, to: max(...o.bins.map(b => b.n)) * 1.06 || 1, text: v => number(v) } }), step = (f.right - f.left) / n, at = f.X(o.mark), late = o.mark > n * 0.7;
	o.bins.forEach((b, i) => {
		let y = 0;
		for (const k of used) {
			if (b.by[k]) f.svg.append(s("rect", { x: px(f.X(i) + step * 0.06), width: px(step * 0.88), y: px(f.Y(y + b.by[k])), height: px(f.Y(y) - f.Y(y + b.by[k])), class: "k" + k % 6 }));
			y += b.by[k];
		}
	});
	f.svg.append(line(at, f.top, at, f.bottom, "mean"), text(at + (late ? -5 : 5), f.top + 8, late ? "end" : "start", o.markText, "strong"));
	explore(f, { flat: true, n, x: i => f.X(i + 0.5), y: i => f.Y(o.bins[i].n), lines: i => [o.bins[i].label, ...used.filter(k => o.bins[i].by[k]).map(k => `${o.keys[k]} ${number(o.bins[i].by[k])}`)] });
	legend(f.fig, used.map(k => [o.keys[k], "k" + k % 6, true]));
}

/** Points: n, px(i), py(i), gain(i), lines(i), pick(i); axes x, y {from, to, text, title}. Above 5,000 on canvas. */
function scatter(el, o) {
	const f = frame(el, { ...o, under: 42, height: 260, x: { ...o.x, ticks: valueTicks(el, o.x.from, o.x.to, o.x.text) } }), X = i => f.X(held(o.px(i), o.x.from, o.x.to)), Y = i => f.Y(held(o.py(i), o.y.from, o.y.to)), d = ["", ""];
	f.svg.append(text((f.left + f.right) / 2, f.bottom + 36, "middle", o.x.title), text(f.left + 4, f.top + 4, "start", o.y.title));
	if (o.n > 5000) {
		const c = h("canvas", { class: "behind", width: f.W * 2, height: f.H * 2, "aria-hidden": "true" }), g = c.getContext("2d"), styles = [colour("loss"), colour("gain")];
		g.scale(2, 2);
		g.globalAlpha = 0.45;
		for (let i = 0; i < o.n; i++) { g.fillStyle = styles[+o.gain(i)]; g.fillRect(X(i) - 1.2, Y(i) - 1.2, 2.4, 2.4); }
		f.svg.before(c);
	} else {
		for (let i = 0; i < o.n; i++) d[+o.gain(i)] += o.gain(i) ? `M${px(X(i))} ${px(Y(i))}h.01` : `M${px(X(i) - 2.2)} ${px(Y(i))}h4.4`;
		f.svg.append(path(d[0], "dots loss"), path(d[1], "dots gain"));
	}
	explore(f, { n: o.n, x: X, y: Y, lines: o.lines, pick: o.pick });
}

/** Bands [5, 25, 50, 75, 95 %] over steps at, the run itself in front. */
function bands(el, o) {
	const to = o.at[o.at.length - 1], f = frame(el, { ...o, height: 290, x: { from: 0, to, ticks: valueTicks(el, 0, to, v => number(v)) }, y: { ...airy(min(0, ...o.bands[0], ...o.run), max(0, ...o.bands[4], ...o.run)), text: o.text } });
	const points = v => o.at.map((k, i) => `${px(f.X(k))} ${px(f.Y(v[i]))}`), origin = `M${px(f.left)} ${px(f.Y(0))}L`, line = (v, cls) => path(origin + points(v).join("L"), cls), area = (a, b, cls) => path(origin + points(o.bands[b]).concat(points(o.bands[a]).reverse()).join("L") + "Z", "band " + cls);
	f.svg.append(area(0, 4, "outer"), area(1, 3, "inner"), line(o.bands[2], "line median"), line(o.run, "line main"));
	explore(f, { flat: true, n: o.at.length, x: i => f.X(o.at[i]), y: i => f.Y(o.run[i]), lines: i => [`after ${number(o.at[i])} days`, `run ${o.text(o.run[i])}`, ...[5, 25, 50, 75, 95].map((p, k) => `${p} % ${o.text(o.bands[k][i])}`)] });
	legend(f.fig, [["the run", "line main"], ["median", "line median"], ["25 to 75 %", "band inner", true], ["5 to 95 %", "band outer", true]]);
}

/** A year of days, a column a week from Monday. days: Map of day to value; lines(day); pick(day). */
function days(el, o) {
	const first = A.dayOf(o.year, 1, 1), last = A.dayOf(o.year, 12, 31), monday = first - A.civil(first).weekday, list = [...o.days.keys()].filter(d => d >= first && d <= last).sort((a, b) => a - b), deep = list.some(d => A.civil(d).weekday > 4) ? 7 : 5;
	const W = width(el), cell = min(30, (W - 34) / 53), f = canvasOf(el, o.name, W, deep * cell + 24), most = max(...list.map(d => abs(o.days.get(d))), 1e-9), x = d => 34 + floor((d - monday) / 7) * cell, y = d => 18 + A.civil(d).weekday * cell;
	["Mon", "Wed", "Fri"].forEach((t, i) => { if (cell > 7) f.svg.append(text(0, 22 + (i * 2 + 0.5) * cell, "start", t)); });
	for (let d = first; d <= last; d++) {
		const c = A.civil(d), v = o.days.get(d);
		if (c.d === 1 && (cell > 7 || c.m % 3 === 1)) f.svg.append(text(x(d), 10, "start", A.MONTHS[c.m - 1]));
		if (c.weekday < deep) f.svg.append(s("rect", { x: px(x(d) + 0.5), y: px(y(d) + 0.5), width: px(cell - 1), height: px(cell - 1), class: v === undefined ? "none" : tone(v), "fill-opacity": v === undefined ? null : (0.2 + 0.8 * Math.sqrt(abs(v) / most)).toFixed(2) }));
	}
	explore(f, { n: list.length, x: i => x(list[i]) + cell / 2, y: i => y(list[i]) + cell / 2, lines: i => o.lines(list[i]), pick: i => o.pick(list[i]) });
}

/**
 * Bars of one symbol with trades [{side, from, entry, to, exit, stop, target, gain, lines}] and crosses [{time, price, gate, text}]; detail, overview: bars (null), chosen: place of a trade (-1).
 * Gives {choose(place), show(time), draw(), canvas}.
 */
function candles(el, o) {
	const { fig, id } = figure(el, o.name), canvas = h("canvas", { role: "img", "aria-labelledby": id, tabindex: 0 }), said = h("p", { class: "said", role: "status" }), { trades } = o, right = letters(number((o.overview || o.detail).high[0] / o.scale, o.digits)) + 16, foot = 24;
	let b = o.detail, interval = o.interval, from = 0, to = 1, chosen = -1, W = 0, H = 0;
	fig.append(h("div", { class: "controls" }, trades.length ? [button("‹ Trade", () => step(-1), "", "Previous trade (p)"), button("Trade ›", () => step(1), "", "Next trade (n)")] : [], button("+", () => zoom(0.5), "", "Zoom in (+)"), button("−", () => zoom(2), "", "Zoom out (-)"), button("All", all, "", "Show all (0)")), canvas, said);

	const X = i => (i - from) / (to - from) * (W - right), barAt = x => from + x / (W - right) * (to - from), place = t => { const i = max(0, A.lastAt(b.time, t)); return i + held((t - b.time[i]) / interval, 0, 1); };
	const level = overview => { b = overview ? o.overview : o.detail; interval = overview ? 14400 : o.interval; };

	function set(a, z) {
		const span = held(z - a, 10, max(10, b.n * 1.1));
		from = held(a, -span * 0.1, max(-span * 0.1, b.n - span * 0.9));
		to = from + span;
		draw();
	}

	function around(time, span, overview) { level(overview); set(place(time) - span / 2, place(time) + span / 2); }

	// Far out the bars of four hours take over, where there are any.
	function zoom(by, at = (from + to) / 2) {
		const middle = b.time[held(round(at), 0, b.n - 1)], span = (to - from) * by;
		if (o.overview && b === o.detail && by > 1 && span > min(b.n, 4000)) around(middle, max(60, span * interval / 14400), true);
		else if (o.overview && b === o.overview && by < 1 && span < 40) around(middle, min(480, span * 14400 / o.interval), false);
		else set(at - (at - from) * by, at + (to - at) * by);
	}

	const pan = share => set(from + (to - from) * share, to + (to - from) * share);
	function all() { level(!!o.overview); set(0, b.n); }
	function step(by) { if (trades.length) { choose(chosen < 0 ? by > 0 ? 0 : trades.length - 1 : held(chosen + by, 0, trades.length - 1)); if (o.choose) o.choose(chosen); } }

	function choose(k) {
		const t = trades[chosen = k];
		said.replaceChildren(...(t ? t.lines : []).map(l => h("span", {}, l)));
		if (!t) return;
		level(false);
		const a = place(t.from), z = place(t.to), air = max(20, (z - a) * 0.6);
		set(a - air, z + air);
	}

	function draw() {
		W = width(fig);
		H = held(W * 0.5, 280, 460);
		const ratio = paper ? 2 : window.devicePixelRatio || 1, g = canvas.getContext("2d"), [ink, soft, grid, panel, gain, loss] = ["ink", "soft", "line", "panel", "gain", "loss"].map(colour), first = max(0, floor(from)), end = min(b.n, Math.ceil(to) + 1), perBar = (W - right) / (to - from), bottom = H - foot;
		canvas.width = W * ratio;
		canvas.height = H * ratio;
		g.scale(ratio, ratio);
		g.font = "12px system-ui, sans-serif";
		g.fillStyle = panel;
		g.fillRect(0, 0, W, H);
		const stroke = (style, wide, points, dash) => { g.strokeStyle = style; g.lineWidth = wide; g.setLineDash(dash || []); g.beginPath(); points.forEach(([x, y], k) => k % 2 ? g.lineTo(x, y) : g.moveTo(x, y)); g.stroke(); g.setLineDash([]); }, write = (t, x, y) => { g.fillStyle = soft; g.fillText(t, x, y); };
		const t = trades[chosen], mine = t && place(t.to) >= from && place(t.from) <= to;
		let lo = Infinity, hi = -Infinity, labelled = -99, before = "", named = 0;
		for (let i = first; i < end; i++) { lo = min(lo, b.low[i] / o.scale); hi = max(hi, b.high[i] / o.scale); }
		if (mine) for (const v of [t.entry, t.exit, t.stop, t.target]) if (v === v) { lo = min(lo, v); hi = max(hi, v); }
		const air = (hi - lo) * 0.07 || 10 ** -o.digits, Y = v => (hi + air - v) / (hi - lo + 2 * air) * bottom, P = v => Y(v / o.scale);
		for (const v of A.ticks(lo, hi, H / 60)) { stroke(grid, 1, [[0, Y(v)], [W - right, Y(v)]]); write(number(v, o.digits), W - right + 6, Y(v) + 4); }
		g.save();
		g.beginPath();
		g.rect(0, 0, W - right, H);
		g.clip();
		// A gap is dashed; where bars of four hours tell of bars that are left out, it is dotted.
		for (let i = first; i < end; i++) {
			const x = X(i), time = b.time[i], c = A.civil(floor(time / A.DAY)), day = `${c.d} ${A.MONTHS[c.m - 1]}`, last = b.time[i - 1];
			if (i > first && time - last > interval && (perBar > 0.4 || time - last > 3 * A.DAY)) {
				const k = o.overview && b === o.detail ? A.lastAt(o.overview.time, time - 14400) : -1;
				stroke(soft, 1, [[x, 0], [x, bottom]], k >= 0 && o.overview.time[k] >= last + interval ? [1, 5] : [5, 4]);
			}
			if (x < labelled + 94 || x < 0 || x > W - right - 86) continue;
			write(before === day ? A.clock(time) : before.endsWith(c.y) ? day : `${day} ${c.y}`, x, H - 6);
			stroke(grid, 1, [[x, bottom], [x, bottom + 5]]);
			labelled = x;
			before = perBar * A.DAY / interval > 94 ? day : " " + c.y;
		}
		g.rect(0, 0, W - right, bottom);
		g.clip();
		if (mine) {
			const a = X(place(t.from)), wide = max(2, X(place(t.to)) - a);
			for (const [v, style] of [[t.stop, loss], [t.target, gain]]) {
				if (v !== v) continue;
				g.globalAlpha = 0.16;
				g.fillStyle = style;
				g.fillRect(a, min(Y(t.entry), Y(v)), wide, abs(Y(v) - Y(t.entry)));
				g.globalAlpha = 1;
				stroke(style, 1, [[a, Y(v)], [a + wide, Y(v)]]);
			}
		}
		for (const c of A.candles(b, first, end, max(1, Math.ceil((end - first) * min(1, perBar))))) {
			const x = X((c.from + c.to) / 2), wide = held(perBar * 0.66, 1, 11), y = min(P(c.open), P(c.close));
			stroke(soft, 1, [[x, P(c.high)], [x, P(c.low) + 0.6]]);
			if (wide < 2) continue;
			g.fillStyle = c.close < c.open ? soft : panel;
			for (const act of ["fillRect", "strokeRect"]) g[act](x - wide / 2, y, wide, max(1, abs(P(c.open) - P(c.close))));
		}
		for (const c of o.crosses) {
			const at = place(c.time), x = X(at), y = Y(c.price), r = min(4, 1 + perBar);
			if (at < from || at > to || y !== y) continue;
			stroke(ink, 1.3, [[x - r, y - r], [x + r, y + r], [x - r, y + r], [x + r, y - r]]);
			if (perBar > 5 && named++ < 30) write(c.gate, x + 7, y + 4);
		}
		trades.forEach((d, k) => {
			const a = X(place(d.from)), z = X(place(d.to)), main = k === chosen, up = d.side * 5, y = Y(d.entry), mark = () => { g.fillStyle = d.gain ? gain : loss; g.strokeStyle = panel; g.lineWidth = 1; g.fill(); g.stroke(); };
			if (z < 0 || a > W) return;
			stroke(d.gain ? gain : loss, main ? 2.4 : 1.4, [[a, y], [z, Y(d.exit)]], d.gain ? [] : [6, 3]);
			if (perBar < 0.5 && !main) return;
			g.beginPath(); g.moveTo(a, y - up); g.lineTo(a + 5, y + up); g.lineTo(a - 5, y + up); g.closePath(); mark();
			g.beginPath(); g.arc(z, Y(d.exit), main ? 4.5 : 3.5, 0, 7); mark();
		});
		g.restore();
	}

	const pointers = new Map(), at = e => { const [x, y] = spot({ svg: canvas, W, H }, e); return { x, y }; }, listen = (name, act) => canvas.addEventListener(name, act, { passive: false });
	listen("pointerdown", e => { canvas.setPointerCapture(e.pointerId); pointers.set(e.pointerId, at(e)); tip(fig); });
	for (const end of ["pointerup", "pointercancel", "pointerleave"]) listen(end, e => { pointers.delete(e.pointerId); tip(fig); });
	listen("pointermove", e => {
		const p = at(e), last = pointers.get(e.pointerId), ends = () => { const [u, v] = [...pointers.values()]; return [max(20, abs(u.x - v.x)), (u.x + v.x) / 2]; };
		if (!last) return hover(p);
		const was = pointers.size === 2 && ends();
		pointers.set(e.pointerId, p);
		if (was) zoom(was[0] / ends()[0], barAt(ends()[1]));
		else pan((last.x - p.x) / (W - right));
	});
	listen("wheel", e => {
		if (!e.ctrlKey && document.activeElement !== canvas) return;
		e.preventDefault();
		if (abs(e.deltaX) > abs(e.deltaY)) pan(e.deltaX / W); else zoom(Math.exp(held(e.deltaY / 300, -1, 1)), barAt(at(e).x));
	});
	listen("keydown", e => {
		const act = { ArrowLeft: () => pan(-0.1), ArrowRight: () => pan(0.1), ArrowUp: () => zoom(0.8), ArrowDown: () => zoom(1.25), "+": () => zoom(0.5), "=": () => zoom(0.5), "-": () => zoom(2), n: () => step(1), p: () => step(-1), 0: all }[e.key];
		if (act && !e.ctrlKey && !e.metaKey && !e.altKey) { e.preventDefault(); act(); }
	});

	function hover(p) {
		const i = floor(barAt(p.x)), near = t => abs(X(place(t)) - p.x) < 8;
		if (!(i >= 0 && i < b.n && p.x < W - right)) return tip(fig);
		tip(fig, [A.moment(b.time[i]), ["open", "high", "low", "close"].map(k => k + " " + number(b[k][i] / o.scale, o.digits)).join(", "), ...o.crosses.filter(c => near(c.time)).slice(0, 3).map(c => c.text), ...trades.filter(t => near(t.from) || near(t.to)).slice(0, 2).map(t => t.lines[0])], p.x, p.y + canvas.offsetTop);
	}

	all();
	choose(o.chosen === undefined ? -1 : o.chosen);
	return { choose, draw, canvas, show: time => { choose(-1); around(time, 80, false); } };
}

/** Draws for paper so wide; 0: for the screen. */
const forPaper = pixels => { paper = pixels; };

return { h, s, button, figure, canvasOf, explore, width, equity, rows, stacked, scatter, bands, days, candles, forPaper };
})();

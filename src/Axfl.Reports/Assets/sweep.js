/* The page of a sweep: its panels over the trials in it. */
(() => {
const A = Axfl, C = A.charts, { h, s, button } = C, { number, inR, percent } = A, $ = id => document.getElementById(id), D = JSON.parse($("data").textContent), main = document.querySelector("main"), M = D.measure, PAGE = 200;
if (typeof DecompressionStream === "undefined") return main.prepend(h("p", { class: "warn" }, "This browser cannot unpack the data of this page: it shows its tables, without charts."));

const inflate = async text => A.columns(new Uint8Array(await new Response(new Blob([Uint8Array.from(atob(text), c => c.charCodeAt(0))]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer()));
const many = (n, word) => number(n) + " " + word + (n === 1 ? "" : "s"), obj = v => number(v, D.decimals), axisText = v => number(v, Math.abs(v) >= 100 || v === 0 ? 0 : Math.min(D.decimals, 3)), part = el => el.appendChild(h("div", { class: "part" })), median = sorted => (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
const varying = D.axes.map((_, k) => k).filter(k => D.axes[k].values.length > 1), view = { x: varying.length > 1 ? varying[1] : varying[0], y: varying.length > 1 ? varying[0] : -1, z: "best", w: "objective" }, better = D.max ? 1 : -1;
let T, shown = [], chosen = -1, choices = null;

// What a map may show, and how: its column, its words, and whether more of it is better.
const SHOWN = { objective: [D.by, obj, better], median: ["neighbours' median", obj, better], r: ["R", v => inR(v), 1], day: ["mean day R", v => inR(v, 4), 1], trades: ["trades", v => number(v), 1] };
const value = (k, i) => T[`v${k}`][i], cellAt = (k, i) => k < 0 ? 0 : T[`g${k}`][i], words = i => D.axes.map((a, k) => `${a.label} ${a.values[value(k, i)]}`).join(", "), place = trial => T.trial.indexOf(trial), marked = i => T.trial[i] === M.best ? "best" : T.trial[i] === M.recommended ? "recommended" : "";
const lines = i => [`trial ${number(T.trial[i])}${marked(i) && ", " + marked(i)}: ${D.by} ${obj(T.objective[i])}`, words(i), `${many(T.trades[i], "trade")}, ${inR(T.r[i])}, drawdown ${inR(-T.fall[i])}`];
const select = (label, name, list) => h("label", {}, label, h("select", { name }, list.map(([v, text]) => h("option", { value: v, selected: String(v) === String(view[name]) }, text))));
const scroll = (name, ...parts) => h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": name }, h("table", {}, parts));
const stats = list => h("dl", { class: "stats" }, list.map(([label, text, note]) => h("div", {}, h("dt", {}, label), h("dd", {}, text), note ? h("dd", { class: "sub" }, note) : null)));

function choose(i, show) {
	chosen = i;
	draw("chosen");
	if (show) $("chosen").scrollIntoView({ block: "nearest" });
}

/** The trial that stands for a cell: the best, or the one in the middle; value: of it, or the median. */
function standing(list, key) {
	const up = SHOWN[key][2], sorted = list.filter(i => T[key][i] !== null).sort((a, b) => T[key][a] - T[key][b] || b * up - a * up);
	if (!sorted.length) return null;
	if (view.z === "median") return { trial: sorted[(sorted.length - 1) >> 1], value: median(sorted.map(i => T[key][i])), n: sorted.length };
	const trial = up > 0 ? sorted[sorted.length - 1] : sorted[0];
	return { trial, value: T[key][trial], n: sorted.length };
}

const panels = {
plane(el) {
	if (!varying.length) return;
	const { x, y, w } = view, [what, text, up] = SHOWN[w], groups = new Map(), X = D.axes[x].groups, Y = y < 0 ? [""] : D.axes[y].groups;
	for (const i of shown) {
		const at = cellAt(y, i) * X.length + cellAt(x, i);
		groups.set(at, (groups.get(at) || []).concat(i));
	}
	const cells = new Map([...groups].map(([at, list]) => [at, standing(list, w)]).filter(c => c[1])), all = [...cells.values()].map(c => c.value), lo = Math.min(...all), hi = Math.max(...all), deepest = Math.max(Math.abs(lo), Math.abs(hi)) || 1, signed = lo < 0 && hi > 0, names = varying.map(k => [k, D.axes[k].label]), single = [...cells.values()].every(c => c.n === 1);
	el.append(h("div", { class: "controls" }, y < 0 ? "" : [select("Across", "x", names), select("Down", "y", names)], select("Shows", "w", Object.entries(SHOWN).map(([k, v]) => [k, v[0]])), single ? "" : select("Of several trials in a cell", "z", [["best", "the best"], ["median", "the median"]])));
	const top = [...cells.values()].reduce((a, c) => !a || (c.value - a.value) * up > 0 ? c : a, null), { fig } = C.figure(part(el), top ? `${what}: ${up > 0 ? "greatest" : "least"} ${text(top.value)}, trial ${number(T.trial[top.trial])}` : "No trial has it");
	const td = c => {
		if (!c) return h("td", { class: "n none" });
		const list = groups.get(c.at), mark = list.some(i => T.trial[i] === M.best) ? " best" : list.some(i => T.trial[i] === M.recommended) ? " recommended" : "", e = h("td", { class: "n heat" + (signed ? c.value < 0 ? " loss" : "" : hi <= 0 ? " loss" : "") + mark }, button(text(c.value), () => choose(c.trial, true), "link", `${lines(c.trial).join("; ")}${mark && "; holds the" + mark}`), single ? null : h("small", {}, number(c.n)));
		e.style.setProperty("--a", (signed ? Math.abs(c.value) / deepest : hi === lo ? 0.5 : hi <= 0 ? (hi - c.value) / (hi - lo) : (c.value - lo) / (hi - lo)) * 50 + "%");
		return e;
	};
	fig.append(scroll("Map of two axes", h("thead", {}, h("tr", {}, h("th", { scope: "col" }, y < 0 ? D.axes[x].label : `${D.axes[y].label} \\ ${D.axes[x].label}`), X.map(t => h("th", { scope: "col", class: "n" }, t)))), h("tbody", {}, Y.map((label, r) => groups.size && h("tr", {}, h("th", { scope: "row" }, label), X.map((_, k) => { const at = r * X.length + k, c = cells.get(at); return td(c && { ...c, at }); }))))));
	el.append(h("p", { class: "note" }, `${signed ? "Blue above 0, orange below, the deeper the further." : hi <= 0 ? "All at or below 0: the deeper, the worse." : "The deeper, the greater."} Outlined: holds the best trial; dashed: the recommended one.${single ? "" : ` Below each value the number of trials in the cell; shown is ${view.z === "median" ? "their median" : "the best of them"}.`}`));
},

chosen(el) {
	if (chosen < 0) return;
	const i = chosen, name = D.command, n = T.trial[i];
	C.figure(el, `Trial ${number(n)}${marked(i) && ", " + marked(i)}: ${words(i)}`);
	el.append(stats([[D.by, obj(T.objective[i])], ["Neighbours' median", obj(T.median[i])], ["Trades", number(T.trades[i])], ["R", inR(T.r[i])], ["Mean R", inR(T.mean[i], 3)], ["Mean day R", inR(T.day[i], 4)], ["Maximum drawdown", inR(T.fall[i] === null ? null : -T.fall[i])], ["Cost share", percent(T.cost[i])], ["Sharpe a day", number(T.sharpe[i], 4), M.expected_best === null ? null : `the luckiest of ${number(M.tried)}: ${number(M.expected_best, 4)}`]]));
	if (name) el.append(h("pre", { tabindex: 0 }, `axfl sweep export ${name} --trial ${n} --to ${name}-${n}.yaml\naxfl live-port --trial ${name}/${n}\nExport-AxflSweepTrial ${name} -Trial ${n} -Path ${name}-${n}.yaml\nStart-AxflLivePort -Trial ${name}/${n}`));
},

parallel(el) {
	const W = C.width(el), H = 300, f = C.canvasOf(el, `${many(shown.length, "trial")} over ${many(varying.length, "axis").replace("axiss", "axes")}: ${D.by} from ${obj(Math.min(...shown.map(i => T.objective[i])))} to ${obj(Math.max(...shown.map(i => T.objective[i])))}`, W, H), top = 36, bottom = H - 12, all = shown.map(i => T.objective[i]), lo = Math.min(...all), hi = Math.max(...all);
	const left = 8, right = W - 66, rails = varying.length, X = k => left + (right - left) * k / rails, across = (v, n) => bottom - (n < 2 ? 0.5 : v / (n - 1)) * (bottom - top), Y = v => bottom - (hi === lo ? 0.5 : (v - lo) / (hi - lo)) * (bottom - top), px = v => v.toFixed(1);
	const thread = i => "M" + varying.map((k, r) => `${px(X(r))} ${px(across(value(k, i), D.axes[k].values.length))}`).concat(`${px(X(rails))} ${px(Y(T.objective[i]))}`).join("L"), draw = (list, cls) => { if (list.length) f.svg.append(s("path", { d: list.map(thread).join(""), class: cls })); }, say = (x, y, anchor, t, cls) => f.svg.append(s("text", { x, y, "text-anchor": anchor, class: cls }, t)), fit = (t, room) => t.length * 6.6 > room ? t.slice(0, Math.max(3, Math.floor(room / 6.6) - 1)) + "…" : t;
	draw(shown.filter(i => T.objective[i] < 0), "threads loss");
	draw(shown.filter(i => T.objective[i] >= 0), "threads");
	for (let r = 0; r <= rails; r++) f.svg.append(s("line", { x1: X(r), x2: X(r), y1: top, y2: bottom, class: "rail" }));
	varying.forEach((k, r) => {
		const { label, values } = D.axes[k], room = (right - left) / rails - 10;
		say(X(r), 14, "start", fit(label, room), "strong");
		say(X(r), top - 6, "start", fit(values[values.length - 1], room));
		say(X(r) + 3, bottom + 11, "start", fit(values[0], room));
	});
	say(W - 2, 14, "end", D.by, "strong");
	for (const v of A.ticks(lo, hi, 5)) say(right + 6, Y(v) + 4, "start", axisText(v));
	draw(shown.filter(i => T.trial[i] === M.recommended), "threads recommendedline");
	draw(shown.filter(i => T.trial[i] === M.best), "threads bestline");
	const sorted = shown.slice().sort((a, b) => T.objective[a] - T.objective[b]);
	C.explore({ ...f, top, bottom }, { n: sorted.length, x: () => X(rails), y: j => Y(T.objective[sorted[j]]), lines: j => lines(sorted[j]), pick: j => choose(sorted[j], true) });
	f.fig.append(h("ul", { class: "legend" }, [["best", "line bestline"], ["recommended", "line recommendedline"]].map(([name, cls]) => h("li", {}, s("svg", { viewBox: "0 0 22 10", "aria-hidden": "true" }, s("line", { x1: 0, x2: 22, y1: 5, y2: 5, class: cls })), " " + name))));
},

plateau(el) {
	const list = shown.filter(i => T.median[i] !== null);
	if (!list.length) return;
	const ends = of => { const all = list.map(of), lo = Math.min(...all), hi = Math.max(...all), air = (hi - lo) * 0.06 || 0.5; return { from: lo - air, to: hi + air, text: axisText }; }, own = ends(i => T.objective[i]), near = ends(i => T.median[i]);
	C.scatter(part(el), { name: `Best: own ${obj(M.best_objective)}, neighbours ${obj(M.best_median)}; recommended: own ${obj(M.recommended_objective)}, neighbours ${obj(M.recommended_median)}`, n: list.length, px: k => T.objective[list[k]], py: k => T.median[list[k]], gain: k => T.median[list[k]] > 0, lines: k => lines(list[k]).concat(`neighbours' median ${obj(T.median[list[k]])}`), pick: k => choose(list[k], true), x: { ...own, title: "own " + D.by }, y: { ...near, title: "median of its neighbours" } });
},

distribution(el) {
	const draw = (b, name, mark, markText, text) => {
		const to = b.from + b.step * b.counts.length;
		C.stacked(part(el), { name, height: 210, keys: ["trials"], bins: b.counts.map((n, i) => ({ n, by: [n], label: `${text(b.from + i * b.step)} to ${text(b.from + (i + 1) * b.step)}: ${many(n, "trial")}` })), ticks: A.ticks(b.from, to, Math.max(3, C.width(el) / 110)).map(v => ({ at: (v - b.from) / b.step, text: text(v) })), mark: (mark - b.from) / b.step, markText });
	};
	if (D.objectives && M.best !== null) draw(D.objectives, `${D.by}: the best of ${number(shown.length)} is trial ${number(M.best)} with ${obj(M.best_objective)}`, M.best_objective, "best " + obj(M.best_objective), axisText);
	if (D.ratios && M.expected_best !== null) draw(D.ratios, `Sharpe a day: luck alone is expected to reach ${number(M.expected_best, 3)}; the best has ${number(M.best_sharpe, 3)}`, M.expected_best, "by luck " + number(M.expected_best, 3), v => number(v, Math.abs(v) < 10 && v ? 2 : 0));
},

walkforward(el) {
	const list = D.windows, above = list.filter(w => w.r > 0).length;
	if (list.length) C.rows(part(el), { name: `R of the tests: ${number(above)} of ${many(list.length, "window")} above 0`, items: list.map(w => ({ label: w.label, value: w.r, n: w.trades })), text: v => inR(v) });
},

async outside(el) {
	if (!D.choices) return;
	const c = choices = choices || await inflate(D.choices), of = name => Array.from(c[name], v => v / 1e6), inside = of("inside"), outside = of("outside"), ends = all => { let lo = Infinity, hi = -lo; for (const v of all) { lo = Math.min(lo, v); hi = Math.max(hi, v); } const air = (hi - lo) * 0.06 || 0.01; return { from: lo - air, to: hi + air, text: v => number(v, 2) }; };
	C.scatter(part(el), { name: `${percent(M.loss_outside)} of ${number(c.n)} choices lose outside; PBO ${number(M.pbo, 2)}`, n: c.n, px: k => inside[k], py: k => outside[k], gain: k => outside[k] >= 0, lines: k => [`trial ${number(c.trial[k])}`, `inside ${inR(inside[k], 4)}, outside ${inR(outside[k], 4)} a day`], pick: k => choose(place(c.trial[k]), true), x: { ...ends(inside), title: "mean day R inside, of the best there" }, y: { ...ends(outside), title: "the same trial outside" } });
},

trials(el) {
	const cell = (name, text, key, n = true) => ({ name, text, key, n }), cols = [cell("trial", i => number(T.trial[i]), i => T.trial[i]), ...D.axes.map((a, k) => cell(a.label, i => a.values[value(k, i)], i => value(k, i), false)), ...[[D.by, "objective", obj], ["trades", "trades", v => number(v)], ["R", "r", v => inR(v)], ["mean R", "mean", v => inR(v, 3)], ["drawdown R", "fall", v => inR(v === null ? v : -v)], ["cost share", "cost", percent], ["Sharpe a day", "sharpe", v => number(v, 4)], ["neighbours' median", "median", obj]].map(([name, key, text]) => cell(name, i => text(T[key][i]), i => T[key][i])), cell("counts as", i => { const e = D.errors[T.trial[i]]; return e === undefined ? D.states[T.state[i]] : "failed: " + e; }, i => T.state[i], false)];
	const rest = [...T.trial.keys()].filter(i => T.objective[i] === null), body = h("tbody"), more = button("", add), heads = cols.map(c => h("th", { scope: "col", class: c.n && "n" }, button(c.name, () => sort(c), "sort")));
	let rows = shown.slice().sort((a, b) => better * (T.objective[b] - T.objective[a]) || a - b).concat(rest), at = 0, by = null, down = false;
	function add() {
		for (const end = Math.min(rows.length, at + PAGE); at < end; at++) {
			const i = rows[at];
			body.append(h("tr", {}, cols.map((c, k) => h("td", { class: c.n && "n" }, k || T.objective[i] === null ? c.text(i) : button(c.text(i), () => choose(i, true), "link")))));
		}
		more.textContent = `${number(Math.min(PAGE, rows.length - at))} more of ${number(rows.length)}`;
		more.hidden = at >= rows.length;
	}
	function sort(c) {
		const none = i => c.key(i) === null ? 1 : 0;
		down = by === c ? !down : c.n;
		by = c;
		rows = rows.slice().sort((a, b) => none(a) - none(b) || (c.key(a) - c.key(b)) * (down ? -1 : 1) || a - b);
		heads.forEach((th, k) => { th.ariaSort = cols[k] !== c ? null : down ? "descending" : "ascending"; });
		body.replaceChildren();
		at = 0;
		add();
	}
	add();
	el.append(scroll("All trials", h("thead", {}, h("tr", {}, heads)), body), rows.length > 50 ? h("p", { class: "paper" }, `The first 50 of ${number(rows.length)} rows.`) : "", more);
},
}, IDS = Object.keys(panels);

async function draw(id) {
	const section = $(id), old = section && section.querySelector(".chart");
	if (!old || !shown.length && id !== "trials") return;
	// In its place first, for its width.
	const el = h("div", { class: "chart" });
	old.replaceWith(el);
	await panels[id](el);
	el.hidden = !el.firstChild;
}

// Two axes stay two: the one that is taken changes places with the other.
function change({ name, value }) {
	if (name === "x" || name === "y") {
		const other = name === "x" ? "y" : "x";
		if (+value === view[other]) view[other] = view[name];
		view[name] = +value;
	} else view[name] = value;
	draw("plane").then(() => { const e = $("plane").querySelector(`[name=${name}]`); if (e) e.focus(); });
}

(async () => {
	T = await inflate(D.trials);
	shown = [...T.trial.keys()].filter(i => T.objective[i] !== null);
	for (const e of document.querySelectorAll(".whole")) e.remove();
	chosen = place(M.recommended === null ? M.best : M.recommended);
	main.addEventListener("change", e => { if (e.target.name) change(e.target); });
	const all = () => Promise.all(IDS.map(draw));
	for (const id of IDS) { await draw(id); await new Promise(next => { setTimeout(next); }); }
	let wide = innerWidth;
	addEventListener("resize", () => { if (innerWidth !== wide) { wide = innerWidth; all(); } });
	addEventListener("beforeprint", () => { C.forPaper(700); all(); });
	addEventListener("afterprint", () => { C.forPaper(0); all(); });
	matchMedia("(prefers-color-scheme: dark)").addEventListener("change", all);
})();
})();

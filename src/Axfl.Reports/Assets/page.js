/* The report's page: filters, panels and tables over the data in it. */
(() => {
const A = Axfl, C = A.charts, { h, button } = C, { number, inR, percent, moment, date } = A, $ = id => document.getElementById(id), D = JSON.parse($("data").textContent), main = document.querySelector("main"), form = $("filters");
if (typeof DecompressionStream === "undefined") return main.prepend(h("p", { class: "warn" }, "This browser cannot unpack the data of this page: it shows the numbers of the whole run, without charts and filters."));

// An address says what filters, and zone, gate, year and symbol of single panels.
const NONE = { s: "", y: "", d: "", f: "", e: "" }, ONLY = { z: ["when"], g: ["whynot"], j: ["calendar"], c: ["candles"] }, PAGE = 200;
const strategies = D.strategies, symbols = D.symbols.map(s => s.name), causes = [...new Set([...D.gates, ...D.cancels])], days = A.sumUp(D.days), { currency, equity: start, interval_s } = D.run;
const inflate = async text => new Uint8Array(await new Response(new Blob([Uint8Array.from(atob(text), c => c.charCodeAt(0))]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer());
const asked = () => Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
let T, idx = [], view = asked(), filter, luck = null, chart = null, dirty = new Set(), dark, printing = false;

const cash = () => view.u === currency, money = x => A.signed(x, 2).replace(/\d$/, "$& " + currency), val = x => cash() ? money(x) : inR(x), axis = v => cash() ? number(v) : number(v, v % 1 && Math.abs(v) < 10 ? 1 : 0) + "R", of = g => cash() ? g.pnl : g.r, column = () => cash() ? T.pnl : T.r;
const many = (n, word) => number(n) + " " + word + (n === 1 ? "" : "s"), price = (symbol, v) => number(v, D.symbols[symbol].digits + 1), few = g => g.n < A.FEW, total = () => A.sum(column(), idx), unfiltered = () => !Object.keys(NONE).some(k => view[k]), bestOf = groups => groups.filter(g => g.n).sort((a, b) => of(b) - of(a))[0];
const between = (ends, say) => ends ? ends.map(say).join(" to ") : "-", each = (column, texts) => column.map(k => texts[k] || ""), listed = (map, label) => [...map].map(([k, g]) => ({ label: label(k), ...g })), same = x => x, by = (name, list = idx) => A.by(T, list, i => T[name][i]);

async function load(packed, more) {
	const c = A.rows(A.columns(await inflate(packed)), D.symbols);
	return Object.assign(c, { y: each(c.symbol, symbols), s: each(c.strategy, strategies), d: each(c.side || [], { "-1": "short", 1: "long" }), ...more(c) });
}

const once = make => { let made; return () => made = made || make(); }, byDay = once(() => D.refused_days && load(D.refused_days, c => ({ cause: c.gate })));
const refusals = once(() => load(D.refusals, c => {
	const cause = c.gate.map((g, i) => c.cancel[i] < 0 ? g : causes.indexOf(D.cancels[c.cancel[i]]));
	const said = (form, i) => (form || "").replace(/\{(t?)([01])\}/g, (_, time, k) => { const v = c[k === "0" ? "value" : "limit"][i]; return v === null ? "-" : time ? moment(v) : number(v, v % 1 ? 2 : 0); });
	return { cause, why: each(cause, causes), at: each(c.stage, D.stages), said: c.detail.map((k, i) => said(D.details[k], i)), fate: each(c.shadow, ["", "filled", "not filled", "overlapping"]) };
}));

const tradeLines = i => [`#${T.id[i]} ${T.y[i]} ${T.s[i]} ${T.d[i]} ${inR(T.r[i])}`, `${moment(T.entry_time[i])} to ${moment(T.exit_time[i])}`, `${price(T.symbol[i], T.entry[i])} to ${price(T.symbol[i], T.exit[i])}, ${T.why[i]} ${T.label[i]}`];

const WRITE = { t: same, T: x => x === null ? "-" : moment(x), i: x => number(x), d: x => number(x, 2), p: percent, q: x => inR(x), r: x => inR(x, 3), R: x => inR(x), M: money, S: x => A.signed(x, 2), U: x => val(x), P: (x, row, c) => price(c.symbol[row], x) };

/** Columns "name|form|key,..." of rows: objects, or places in columns c. Forms are those of WRITE. */
const columns = (spec, c) => spec.split(",").map(part => {
	const [name, form, key = name] = part.split("|"), value = row => c ? c[key][row] : row[key];
	return { name, value, n: !/t/i.test(form), toned: /[RMSU]/.test(form), text: row => WRITE[form](value(row), row, c) };
});
const sums = label => columns(label + "|t|label,trades|i|n,won|p|rate,R|R|r,mean R|r|mean,PnL|M|pnl"), scroll = (name, ...parts) => h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": name }, h("table", {}, parts));

/** A table of rows: sorted by a click on a head, 200 rows and more on demand. */
function table(name, columns, rows, pick) {
	const body = h("tbody"), more = button("", add), heads = columns.map(c => h("th", { scope: "col", class: c.n && "n" }, rows.length > 1 ? button(c.name, () => sort(c), "sort") : c.name));
	let at = 0, by = null, down = false;
	function add() {
		for (const end = Math.min(rows.length, at + PAGE); at < end; at++) {
			const row = rows[at];
			body.append(h("tr", {}, columns.map((c, k) => h("td", { class: (c.n ? "n" : "") + (!c.toned || !c.value(row) ? "" : c.value(row) > 0 ? " up" : " down") || null }, pick && !k ? button(c.text(row), () => pick(row), "link") : c.text(row)))));
		}
		more.textContent = `${number(Math.min(PAGE, rows.length - at))} more of ${number(rows.length)}`;
		more.hidden = at >= rows.length;
	}
	function sort(c) {
		const none = c => row => c.value(row) === null || c.value(row) !== c.value(row) ? 1 : 0, last = none(c);
		down = by === c ? !down : c.n;
		by = c;
		rows = rows.slice().sort((a, b) => last(a) - last(b) || (c.value(a) < c.value(b) ? -1 : c.value(a) > c.value(b) ? 1 : 0) * (down ? -1 : 1));
		heads.forEach((th, k) => { th.ariaSort = columns[k] !== c ? null : down ? "descending" : "ascending"; });
		body.replaceChildren();
		at = 0;
		add();
	}
	add();
	return h("div", {}, scroll(name, h("thead", {}, h("tr", {}, heads)), body), rows.length > 50 ? h("p", { class: "paper" }, `The first 50 of ${number(rows.length)} rows.`) : null, more);
}

/** A heat map as a table: cell(row, column) gives a group, its words and what a click does; null is the sum. */
function heat(name, corner, columns, rows, cell) {
	const deepest = Math.max(1e-9, ...rows.flatMap(r => columns.map(c => r === null || !cell(r, c)[0] ? 0 : Math.abs(of(cell(r, c)[0])))));
	const td = (sum, [g, label, pick]) => {
		const e = h("td", { class: "n" + (sum || !g ? "" : of(g) < 0 ? " heat loss" : " heat") }, g ? [pick ? button(val(of(g)), pick, "link", `${val(of(g))}, filter: ${label}`) : A.signed(of(g), cash() ? 0 : 1), h("small", {}, number(g.n))] : "");
		if (g) e.style.setProperty("--a", Math.abs(of(g)) / deepest * 45 + "%");
		return e;
	};
	const th = (scope, texts) => texts.map((t, k) => h("th", { scope, class: k && "n" }, t)), head = h("thead", {}, h("tr", {}, th("col", [corner, ...columns, "sum"])));
	return scroll(name, head, h("tbody", {}, rows.map(r => h("tr", {}, th("row", [r || "sum"]), [...columns, null].map(c => td(r === null || c === null, cell(r, c)))))));
}

const stats = list => h("dl", { class: "stats" }, list.map(([label, value, note]) => h("div", {}, h("dt", {}, label), h("dd", {}, value), note ? h("dd", { class: "sub" }, note) : null))), say = text => h("p", { class: "empty" }, text), part = el => el.appendChild(h("div", { class: "part" }));
const select = (label, name, texts, first, chosen = view[name]) => h("label", {}, label, h("select", { name }, first === undefined ? [] : h("option", { value: "" }, first), texts.map(x => h("option", { value: x, selected: x === chosen }, x)))), controls = (...c) => h("div", { class: "controls" }, c);

// Panels: each draws into an element and gives what makes its tables

const panels = {
equity(el) {
	const make = (name, list) => ({ name, ...A.equity(T, list, cash(), start) }), parts = strategies.map((name, k) => [name, idx.filter(i => T.strategy[i] === k)]).filter(x => x[1].length), lines = [make("all trades", idx), ...(parts.length > 1 ? parts.map(x => make(...x)) : [])];
	const { time, value, n } = lines[0], marks = D.marks.filter(m => m.strategy < 0 || filter.strategy < 0 || m.strategy === filter.strategy), falls = A.drawdowns(T, idx), [fall] = falls, day = v => v === null ? "" : date(Math.floor(v / A.DAY));
	C.equity(el, {
		name: cash() ? `Equity: ends at ${number(value[n - 1], 2)} ${currency}` : `Cumulated R: ends at ${inR(value[n - 1])}`, lines, from: Math.min(T.entry_time[idx[0]], time[0]), to: time[n - 1], text: axis, underText: v => cash() ? percent(v) : axis(v),
		marks, period: (a, b) => change({ f: day(a), e: day(b) }),
	});
	el.append(stats([["Maximum drawdown", fall ? inR(-fall.depth) : "none", fall && `${number(fall.days, 1)} days${fall.to === null ? ", not recovered" : ""}`], ["Recovery factor", number(fall ? A.ratio(A.sum(T.r, idx), fall.depth) : null, 2)]]));
	return () => [table("Drawdowns", columns("depth|R,from|T,lowest|T|low,recovered|T|to,days|d"), falls.slice(0, 20).map(f => ({ ...f, depth: -f.depth }))), table("By strategy", sums("strategy"), listed(by("s"), same)), table("Halts and marks", columns("from|T,to|T,what|t|kind,numbers|t|text"), marks)];
},

calendar(el) {
	const c = A.calendar(T, idx), years = [...c.years.keys()].sort((a, b) => a - b).map(String), last = years[years.length - 1], year = years.includes(view.j) ? view.j : last, up = [...c.days.values()].filter(g => A.above(of(g))).length;
	part(el).append(heat("Months by years", "year", A.MONTHS, years, (y, m) => [m ? c.months.get(y * 12 + A.MONTHS.indexOf(m)) : c.years.get(+y)]));
	if (years.length > 1) el.append(controls(select("Year", "j", years.slice(0, -1).reverse(), last)));
	C.days(part(el), { name: `Days of ${year}; of all ${many(c.days.size, "day")} with trades ${number(up)} ended above zero`, year: +year, days: new Map([...c.days].map(([d, g]) => [d, of(g)])), lines: d => [date(d), val(of(c.days.get(d))), many(c.days.get(d).n, "trade")], pick: d => { change({ f: date(d), e: date(d) }); $("trades").scrollIntoView(); } });
	return () => [table("Days", sums("day"), listed(c.days, date))];
},

net(el) {
	const w = A.waterfall(T, idx, cash()), items = [{ label: "gross", value: w.gross, total: true }];
	if (w.gross === null) return el.append(say("The files of this run do not say what its trades cost."));
	let from = w.gross;
	for (const label of w.spread === null ? ["costs"] : ["spread", "slippage", "commission"]) { items.push({ label, from, value: -w[label] }); from -= w[label]; }
	C.rows(el, { name: `Costs turn ${val(w.gross)} into ${val(w.net)}`, items: [...items, { label: "net", value: w.net, total: true }], text: val });
	return () => [table("From gross to net", columns("strategy|t|label,trades|i|n,gross|U,spread|d,slippage|d,commission|d,costs|d,net|U"), [...strategies, ""].map((s, k) => [s || "all", idx.filter(i => !s || T.strategy[i] === k)]).filter(g => g[1].length).map(([label, list]) => ({ label, ...A.waterfall(T, list, cash()) })))];
},

when(el) {
	const zone = D.zones.find(z => z.name === view.z) || D.zones[0], w = A.when(T, idx, zone), times = w.times.map(g => ({ ...g, label: A.clock(g.minute * 60) })), weekdays = w.weekdays.map((g, k) => ({ ...g, label: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][k] })).filter((g, k) => k < 5 || g.n), windows = listed(by("window", idx.filter(i => T.window[i] >= 0)), k => `${strategies[D.windows[k].strategy]} ${D.windows[k].text}`);
	el.append(controls(select("Zone", "z", D.zones.slice(1).map(z => z.name), D.zones[0].name)));
	const all = [["Time of entry in " + zone.name, times], ["Weekday in " + zone.name, weekdays], ["Window", windows]].filter(([, groups]) => groups.length);
	for (const [title, groups] of all) {
		const best = bestOf(groups);
		C.rows(part(el), { name: `${title}: best ${best.label} with ${val(of(best))}`, items: groups.map(g => ({ label: g.label, value: of(g), n: g.n, faint: few(g) })), text: val });
	}
	return () => all.map(([title, groups]) => table(title, sums(title), groups));
},

how(el) {
	const g = A.histogram(T, idx, D.reasons.length), bins = g.bins.map(b => ({ ...b, label: b.from === null ? "below " + inR(-2) : b.to === null ? "from " + inR(2) : `${inR(b.from)} to ${inR(b.to)}` })), winners = A.heat(T, idx), R = v => inR(v, v % 1 ? 1 : 0), place = v => 1 + (v + 2) * 4, held = i => (T.exit_time[i] - T.entry_time[i]) / 60, longest = idx.reduce((a, i) => Math.max(a, held(i)), 1), mean = "mean " + inR(g.mean, 3);
	C.stacked(part(el), { name: "R of a trade: " + mean, height: 260, bins, keys: D.reasons, ticks: [-2, -1, 0, 1, 2].map(v => ({ at: place(v), text: R(v) })), mark: place(Math.min(2.2, Math.max(-2.2, g.mean))), markText: mean });
	const points = { n: idx.length, gain: k => T.r[idx[k]] > 0, lines: k => tradeLines(idx[k]), pick: k => toTrade(idx[k]) }, edge = (title, from, to) => ({ from, to, title, text: R }), w = winners[1];
	C.scatter(part(el), { ...points, name: "MAE against MFE: " + (w.n ? `${percent(w.share)} of ${many(w.n, "winner")} were down 0.5R or more first` : "no winner"), px: k => T.mae[idx[k]], py: k => T.mfe[idx[k]], x: edge("MAE", -2, 0), y: edge("MFE", 0, 2) });
	C.scatter(part(el), { ...points, name: `R against minutes held: ${number(longest)} at most`, px: k => held(idx[k]), py: k => T.r[idx[k]], x: { from: 0, to: longest, title: "minutes held", text: v => number(v) }, y: edge("R", -2, 2) });
	return () => [table("Bins of R", columns("R|t|label,trades|i|n").concat(D.reasons.map((name, k) => ({ name, n: true, value: b => b.by[k], text: b => number(b.by[k]) }))), bins.filter(b => b.n)), table("Exit reason", sums("reason"), listed(by("why"), same)), table("Heat of winners", columns("MAE at or beyond|q|mae,share of winners|p|share,winners|i|n"), winners.map(x => ({ ...x, mae: -x.x })))];
},

matrix(el) {
	const pair = (s, y) => [s, y].filter(same).join(" on "), groups = new Map([...A.by(T, idx, i => pair(T.s[i], T.y[i])), ...by("s"), ...by("y"), ["", { n: idx.length, r: A.sum(T.r, idx), pnl: A.sum(T.pnl, idx) }]]), used = (names, key) => names.filter(x => T[key].some((v, i) => v === x)), pairs = [...groups].filter(([k]) => k.includes(" on ")).map(([label, g]) => ({ label, ...g })), best = bestOf(pairs);
	C.figure(el, `Best: ${best.label} with ${val(of(best))}`).fig.append(heat("Strategy and symbol", "strategy", used(symbols, "y"), [...used(strategies, "s"), null], (s, y) => [groups.get(pair(s, y)), pair(s, y) || "nothing", () => change({ s: s || "", y: y || "" })]));
	return () => [table("Strategy and symbol", sums("strategy and symbol"), pairs)];
},

streaks(el) {
	const x = A.streaks(T, idx), { z } = x;
	el.append(stats([["Longest winning run", many(x.winning, "trade")], ["Longest losing run", many(x.losing, "trade"), x.chance === null ? "" : `by chance about ${number(x.chance, 1)}`],
		["Runs test Z", A.signed(z, 2), z === null ? `from ${A.FEW} trades with wins and losses` : Math.abs(z) < 1.96 ? "as chance would have it" : z > 0 ? "marked: they alternate" : "marked: they cluster"]]));
},

resampled(el) {
	const x = resampled();
	if (!x) return el.append(say("Resampling needs 20 trading days, 2 trades and a ledger hash."));
	C.bands(part(el), { ...x, name: `95 % end between ${val(x.end[0])} and ${val(x.end[2])}`, text: axis });
	part(el).append(stats([["End, 95 % interval", `${val(x.end[0])} to ${val(x.end[2])}`, `median ${val(x.end[1])}`], ["Maximum drawdown, median", val(-x.fall[0]), `95 % stay above ${val(-x.fall[1])}`], ["End below zero", percent(x.belowZero), `${number(x.draws)} resamplings of ${many(x.days, "day")}`]]));
	return () => [table("Bands", columns("days|i,5 %|U|0,25 %|U|1,50 %|U|2,75 %|U|3,95 %|U|4,run|U"), x.at.map((days, k) => ({ days, run: x.run[k], ...x.bands.map(b => b[k]) })))];
},

undecided(el) {
	if (!D.undecided) return;
	const { n, total, worst, best } = A.undecided(T, idx), air = (best - worst) * 0.15 || 1;
	C.rows(el, { name: `${number(n)} of ${many(idx.length, "trade")} undecided: total between ${inR(worst)} and ${inR(best)}`, domain: [worst - air, best + air], items: [{ label: "total R", from: worst, value: best - worst, total: true, mark: total, shown: inR(total) }] });
	return () => [table("Undecided trades", columns("trade|i|id,symbol|t|y,entry|T|entry_time,R|R|r,worst|q|worst_r,best|q|best_r", T), idx.filter(i => T.undecided[i]), toTrade)];
},

async whynot(el) {
	const F = await refusals(), counts = await byDay(), list = A.filtered(F, filter), source = counts || F, chosen = counts ? A.filtered(counts, filter) : list, orders = A.refused(source, chosen).map(x => ({ label: (x.stage < 0 ? "" : D.stages[x.stage] + ": ") + causes[x.cause], cause: causes[x.cause], value: x.n, total: true })), gate = causes.indexOf(view.g);
	const economics = A.gates(source, chosen, D.gates.length).map(g => ({ ...g, label: D.gates[g.gate], range: between(g.interval, v => inR(v, 3)) })), seen = economics.filter(g => g.refused), measured = seen.filter(g => g.measured), silent = economics.filter(g => !g.refused).map(g => g.label);
	const left = part(el), right = part(el), below = part(el), rows = list.filter(i => gate < 0 || F.cause[i] === gate).reverse();
	C.rows(left, { name: many(orders.reduce((a, p) => a + p.value, 0), "order") + " refused or cancelled", items: orders, text: v => number(v), pick: k => change({ g: orders[k].cause }, ONLY.g) });
	if (silent.length) left.append(h("p", { class: "note" }, "Never refused: " + silent.join(", ") + "."));
	if (measured.length) C.rows(right, { name: "What refused orders would have made, by gate", items: measured.map(g => ({ label: `${g.label}: ${g.verdict}`, value: g.sum, n: g.filled, faint: g.filled < A.FEW })), text: inR });
	below.append(h("h3", {}, "Ledger"), controls(select("Gate", "g", causes.filter((_, k) => list.some(i => F.cause[i] === k)), "all")), counts ? h("p", { class: "note" }, `The last ${number(F.n)} orders. The numbers above are of all of them, whatever their side.`) : "",
		rows.length ? table("Refused and cancelled orders", columns("time|T,symbol|t|y,strategy|t|s,stage|t|at,gate|t|why,side|t|d,price|P,compared|t|said,let through|t|fate,R|R|shadow_r", F), rows, i => toTime(F.y[i], F.time[i])) : say("No order was refused or cancelled here."));
	return () => [table("Gate economics", columns("gate|t|label,refused|i,would have filled|i|filled,overlapping|i,won|i,sum|R,mean|r,95 %|t|range,the gate|t|verdict"), seen)];
},

async candles(el) {
	if (!D.bars || !D.bars.length) return;
	const place = T.id.indexOf(+view.t), wanted = symbols.indexOf(view.c || T.y[place] || view.y || T.y[idx[0]]), pack = D.bars.find(b => b.symbol === wanted) || D.bars[0], { symbol, scale } = pack, F = await refusals();
	const bars = async (packed, step) => packed && A.bars(await inflate(packed), step), parts = await (pack.ready = pack.ready || Promise.all([...pack.parts.map(p => bars(p, pack.step)), bars(pack.overview, 14400)])), list = idx.filter(i => T.symbol[i] === symbol), refused = A.filtered(F, { ...filter, symbol });
	if (!el.isConnected) return;
	if (T.symbol[place] === symbol && !list.includes(place)) list.push(place);
	el.append(controls(select("Symbol", "c", D.bars.map(b => symbols[b.symbol]), undefined, symbols[symbol])));
	chart = C.candles(part(el), {
		name: `${symbols[symbol]}: ${many(list.length, "trade")}, ${many(refused.length, "refused or cancelled order")}`, detail: A.joined(parts.slice(0, -1)), overview: parts[parts.length - 1], interval: interval_s, scale, digits: D.symbols[symbol].digits,
		trades: list.map(i => ({ from: T.entry_time[i], entry: T.entry[i], to: T.exit_time[i], exit: T.exit[i], side: T.side[i], stop: T.stop[i], target: T.target[i], gain: T.r[i] > 0, lines: tradeLines(i) })),
		crosses: refused.map(i => ({ time: F.time[i], price: F.price[i], gate: F.why[i], text: `${F.at[i]}: ${F.why[i]} ${F.said[i]}` })), chosen: Math.max(list.indexOf(place), Math.min(0, list.length - 1)), choose: k => { view.t = String(T.id[list[k]]); remember(); },
	});
},

trades(el) {
	el.append(h("p", { class: "name" }, `${many(idx.length, "trade")}: ${val(total())}`), table("Trades", columns("trade|i|id,symbol|t|y,strategy|t|s,side|t|d,units|i,entry|T|entry_time,price|P|entry,stop loss|P|stop,target|P,exit|T|exit_time,price|P|exit,reason|t|why,R|R|r,PnL|S|pnl,costs|d,bars|i|bars_held,MAE|q|mae,MFE|q|mfe,tag|t|label,spread|d|cost_spread,slippage|d|cost_slippage,commission|d|cost_commission,risk|d", T), idx, toTrade));
},
}, IDS = Object.keys(panels), BESIDE = ["whynot", "candles"];

async function draw(id) {
	dirty.delete(id);
	const section = $(id), old = section && section.querySelector(".chart"), numbers = section && section.querySelector("details.numbers"), beside = BESIDE.includes(id);
	if (!old || !T.n && !beside) return;
	// In its place first, for its width.
	const el = h("div", { class: "chart" });
	old.replaceWith(el);
	const tables = idx.length || beside ? await panels[id](el) : el.append(say("No trade matches the filters."));
	el.hidden = !el.firstChild;
	if (!numbers || !el.isConnected) return;
	numbers.hidden = !tables;
	(numbers.ontoggle = () => numbers.replaceChildren(numbers.querySelector("summary"), ...(numbers.open && tables ? tables() : [])))();
}

const resampled = () => (luck = luck || { made: A.resample(T, idx, days.filter(d => (filter.from === null || d >= filter.from) && (filter.to === null || d <= filter.to)), D.seed, column()) }).made;

function headline() {
	const m = unfiltered() ? D.totals : A.metrics(T, idx, start), w = A.wilson(m.wins, m.trades), several = m.trades > 1, mean = cash() ? money : x => inR(x, 3), mine = idx;
	const put = (name, text) => { for (const e of document.querySelectorAll(`[data-n=${name}]`)) e.textContent = text; };
	const all = { ...m, win_rate_interval: between(several && w, percent), expectancy: m.trades ? mean(cash() ? m.pnl / m.trades : m.average_r) : "-", max_drawdown_r: -m.max_drawdown_r, max_drawdown_pct: m.max_drawdown_pct / 100, sharpe: unfiltered() ? D.whole.sharpe : null };
	for (const c of columns("total_r|R,pnl|M,cost_share|p,trades|i,won|i|wins,lost|i|losses,win_rate|p,win_rate_interval|t,expectancy|t,profit_factor|d,payoff|d|payoff_ratio,max_drawdown_r|q,max_drawdown_pct|p,sharpe|d,sqn|d")) put(c.name, c.text(all));
	$("sentence").textContent = A.sentence(T, idx, cash(), currency);
	setTimeout(() => { const x = mine === idx && several && resampled(); if (mine === idx) put("expectancy_interval", between(x && x.mean, mean)); }, 80);
}

const near = new Set(), remember = () => history.replaceState(null, "", "#" + new URLSearchParams(Object.entries(view).filter(e => e[1]))), again = () => apply(IDS);

function change(to, only) {
	view = { ...view, ...to, ..."y" in to && { c: "" } };
	remember();
	apply(only);
}

function apply(only) {
	if (!only) {
		filter = A.filterOf(view, strategies, symbols);
		idx = A.filtered(T, filter);
		luck = null;
		if (T.n) headline();
		for (const e of form.querySelectorAll("[name]")) { e.value = view[e.name] || ""; if (e.selectedIndex < 0) e.value = ""; }
		form.querySelector(".reset").disabled = unfiltered();
	}
	for (const id of only || IDS) dirty.add(id);
	for (const id of near) if (dirty.has(id)) draw(id);
}

async function toCandles(to) {
	view = { ...view, ...to };
	remember();
	if (!$("candles")) return;
	await draw("candles");
	$("candles").scrollIntoView();
	if (chart) chart.canvas.focus({ preventScroll: true });
}

const toTrade = i => toCandles({ t: String(T.id[i]), c: "" }), toTime = async (c, time) => { await toCandles({ t: "", c }); if (chart) chart.show(time); };

// Light and dark are the system's, until the switch decides; paper is light.
const system = matchMedia("(prefers-color-scheme: dark)"), rule = [...document.styleSheets[0].cssRules].find(r => r.media && r.media.mediaText.includes("dark")), theme = button("", () => { paint(!dark); again(); });

function paint(to) {
	dark = to;
	rule.media.mediaText = dark && !printing ? "screen" : "not all";
	theme.textContent = dark ? "Light" : "Dark";
}

function toPaper(on) {
	if (printing === on) return null;
	printing = on;
	paint(dark);
	C.forPaper(on ? 700 : 0);
	return on ? Promise.all(IDS.map(draw)) : again();
}

(async () => {
	T = await load(D.trades, c => ({ why: each(c.reason, D.reasons), label: each(c.tag, D.tags) }));
	const day = (label, name) => h("label", {}, label, h("input", { type: "date", name })), list = (label, key, names) => names.length > 1 ? select(label, key, names, "all") : "", reset = button("Reset", () => change(NONE));
	reset.classList.add("reset");
	form.append(list("Strategy", "s", strategies), list("Symbol", "y", symbols), select("Side", "d", ["long", "short"], "both"), day("From", "f"), day("To", "e"), select("Unit", "u", [currency], "R"), reset, theme, button("Print", async () => { await toPaper(true); print(); }));
	form.setAttribute("aria-label", "Filters");
	form.hidden = false;
	for (const place of [form, main]) place.addEventListener("change", ({ target: { name, value } }) => name && change({ [name]: value }, ONLY[name]));
	for (const e of document.querySelectorAll(".whole")) e.remove();
	paint(system.matches);
	apply();
	const watch = new IntersectionObserver(entries => {
		for (const { target: { id }, isIntersecting } of entries) {
			near[isIntersecting ? "add" : "delete"](id);
			if (isIntersecting && dirty.has(id)) draw(id);
		}
	}, { rootMargin: "300px" });
	for (const id of IDS) if ($(id)) watch.observe($(id));
	let wide = innerWidth;
	addEventListener("resize", () => { if (innerWidth !== wide && !printing) { wide = innerWidth; again(); } });
	addEventListener("hashchange", () => { view = asked(); apply(); });
	addEventListener("beforeprint", () => { toPaper(true); });
	addEventListener("afterprint", () => { toPaper(false); });
	system.addEventListener("change", () => { paint(system.matches); if (!printing) again(); });
	setTimeout(() => { refusals(); byDay(); }, 500);
})();
})();

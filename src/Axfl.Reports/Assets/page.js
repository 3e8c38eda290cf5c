/* The report's page: filters, panels and tables over the data in it. */
(() => {
  const A = Axfl, C = A.charts, { h } = C, $ = id => document.getElementById(id), D = JSON.parse($("data").textContent), root = document.documentElement, main = document.querySelector("main");
  if (typeof DecompressionStream === "undefined") {
    main.prepend(h("p", { class: "warn" }, "This browser cannot unpack the data of this page: it shows the numbers of the whole run, without charts and filters."));
    return;
  }
  const names = { strategies: D.strategies, symbols: D.symbols.map(s => s.name), zones: D.zones.map(z => z.name), gates: D.gates }, days = A.sumUp(D.days), gateCount = D.gate_count || D.gates.length, PAGE = 200;
  const inflate = async bytes => new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer()), once = make => { let made; return () => made = made || make(); };
  const refusals = once(async () => A.refusals(await A.unpack(D.refusals, inflate), D.symbols)), byDay = once(async () => D.refused_days && A.refusedDays(await A.unpack(D.refused_days, inflate)));
  let T, idx = [], view = A.viewOf(location.hash, names), year = null, luck = null, shown = null;

  const money = x => A.signed(x, 2) + (x === null ? "" : " " + D.run.currency), val = x => view.money ? money(x) : A.inR(x), mean = x => view.money ? money(x) : A.inR(x, 3), of = g => view.money ? g.pnl : g.r;
  const column = () => view.money ? T.pnl : T.r, axis = v => view.money ? A.number(v) : A.number(v, Math.abs(v) < 10 && v % 1 ? 1 : 0) + "R", sideName = s => s > 0 ? "long" : s < 0 ? "short" : "", unit = () => view.money ? "PnL" : "R";
  const price = (symbol, v) => A.number(v, D.symbols[symbol].digits + 1), total = () => A.sum(column(), idx), many = (n, word) => A.number(n) + " " + word + (n === 1 ? "" : "s");
  const tradeLines = i => [`#${T.id[i]} ${names.symbols[T.symbol[i]]} ${names.strategies[T.strategy[i]]} ${sideName(T.side[i])} ${A.inR(T.r[i])}`, `${A.moment(T.entry_time[i])} to ${A.moment(T.exit_time[i])}`,
    `${price(T.symbol[i], T.entry[i])} to ${price(T.symbol[i], T.exit[i])}, ${D.reasons[T.reason[i]]}${T.tag[i] < 0 ? "" : ", " + D.tags[T.tag[i]]}`];
  const groupLines = (label, g) => [label, val(of(g)), many(g.n, "trade") + (g.n < A.FEW ? ": too few to tell" : "")], few = g => g.n < A.FEW;

  // Tables

  const cell = (c, row) => { const v = c.text(row); return h("td", { class: (c.n ? "n" : "") + (c.tone && c.value(row) ? c.value(row) > 0 ? " up" : " down" : "") }, v); };

  /** A table of rows; sorted by a click on a head, 200 rows and more on demand. columns [{name, text(row), value(row), n, tone}]. */
  function table(name, columns, rows, pick) {
    const body = h("tbody"), more = h("button", { type: "button", onclick: () => add() }), paper = h("p", { class: "paper" }), heads = columns.map(c => h("th", { scope: "col", class: c.n ? "n" : null }, c.value && rows.length > 1 ? h("button", { type: "button", class: "sort", onclick: () => sort(c) }, c.name) : c.name));
    let at = 0, by = null, down = false;
    function add() {
      const end = Math.min(rows.length, at + PAGE);
      for (; at < end; at++) {
        const row = rows[at], tr = h("tr", {}, columns.map(c => cell(c, row)));
        if (pick) tr.firstChild.replaceChildren(h("button", { type: "button", class: "link", onclick: () => pick(row) }, tr.firstChild.textContent));
        body.append(tr);
      }
      more.textContent = `${A.number(Math.min(PAGE, rows.length - at))} more of ${A.number(rows.length)}`;
      more.hidden = at >= rows.length;
      paper.textContent = rows.length > 50 ? `The first 50 of ${A.number(rows.length)} rows.` : "";
    }
    function sort(c) {
      down = by === c ? !down : !!c.n;
      by = c;
      const key = c.value;
      rows = rows.slice().sort((a, b) => { const x = key(a), y = key(b), u = x === null || x !== x, v = y === null || y !== y; return u || v ? u - v : (x < y ? -1 : x > y ? 1 : 0) * (down ? -1 : 1); });
      heads.forEach((th, i) => columns[i] === c ? th.setAttribute("aria-sort", down ? "descending" : "ascending") : th.removeAttribute("aria-sort"));
      body.replaceChildren();
      at = 0;
      add();
    }
    add();
    return h("div", {}, h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": name }, h("table", {}, h("thead", {}, h("tr", {}, heads)), body)), paper, more);
  }

  const n = (name, text, value, tone) => ({ name, text, value, n: true, tone }), t = (name, text) => ({ name, text, value: text });
  const sums = (label, key = g => g.label) => [t(label, key), n("trades", g => A.number(g.n), g => g.n), n("won", g => A.percent(A.ratio(g.wins, g.n)), g => A.ratio(g.wins, g.n)), n("R", g => A.inR(g.r), g => g.r, true), n("mean R", g => A.inR(A.ratio(g.r, g.n), 3), g => A.ratio(g.r, g.n)), n("PnL", g => money(g.pnl), g => g.pnl, true)];
  const stats = list => h("dl", { class: "stats" }, list.map(([label, value, note]) => h("div", {}, h("dt", {}, label), h("dd", {}, value), note ? h("dd", { class: "sub" }, note) : null)));
  const say = text => h("p", { class: "empty" }, text), part = () => h("div", { class: "part" }), select = (label, options, chosen, act) => h("label", {}, label, h("select", { onchange: e => act(Number(e.target.value)) }, options.map(([value, text]) => h("option", { value, selected: value === chosen }, text))));

  // Panels: each draws into its chart element and gives its tables

  const panels = {
    equity(el) {
      const make = (name, list) => { const e = A.equity(T, list, view.money, D.run.equity); return { name, ...e }; }, several = view.strategy < 0 ? names.strategies.map((name, k) => [name, idx.filter(i => T.strategy[i] === k)]).filter(x => x[1].length) : [];
      const lines = [make("all trades", idx), ...(several.length > 1 ? several.map(x => make(...x)) : [])], all = lines[0], end = all.value[all.n - 1], falls = A.drawdowns(T, idx), fall = falls[0], under = v => view.money ? A.percent(v) : A.inR(v, 1);
      const from = Math.min(...idx.map(i => T.entry_time[i])), to = all.time[all.n - 1];
      C.equity(el, {
        name: view.money ? `Equity: ends at ${A.number(end, 2)} ${D.run.currency}` : `Cumulated R: ends at ${A.inR(end)}`, lines, from, to: Math.max(to, from + 3600), text: axis, underText: under, height: Math.min(320, Math.max(220, innerHeight * 0.4)),
        marks: D.marks.filter(m => m.strategy < 0 || view.strategy < 0 || m.strategy === view.strategy), period: (a, b) => change({ from: a === null ? null : Math.floor(a / 86400), to: b === null ? null : Math.floor(b / 86400) }),
      });
      const time = v => v === null ? "beginning" : A.moment(v);
      return [stats([["Greatest drawdown", fall ? A.inR(-fall.depth) : "none"], ["Lasted", fall ? A.number(fall.days, 1) + " days" : "-", fall && fall.to === null ? "not recovered" : ""], ["Recovery factor", A.number(fall ? A.ratio(A.sum(T.r, idx), fall.depth) : null, 2)]]),
        table("Drawdowns", [n("depth", f => A.inR(-f.depth), f => f.depth), t("from", f => time(f.from)), t("lowest", f => time(f.low)), t("recovered", f => f.to === null ? "not recovered" : time(f.to)), n("days", f => A.number(f.days, 1), f => f.days)], falls.slice(0, 10)),
        ...(several.length > 1 ? [table("By strategy", sums("strategy"), [...A.by(T, idx, i => T.strategy[i])].map(([k, g]) => ({ label: names.strategies[k], ...g })))] : [])];
    },

    calendar(el) {
      const c = A.calendar(T, idx), years = [...c.years.keys()].sort(), most = Math.max(...[...c.months.values()].map(g => Math.abs(of(g))), 1e-9), grid = part(), box = part(), short = v => view.money ? A.signed(v, 0) : A.signed(v, 1);
      if (!years.includes(year)) year = years[years.length - 1];
      const heat = (g, scale) => { const td = h("td", { class: "n" + (g ? " heat " + (of(g) < 0 ? "loss" : "gain") : "") }, g ? [short(of(g)), h("small", {}, A.number(g.n))] : ""); if (g) td.style.setProperty("--a", (Math.abs(of(g)) / scale * 45).toFixed(0) + "%"); return td; };
      grid.append(h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Months by years" }, h("table", { class: "months" }, h("thead", {}, h("tr", {}, ["year", ...A.MONTHS, "sum"].map(m => h("th", { scope: "col", class: "n" }, m)))),
        h("tbody", {}, years.map(y => h("tr", {}, h("th", { scope: "row" }, String(y)), A.MONTHS.map((_, m) => heat(c.months.get(y * 12 + m), most)), h("td", { class: "n" }, h("b", {}, short(of(c.years.get(y)))), h("small", {}, A.number(c.years.get(y).n)))))))));
      el.append(grid, ...(years.length > 1 ? [h("div", { class: "controls" }, select("Year", years.map(y => [y, String(y)]), year, y => { year = y; draw("calendar"); }))] : []), box);
      const up = [...c.days.values()].filter(g => A.above(of(g))).length, map = new Map([...c.days].map(([d, g]) => [d, of(g)]));
      C.days(box, { name: `Days: ${A.number(up)} of ${many(c.days.size, "day")} with trades ended above zero; shown: ${year}`, year, days: map, lines: d => groupLines(A.date(d), c.days.get(d)), pick: d => { change({ from: d, to: d }); $("trades").scrollIntoView(); } });
      return [table("Months", sums("month"), [...c.months].sort((a, b) => a[0] - b[0]).map(([k, g]) => ({ label: A.date(A.dayOf(Math.floor(k / 12), k % 12 + 1, 1)).slice(0, 7), ...g })))];
    },

    net(el) {
      const w = A.waterfall(T, idx, view.money), items = [];
      if (w.gross === null) { el.append(say("The files of this run do not say what its trades cost in " + unit() + ".")); return []; }
      let at = w.gross;
      const cost = (label, v) => { if (v === null) return; items.push({ label, from: at, value: -v }); at -= v; };
      items.push({ label: "gross", value: w.gross, total: true });
      if (w.spread === null) cost("costs", w.costs); else { cost("spread", w.spread); cost("slippage", w.slippage); cost("commission", w.commission); }
      items.push({ label: "net", value: w.net, total: true });
      C.rows(el, { name: `Costs of ${view.money ? money(w.costs).replace("+", "") : A.number(w.costs, 2) + "R"} turn ${val(w.gross)} into ${val(w.net)}`, items, text: val });
      const groups = [...names.strategies.map((label, k) => [label, idx.filter(i => T.strategy[i] === k)]), ["all", idx]].filter(g => g[1].length).map(([label, list]) => ({ label, ...A.waterfall(T, list, view.money) }));
      return [table("From gross to net", [t("strategy", g => g.label), n("trades", g => A.number(g.n), g => g.n), ...["gross", "spread", "slippage", "commission", "costs", "net"].map(k => n(k, g => k === "gross" || k === "net" ? val(g[k]) : A.number(g[k], 2), g => g[k]))], groups)];
    },

    when(el) {
      const zone = D.zones[view.zone] || { name: "UTC", at: [0], offset: [0] }, w = A.when(T, idx, zone), day = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].map((label, k) => ({ label, ...w.weekdays[k] })).filter((g, k) => k < 5 || g.n);
      const times = w.times.map(g => ({ label: A.clock(g.minute * 60), ...g })), windows = A.by(T, idx, i => T.window[i]), named = [...windows].filter(([k]) => k >= 0).map(([k, g]) => ({ label: `${names.strategies[D.windows[k].strategy]} ${D.windows[k].text}`, ...g }));
      const one = (title, groups, more) => {
        const box = part(), best = groups.filter(g => g.n).sort((a, b) => of(b) - of(a))[0];
        el.append(box);
        C.bars(box, { name: `${title}: best ${best.label} with ${val(of(best))}`, items: groups.map(g => ({ label: g.label, value: of(g), n: g.n, faint: few(g), lines: groupLines(g.label, g) })), text: axis, ...more });
      };
      el.append(h("div", { class: "controls" }, select("Zone", D.zones.map((z, k) => [k, z.name]), view.zone, k => change({ zone: k }, ["when"]))));
      one(`Time of entry, ${zone.name}`, times);
      one(`Weekday, ${zone.name}`, day);
      if (named.length) one("Window", named, { least: 1e9 });
      return [table("Time of entry", sums("time, " + zone.name), times), table("Weekday", sums("weekday"), day), ...(named.length ? [table("Window", sums("window"), named)] : [])];
    },

    how(el) {
      const g = A.histogram(T, idx, D.reasons.length), bins = g.bins.map(b => ({ ...b, label: b.from === null ? "below −2R" : b.to === null ? "2R and more" : `${A.signed(b.from, 2)}R to ${A.signed(b.to, 2)}R` })), boxes = [part(), part(), part()], heat = A.heat(T, idx), R = v => A.signed(v, Math.abs(v % 1) ? 1 : 0) + "R";
      const held = i => (T.exit_time[i] - T.entry_time[i]) / 60, longest = Math.max(...idx.map(held), 1), winners = heat[1];
      el.append(...boxes);
      C.stacked(boxes[0], { name: `R of a trade: mean ${A.inR(g.mean, 3)}`, bins, keys: D.reasons, ticks: [-2, -1, 0, 1, 2].map(v => ({ at: 1 + (v + 2) * 4, text: R(v) })), mark: 1 + (Math.min(2.2, Math.max(-2.2, g.mean)) + 2) * 4, markText: "mean " + A.inR(g.mean, 3) });
      const points = { n: idx.length, gain: k => T.r[idx[k]] > 0, lines: k => tradeLines(idx[k]), pick: k => toTrade(idx[k]) }, edge = (title, from, to) => ({ from, to, title, text: R });
      C.scatter(boxes[1], { ...points, name: winners.share === null ? "MAE against MFE: no winner" : `MAE against MFE: ${A.percent(winners.share)} of ${many(winners.n, "winner")} were down 0.5R or more first`, px: k => T.mae[idx[k]], py: k => T.mfe[idx[k]], x: edge("MAE", -2, 0), y: edge("MFE", 0, 2) });
      C.scatter(boxes[2], { ...points, name: `R against minutes held: at most ${A.number(longest)} minutes`, px: k => held(idx[k]), py: k => T.r[idx[k]], x: { from: 0, to: longest, title: "minutes held", text: v => A.number(v) }, y: edge("R", -2, 2) });
      return [table("Bins of R", [t("R", b => b.label), n("trades", b => A.number(b.n), b => b.n), ...D.reasons.map((r, k) => n(r, b => A.number(b.by[k]), b => b.by[k]))], bins.filter(b => b.n)), table("Exit reason", sums("reason"), [...A.by(T, idx, i => T.reason[i])].map(([k, x]) => ({ label: D.reasons[k], ...x }))),
        table("Heat of winners", [t("winners with MAE at or beyond", x => A.inR(-x.x)), n("share", x => A.percent(x.share), x => x.share), n("winners", x => A.number(x.n), x => x.n)], heat)];
    },

    matrix(el) {
      const map = A.by(T, idx, i => T.strategy[i] * 1000 + T.symbol[i]), byS = A.by(T, idx, i => T.strategy[i]), byY = A.by(T, idx, i => T.symbol[i]), ss = names.strategies.map((_, k) => k).filter(k => byS.has(k)), ys = names.symbols.map((_, k) => k).filter(k => byY.has(k)), most = Math.max(...[...map.values()].map(g => Math.abs(of(g))), 1e-9);
      const best = [...map].sort((a, b) => of(b[1]) - of(a[1]))[0], pair = k => names.strategies[Math.floor(k / 1000)] + " on " + names.symbols[k % 1000], button = (g, label, to) => h("button", { type: "button", class: "link", "aria-label": `Filter: ${label}`, onclick: () => change(to) }, g ? val(of(g)) : label);
      const td = (g, label, to, sum) => { const d = h("td", { class: "n" + (g && !sum ? " heat " + (of(g) < 0 ? "loss" : "gain") : "") }, g ? [button(g, `${label}, ${val(of(g))}`, to), h("small", {}, many(g.n, "trade"))] : ""); if (g) d.style.setProperty("--a", (Math.abs(of(g)) / most * 45).toFixed(0) + "%"); return d; };
      const { fig } = C.figure(el, `Strategy and symbol: best ${pair(best[0])} with ${val(of(best[1]))}`);
      fig.append(h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Strategy and symbol" }, h("table", { class: "months" }, h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "strategy"), ys.map(y => h("th", { scope: "col", class: "n" }, names.symbols[y])), h("th", { scope: "col", class: "n" }, "sum"))),
        h("tbody", {}, ss.map(s => h("tr", {}, h("th", { scope: "row" }, names.strategies[s]), ys.map(y => td(map.get(s * 1000 + y), pair(s * 1000 + y), { strategy: s, symbol: y })), td(byS.get(s), names.strategies[s], { strategy: s }, true))),
          h("tr", { class: "sum" }, h("th", { scope: "row" }, "sum"), ys.map(y => td(byY.get(y), names.symbols[y], { symbol: y }, true)), h("td", { class: "n" }, val(total()), h("small", {}, many(idx.length, "trade"))))))));
      return [table("Strategy and symbol", sums("strategy and symbol"), [...map].map(([k, g]) => ({ label: pair(k), ...g })))];
    },

    streaks(el) {
      const x = A.streaks(T, idx), z = x.z, marked = z !== null && Math.abs(z) >= 1.96;
      el.append(stats([["Longest winning run", many(x.winning, "trade")], ["Longest losing run", many(x.losing, "trade"), x.chance === null ? "" : `chance alone: about ${A.number(x.chance, 1)}`],
        ["Runs test Z", A.signed(z, 2), z === null ? `from ${A.FEW} trades with wins and losses` : marked ? z > 0 ? "wins and losses alternate more than chance" : "wins and losses cluster more than chance" : "as chance would have it"]]));
      return [table("Streaks", [t("number", r => r[0]), n("value", r => r[1], r => r[1])], [["trades", A.number(x.n)], ["won", A.number(x.wins)], ["others", A.number(x.others)], ["runs", A.number(x.runs)], ["longest winning run", A.number(x.winning)], ["longest losing run", A.number(x.losing)], ["losing run by chance", A.number(x.chance, 2)], ["runs test Z", A.signed(z, 3)]])];
    },

    resampled(el) {
      const x = resampled();
      if (!x) { el.append(say("From 20 trading days and one trade on.")); return []; }
      const box = part();
      el.append(box);
      C.bands(box, { ...x, name: `${unit()} of resampled days: ${A.percent(x.belowZero)} end below zero`, text: axis });
      const list = [["End, 95 % interval", `${val(x.end[0])} to ${val(x.end[2])}`, `median ${val(x.end[1])}`], ["Greatest drawdown, median", val(-x.fall[0]), `95 % stay above ${val(-x.fall[1])}`], ["Ends below zero", A.percent(x.belowZero), `of ${A.number(x.draws)} resamplings of ${many(x.days, "day")}`]];
      el.append(stats(list));
      return [table("Bands", [n("days", k => A.number(x.at[k]), k => x.at[k]), ...["5 %", "25 %", "50 %", "75 %", "95 %"].map((p, j) => n(p, k => val(x.bands[j][k]), k => x.bands[j][k])), n("run", k => val(x.run[k]), k => x.run[k])], x.at.map((_, k) => k))];
    },

    undecided(el) {
      if (!D.undecided) return null;
      const x = A.undecided(T, idx);
      C.rows(el, { name: `${A.number(x.n)} of ${many(idx.length, "trade")} undecided: total R between ${A.inR(x.worst)} and ${A.inR(x.best)}`, items: [{ label: "total R", from: x.worst, value: x.best - x.worst, total: true, mark: x.total, shown: A.inR(x.total) }], text: A.inR });
      return [table("Undecided trades", [n("trade", i => T.id[i], i => T.id[i]), t("symbol", i => names.symbols[T.symbol[i]]), t("entry", i => A.moment(T.entry_time[i])), n("R", i => A.inR(T.r[i]), i => T.r[i], true), n("worst", i => A.inR(T.worst_r[i]), i => T.worst_r[i]), n("best", i => A.inR(T.best_r[i]), i => T.best_r[i])], idx.filter(i => T.undecided[i]), toTrade)];
    },

    async whynot(el) {
      const F = await refusals(), counts = await byDay(), list = A.filtered(F, view), source = counts || F, chosen = counts ? A.filtered(counts, view) : list, stage = k => k < 0 ? "" : D.stages[k] + ": ", boxes = [part(), part(), part()];
      const parts = A.refused(source, chosen, !!counts).map(x => ({ label: stage(x.stage) + D.gates[x.gate], value: x.n })), economics = A.gates(source, chosen, gateCount), seen = economics.filter(g => g.refused), silent = economics.filter(g => !g.refused && g.gate < gateCount).map(g => D.gates[g.gate]), measured = seen.filter(g => g.measured);
      const sum = parts.reduce((a, p) => a + p.value, 0), rows = list.filter(i => view.gate < 0 || F.gate[i] === view.gate).reverse();
      el.append(...boxes);
      C.rows(boxes[0], { name: `${many(sum, "order")} refused or cancelled`, items: parts.map(p => ({ ...p, total: true })), text: v => A.number(v), pick: counts ? null : k => change({ gate: D.gates.indexOf(parts[k].label.split(": ").pop()) }, ["whynot"]) });
      if (silent.length) boxes[0].append(h("p", { class: "note" }, "Never refused: " + silent.join(", ") + "."));
      if (measured.length) C.rows(boxes[1], { name: "What the refused orders would have made, by gate", items: measured.map(g => ({ label: `${D.gates[g.gate]}: ${g.verdict}`, value: g.sum, n: g.filled, faint: g.filled < A.FEW })), text: A.inR });
      const gatesTable = table("Gate economics", [t("gate", g => D.gates[g.gate]), n("refused", g => A.number(g.refused), g => g.refused), n("would have filled", g => g.measured ? A.number(g.filled) : "-", g => g.filled), n("overlapping", g => g.measured && !counts ? A.number(g.overlapping) : "-", g => g.overlapping), n("won", g => g.measured ? A.number(g.won) : "-", g => g.won), n("sum R", g => g.filled ? A.inR(g.sum) : "-", g => g.sum, true),
        n("mean R", g => A.inR(g.mean, 3), g => g.mean), t("95 %", g => g.interval ? `${A.inR(g.interval[0], 3)} to ${A.inR(g.interval[1], 3)}` : "-"), t("the gate", g => g.verdict || "not measured")], seen);
      const two = v => v === null || v === undefined ? "-" : A.number(v, Math.abs(v) >= 100 || v % 1 === 0 ? 0 : 2), ledger = [t("time", i => A.moment(F.time[i])), t("symbol", i => names.symbols[F.symbol[i]]), t("strategy", i => names.strategies[F.strategy[i]]), t("stage", i => D.stages[F.stage[i]]), t("gate", i => D.gates[F.gate[i]]), t("side", i => sideName(F.side[i])), n("price", i => price(F.symbol[i], F.price[i]), i => F.price[i]),
        n("value", i => two(F.value[i]), i => F.value[i]), n("limit", i => two(F.limit[i]), i => F.limit[i]), t("detail", i => F.detail[i] < 0 ? "" : D.details[F.detail[i]]), n("let through", i => ["", A.inR(F.shadow_r[i]), "no fill", "overlapping"][F.shadow[i]], i => F.shadow_r[i], true)];
      boxes[2].append(h("h3", {}, "Ledger"), h("div", { class: "controls" }, select("Gate", [[-1, "all"], ...D.gates.map((g, k) => [k, g]).filter(([k]) => list.some(i => F.gate[i] === k))], view.gate, k => change({ gate: k }, ["whynot"]))), counts ? h("p", { class: "note" }, `The last ${A.number(F.n)}; the numbers above are of all, by day, whatever their side.`) : "", rows.length ? table("Refused and cancelled orders", ledger, rows, i => toTime(F.symbol[i], F.time[i])) : say("No order was refused or cancelled here."));
      return [gatesTable, table("By stage and gate", [t("stage and gate", p => p.label), n("orders", p => A.number(p.value), p => p.value)], parts)];
    },

    async candles(el) {
      if (!D.bars || !D.bars.length) return null;
      const byId = view.trade === null ? -1 : T.id.indexOf(view.trade), wanted = shown !== null ? shown : byId >= 0 ? T.symbol[byId] : view.symbol >= 0 ? view.symbol : idx.length ? T.symbol[idx[0]] : D.bars[0].symbol, pack = D.bars.find(b => b.symbol === wanted) || D.bars[0], symbol = pack.symbol, of = D.symbols[symbol], F = await refusals();
      pack.ready = pack.ready || (async () => ({ detail: A.joined(await Promise.all(pack.parts.map(p => A.unpackBars(p, inflate, D.run.interval_s)))), overview: pack.overview && await A.unpackBars(pack.overview, inflate, 14400) }))();
      const { detail, overview } = await pack.ready, list = idx.filter(i => T.symbol[i] === symbol), box = part(), fitting = A.filtered(F, { ...view, symbol }), name = () => `${of.name}: ${many(list.length, "trade")}, ${many(fitting.length, "refused or cancelled order")}`;
      if (byId >= 0 && T.symbol[byId] === symbol && !list.includes(byId)) list.push(byId);
      el.append(h("div", { class: "controls" }, select("Symbol", D.bars.map(b => [b.symbol, names.symbols[b.symbol]]), symbol, k => { shown = k; view.trade = null; remember(); draw("candles"); })), box);
      const trades = list.map(i => ({ from: T.entry_time[i], entry: T.entry[i], to: T.exit_time[i], exit: T.exit[i], side: T.side[i], stop: T.stop[i], target: T.target[i], gain: T.r[i] > 0, lines: tradeLines(i) }));
      const crosses = fitting.map(i => ({ time: F.time[i], price: F.price[i], gate: D.gates[F.gate[i]], text: `${D.stages[F.stage[i]]}: ${D.gates[F.gate[i]]}${F.detail[i] < 0 ? "" : ", " + D.details[F.detail[i]]}` }));
      chart = C.candles(box, { name, detail, overview, interval: D.run.interval_s, scale: pack.scale, digits: of.digits, trades, crosses, chosen: byId >= 0 && T.symbol[byId] === symbol ? list.indexOf(byId) : list.length ? 0 : -1, choose: k => { view.trade = T.id[list[k]]; remember(); } });
      return [table("Trades", [n("trade", i => T.id[i], i => T.id[i]), t("entry", i => A.moment(T.entry_time[i])), n("at", i => price(symbol, T.entry[i]), i => T.entry[i]), t("exit", i => A.moment(T.exit_time[i])), n("at", i => price(symbol, T.exit[i]), i => T.exit[i]), n("R", i => A.inR(T.r[i]), i => T.r[i], true)], list, toTrade)];
    },

    live(el) {
      const L = D.live;
      if (!L) return null;
      C.rows(el, { name: `Connected ${A.percent(L.connected)} of the time`, items: [{ label: "connected", value: L.connected, total: true }, ...L.stale.map((v, k) => ({ label: names.symbols[k] + " stale", value: v, total: true }))], text: A.percent });
      return null;
    },

    trades(el) {
      const time = (name, c) => ({ name, text: i => A.moment(c[i]), value: i => c[i] }), num = (name, c, text, tone) => n(name, i => text(c[i], i), i => c[i], tone), two = v => A.number(v, 2), R = v => A.inR(v), at = (v, i) => v !== v ? "-" : price(T.symbol[i], v);
      el.append(h("p", { class: "name" }, `${many(idx.length, "trade")}: ${val(total())}`), table("Trades", [num("trade", T.id, v => String(v)), t("symbol", i => names.symbols[T.symbol[i]]), t("strategy", i => names.strategies[T.strategy[i]]), t("side", i => sideName(T.side[i])), num("units", T.units, v => A.number(v)), time("entry", T.entry_time), num("price", T.entry, at), num("stop loss", T.stop, at), num("target", T.target, at), time("exit", T.exit_time), num("price", T.exit, at), t("reason", i => D.reasons[T.reason[i]]),
        num("R", T.r, R, true), num("PnL", T.pnl, v => A.signed(v, 2), true), num("costs", T.costs, two), num("bars", T.bars_held, v => A.number(v)), num("MAE", T.mae, R), num("MFE", T.mfe, R), t("tag", i => T.tag[i] < 0 ? "" : D.tags[T.tag[i]]), num("spread", T.cost_spread, two), num("slippage", T.cost_slippage, two), num("commission", T.cost_commission, two), num("risk", T.risk, two)], idx, toTrade));
      return [];
    },
  };

  const WITHOUT_TRADES = ["whynot", "candles", "live"];
  let chart = null, dirty = new Set(), near = new Set(), turn = 0;

  async function draw(id) {
    dirty.delete(id);
    const section = $(id), el = section && section.querySelector(".chart"), numbers = section && section.querySelector("details.numbers");
    if (!el || !T.n && !WITHOUT_TRADES.includes(id)) return;
    const fresh = h("div", { class: "chart" }), mine = ++turn;
    section.dataset.turn = mine;
    // In its place before it is drawn, for its width; the old one goes then.
    el.replaceWith(fresh);
    let tables;
    if (!idx.length && !WITHOUT_TRADES.includes(id)) { fresh.append(say("No trade matches the filters.")); tables = []; }
    else tables = await panels[id](fresh);
    if (section.dataset.turn !== String(mine) && !fresh.isConnected) return;
    if (tables === null) { if (!fresh.firstChild) fresh.hidden = true; return; }
    if (numbers) { numbers.hidden = !tables.length; numbers.replaceChildren(numbers.querySelector("summary"), ...tables); }
  }

  const resampled = () => luck = luck || { made: A.resample(T, idx, days.filter(d => (view.from === null || d >= view.from) && (view.to === null || d <= view.to)), D.seed, column()) }, unused = 0;

  function headline() {
    const m = A.metrics(T, idx, D.run.equity), w = A.wilson(m.wins, m.trades), filteredView = view.strategy >= 0 || view.symbol >= 0 || view.side || view.from !== null || view.to !== null, enough = m.trades > 1;
    const texts = {
      total_r: A.inR(m.total_r), pnl: money(m.pnl), cost_share: m.cost_share === null ? "-" : A.percent(m.cost_share), trades: A.number(m.trades), won: A.number(m.wins), lost: A.number(m.losses), win_rate: A.percent(m.win_rate), win_rate_interval: w && enough ? `${A.percent(w[0])} to ${A.percent(w[1])}` : "-",
      expectancy: view.money ? money(A.ratio(m.pnl, m.trades)) : A.inR(m.average_r, 3), profit_factor: A.number(m.profit_factor, 2), payoff: A.number(m.payoff_ratio, 2), max_drawdown_r: A.inR(-m.max_drawdown_r), max_drawdown_pct: A.percent(m.max_drawdown_pct / 100),
      sharpe: filteredView ? "-" : A.number(D.whole.sharpe, 2), sqn: A.number(m.sqn, 2),
    };
    const write = (name, text) => document.querySelectorAll(`[data-n="${name}"]`).forEach(e => { e.textContent = text; });
    for (const name of Object.keys(texts)) write(name, texts[name]);
    $("sentence").textContent = A.sentence(T, idx, view.money, D.run.currency);
    const now = idx;
    setTimeout(() => { if (now !== idx) return; const x = resampled(); write("expectancy_interval", x && x.mean && enough ? `${mean(x.mean[0])} to ${mean(x.mean[1])}` : "-"); }, 60);
  }

  // Filters and address

  function remember() { history.replaceState(null, "", "#" + A.hashOf(view, names)); }

  function change(to, only) {
    view = { ...view, ...to };
    if ("symbol" in to) shown = null;
    remember();
    apply(only);
  }

  function apply(only) {
    if (!only) {
      idx = A.filtered(T, view);
      luck = null;
      if (T.n) headline();
      form();
    }
    dirty = new Set([...dirty, ...(only || Object.keys(panels))]);
    for (const id of near) if (dirty.has(id)) draw(id);
  }

  const form = (() => {
    const f = $("filters"), date = (label, key) => h("label", {}, label, h("input", { type: "date", name: key, min: days.length ? A.date(days[0]) : null, max: days.length ? A.date(days[days.length - 1]) : null, onchange: e => change({ [key]: A.dayFrom(e.target.value) }) }));
    const dark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches, theme = h("button", { type: "button", onclick: () => { root.dataset.theme = dark() ? "light" : "dark"; again(); } });
    f.addEventListener("submit", e => e.preventDefault());
    f.setAttribute("aria-label", "Filters");
    f.hidden = false;
    return () => {
      const all = { strategy: -1, symbol: -1, side: 0, from: null, to: null }, on = Object.keys(all).some(k => view[k] !== all[k]), focused = document.activeElement && f.contains(document.activeElement) ? [...f.elements].indexOf(document.activeElement) : -1;
      const list = (label, key, texts) => texts.length > 1 ? select(label, [[-1, "all"], ...texts.map((x, k) => [k, x])], view[key], k => change({ [key]: k })) : null;
      theme.textContent = dark() ? "Light" : "Dark";
      f.replaceChildren(...[list("Strategy", "strategy", names.strategies), list("Symbol", "symbol", names.symbols), select("Side", [[0, "both"], [1, "long"], [-1, "short"]], view.side, k => change({ side: k })), date("From", "from"), date("To", "to"),
        select("Unit", [[0, "R"], [1, D.run.currency]], view.money ? 1 : 0, k => change({ money: k === 1 })), h("button", { type: "button", disabled: !on, onclick: () => change(all) }, "Reset"), theme].filter(Boolean));
      for (const key of ["from", "to"]) f.elements[key].value = view[key] === null ? "" : A.date(view[key]);
      if (focused >= 0 && f.elements[focused]) f.elements[focused].focus();
    };
  })();

  async function toCandles() {
    const section = $("candles");
    if (!section) return;
    await draw("candles");
    section.scrollIntoView();
    if (chart) chart.canvas.focus({ preventScroll: true });
  }

  const toTrade = i => { view.trade = T.id[i]; shown = T.symbol[i]; remember(); return toCandles(); };
  const toTime = async (symbol, time) => { shown = symbol; view.trade = null; remember(); await toCandles(); if (chart) chart.show(time); };

  function again() {
    C.setUp(0);
    form();
    apply(Object.keys(panels));
  }

  // On paper: light, as wide as a page, all drawn, the candles a picture.
  let before = null;
  async function paper() {
    if (before) return;
    before = { theme: root.dataset.theme };
    root.dataset.theme = "light";
    C.setUp(680);
    for (const id of Object.keys(panels)) draw(id);
  }

  function screen() {
    if (!before) return;
    if (before.theme) root.dataset.theme = before.theme; else delete root.dataset.theme;
    before = null;
    again();
  }

  (async () => {
    T = A.trades(await A.unpack(D.trades, inflate), D.symbols);
    C.setUp(0);
    const watch = new IntersectionObserver(entries => {
      for (const e of entries) {
        if (e.isIntersecting) { near.add(e.target.id); if (dirty.has(e.target.id)) draw(e.target.id); } else near.delete(e.target.id);
      }
    }, { rootMargin: "300px" });
    apply();
    for (const id of Object.keys(panels)) if ($(id)) watch.observe($(id));
    let wide = innerWidth, waiting = 0;
    addEventListener("resize", () => { if (innerWidth === wide) return; wide = innerWidth; clearTimeout(waiting); waiting = setTimeout(again, 150); });
    addEventListener("hashchange", () => { view = A.viewOf(location.hash, names); shown = null; apply(); });
    addEventListener("beforeprint", paper);
    addEventListener("afterprint", screen);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { if (!before) again(); });
  })();
})();

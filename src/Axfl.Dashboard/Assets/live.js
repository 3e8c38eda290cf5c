"use strict";
/* The page of the dashboard: asks for a run, listens to what happens in it, and shows it. Whatever comes from a run is text. */
(() => {
  const A = Axfl, C = A.charts, h = C.h, $ = id => document.getElementById(id);

  // A run writes now.json every five seconds when nothing changes; one of an older version only a status every few minutes.
  const EXPECTED = 5e3, EXPECTED_STATUS = 180e3, LATE = 3, SILENT = 20e3, BEAT = 15e3, AGAIN = 2e3, STREAM_AGAIN = 30e3, RUNS_AGAIN = 15e3, MOST_DECISIONS = 1000, MOST_ROWS = 50, MOST_BARS = 90;

  const view = { symbol: null, span: "today", money: false, chart: null, touched: false, rows: MOST_ROWS };
  let run = null, lost = null, source = null, heard = 0, streamAt = 0, skew = 0, asking = 0, list = { runs: [] }, chosen = null, dirty = new Set(), drawing = false;

  // Values

  const now = () => Date.now() + skew, time = text => text ? Date.parse(text) : null;
  const status = () => run && run.status.now && run.status.now.status, live = () => run && run.status.now || {};
  const isRunning = () => run && run.status.state === "running";
  const clock = ms => ms === null ? "-" : new Date(ms).toISOString().slice(11, 16), second = ms => new Date(ms).toISOString().slice(11, 19);
  const dayOf = ms => Math.floor(ms / 86400e3);
  const moment = ms => ms === null ? "-" : dayOf(ms) === dayOf(now()) ? clock(ms) : dayOf(ms) === dayOf(now()) + 1 ? `tomorrow ${clock(ms)}` : new Date(ms).toISOString().slice(0, 16).replace("T", " ");
  const money = v => A.signed(v, 2), tone = v => v > 0 ? "up" : v < 0 ? "down" : null;
  const count = (n, word) => `${A.number(n)} ${word}${n === 1 ? "" : "s"}`;
  const info = symbol => run.symbols.get(symbol) || { digits: symbol.endsWith("JPY") ? 3 : 5, pip: 0.0001 };
  const price = (symbol, v) => v === null || v === undefined ? "-" : A.number(v, info(symbol).digits);

  function long(ms) {
    const s = Math.max(0, Math.round(ms / 1000));
    if (s < 100) return `${s} s`;
    const m = Math.round(s / 60);
    return m < 100 ? `${m} min` : m < 48 * 60 ? `${Math.floor(m / 60)} h ${m % 60} min` : `${Math.round(m / 1440)} days`;
  }

  const table = (name, heads, rows) => h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": name }, h("table", {},
    h("thead", {}, h("tr", {}, heads.map(([text, n]) => h("th", { scope: "col", class: n ? "n" : null }, text)))),
    h("tbody", {}, rows.map(row => h("tr", {}, row.map((cell, k) => h("td", { class: [heads[k][1] ? "n" : "", cell && cell.tone || ""].join(" ").trim() || null }, cell && cell.text !== undefined ? cell.text : cell)))))));

  // The server

  /** Asks for JSON. Throws what is to be said when there is none. */
  async function ask(path) {
    const waits = new AbortController(), patience = setTimeout(() => waits.abort(), SILENT);
    let answer;
    try { answer = await fetch(path, { signal: waits.signal, cache: "no-store" }); heard = Date.now(); }
    catch { throw new Error("The server of this dashboard does not answer"); }
    finally { clearTimeout(patience); }
    if (answer.status === 401) throw new Error("The dashboard was started anew: open the address that it printed. This page goes on by itself then");
    if (answer.ok) return answer.json();
    const said = await answer.json().catch(() => ({}));
    throw new Error(said.error || `The server answers ${answer.status}`);
  }

  const wait = ms => new Promise(done => setTimeout(done, ms));

  /** Until the page is closed: whatever fails is reported and tried again, and the page goes on from where it was. */
  async function follow() {
    const mine = ++asking;
    while (mine === asking) {
      try {
        if (!run) await open(mine);
        if (mine === asking && run) await listen(mine);
      } catch (e) {
        if (mine !== asking) return;
        say(e.message);
      }
      await wait(AGAIN);
    }
  }

  async function open(mine) {
    await learn();
    const wanted = chosen || list.pinned || (list.runs[0] && list.runs[0].run), all = wanted && await ask("/api/runs/" + encodeURIComponent(wanted));
    // Another run may have been chosen meanwhile.
    if (mine !== asking) return;
    if (all) take(all);
    found();
  }

  async function learn() {
    list = await ask("/api/runs");
    mark("runs");
  }

  /** Listens as long as the server tells; then, and where it has no room for one more that listens, asks. */
  async function listen(mine) {
    const path = "/api/runs/" + encodeURIComponent(run.run);
    if (now() >= streamAt && await streams(path, mine)) return;
    if (mine !== asking || !run) return;
    let more;
    do {
      const news = await ask(`${path}?after=${encodeURIComponent(run.id)}`);
      if (mine !== asking) return;
      found();
      for (const e of news.events) happened(e.event, e.data);
      run.id = news.id;
      happened("status", news.status);
      if (news.end) happened("end", news.end);
      more = news.more && run;
    } while (more);
  }

  /** Reads the events itself: the browser's own listener keeps quiet about the comments by which the server shows that it lives. */
  async function streams(path, mine) {
    const stop = source = new AbortController(), letters = new TextDecoder(), began = Date.now();
    let isOpen = false, text = "";
    // A server that hangs says no more that it does.
    const watch = setInterval(() => { if (mine !== asking || !run || Date.now() - (isOpen ? heard : began) > SILENT) stop.abort(); }, 1000);
    try {
      const answer = await fetch(`${path}/events?after=${encodeURIComponent(run.id)}`, { signal: stop.signal, cache: "no-store" }).catch(() => null);
      if (!answer || answer.status !== 200) return false;
      isOpen = true;
      heard = Date.now();
      found();
      for (const reader = answer.body.getReader(); run && mine === asking;) {
        const part = await reader.read().catch(() => ({ done: true }));
        if (part.done || mine !== asking) break;
        heard = Date.now();
        const whole = (text + letters.decode(part.value, { stream: true })).split("\n\n");
        text = whole.pop();
        whole.forEach(told);
      }
    } finally {
      stop.abort();
      clearInterval(watch);
      if (!isOpen) streamAt = now() + STREAM_AGAIN;
    }
    return false;
  }

  /** An event as the server writes it: a line each of id, kind and data; a comment has none of them. */
  function told(lines) {
    const event = Object.fromEntries(lines.split("\n").map(line => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)]));
    if (!run || event.data === undefined) return;
    run.id = event.id;
    happened(event.event, JSON.parse(event.data));
  }

  function say(words) {
    lost = lost || { since: now() };
    lost.words = words;
    mark("state");
  }

  function found() { lost = null; mark("state"); }

  function show(id) {
    chosen = id;
    if (source) source.abort();
    run = null;
    streamAt = 0;
    Object.assign(view, { symbol: null, chart: null, touched: false, rows: MOST_ROWS });
    follow();
  }

  // What happens

  function take(all) {
    run = { ...all, symbols: new Map((all.symbols || []).map(s => [s.symbol, s])), trades: new Map(all.trades.map(t => [t.trade_id, t])), ticks: new Map(), forming: new Map(), dayName: null };
    for (const symbol of Object.keys(run.bars)) run.bars[symbol].sort((a, b) => a[0] - b[0]);
    look(all.status);
    run.dayName = status() && status().day;
    view.chart = null;
    mark("headline", "why", "positions", "limits", "windows", "prices", "candles", "equity", "trades", "feed", "runs", "state");
  }

  function look(s) {
    run.status = s;
    skew = time(s.server_time) - Date.now();
    for (const w of live().windows || []) {
      const [start, end] = [time(w.start), time(w.end)], day = run.day;
      if (start < day.end && end > day.start && !day.windows.some(o => o.strategy === w.strategy && o.start === start)) day.windows.push({ strategy: w.strategy, start, end });
    }
  }

  const changes = {
    status(s) {
      look(s);
      // Another trading day: what belongs to it is asked for.
      if (status() && run.dayName && status().day !== run.dayName) { run = null; return; }
      run.dayName = run.dayName || status() && status().day;
      mark("state", "headline", "why", "positions", "limits", "windows", "prices");
    },
    trade(t) {
      if (!run.trades.has(t.trade_id)) {
        const last = run.equity[run.equity.length - 1] || [0, 0, 0];
        run.equity.push([time(t.exit_time), last[1] + t.r, last[2] + t.pnl]);
        run.trades_of_run++;
      }
      run.trades.set(t.trade_id, t);
      mark("trades", "equity", "candles", "headline");
    },
    decision(d) {
      run.decisions.push(d);
      if (run.decisions.length > MOST_DECISIONS) run.decisions.shift();
      mark("why", "candles");
    },
    price(p) {
      const bars = run.bars[p.symbol] = run.bars[p.symbol] || [];
      for (const b of p.bars) {
        const at = bars.findIndex(o => o[0] >= b[0]);
        if (at < 0) bars.push(b); else bars.splice(at, bars[at][0] === b[0] ? 1 : 0, b);
        mark("candles");
      }
      if (p.mid === undefined) return;
      run.ticks.set(p.symbol, p);
      form(p);
      mark("prices", "positions");
    },
    feed(n) {
      run.feed.push(n);
      if (run.feed.length > 100) run.feed.shift();
      mark("feed");
    },
    end(e) {
      if (e.state === "changed") run = null;
      mark("state");
    },
  };

  function happened(name, data) { if (run && changes[name]) changes[name](data); }

  // The bar that is not complete yet, of the prices that came here.
  function form(p) {
    const size = run.interval_ms;
    if (!size || !p.time) return;
    const at = Math.floor(time(p.time) / size) * size, bar = run.forming.get(p.symbol);
    if (!bar || bar[0] !== at) run.forming.set(p.symbol, [at, p.mid, p.mid, p.mid, p.mid]);
    else { bar[2] = Math.max(bar[2], p.mid); bar[3] = Math.min(bar[3], p.mid); bar[4] = p.mid; }
  }

  // How it is

  /** What the whole page stands for: [kind, word, title, reason]. Kind: ok, halted, wrong, old. */
  function condition() {
    if (lost) return ["old", "No answer", "NO SERVER", `${lost.words}. Seen last at ${second(lost.since)} UTC; asked again every ${AGAIN / 1000} s.`];
    if (!run) return ["old", "No run yet", "Axfl", list.runs.length ? "Loading." : "There is no run in this folder yet: it appears here when one is started."];
    const s = status(), state = run.status.state, error = run.status.error, written = time(run.status.written_at);
    if (state === "killed") return ["old", "Killed", "KILLED", `${error || "Its process is gone."} What is below is what it said last.`];
    if (state === "failed") return ["wrong", "Failed", "FAILED", error || "The run failed."];
    if (state !== "running") return ["old", state === "ended" ? "Ended" : "Stopped", state.toUpperCase(), `The run ${state === "ended" ? "ended" : "was stopped"} at ${moment(written)} UTC: these are its last values.`];
    if (!s) return ["old", "Begins", "Axfl", "The run has not given a status yet."];
    const expected = live().pid === undefined ? EXPECTED_STATUS : EXPECTED;
    if (now() - written > LATE * expected) return silence(written, expected);
    if (s.mode === "ws" && !s.ws.connected) return ["wrong", "No feed", "NO FEED", s.error || "The feed is not connected."];
    if (!s.ok) return ["wrong", "Not ok", "NOT OK", s.error || "The run cannot do its job at this moment."];
    const halt = (live().halts || []).find(x => x.strategy === null);
    if (s.risk.halted || halt) return ["halted", "Halted", "HALTED", halt ? haltText(halt) : "The portfolio is halted for today."];
    return ["ok", "Running", `${A.inR(s.today.r_total, 1)} · ${s.positions.length} open`, error];
  }

  // Whose silence it is: the server speaks every 15 s, also when the run does not.
  function silence(written, expected) {
    const quiet = Date.now() - heard;
    if (quiet > BEAT + 1500) return ["old", "No sign", "NO SERVER", `The dashboard gives no sign for ${long(quiet)}: nothing is known of the run since.`];
    const spoke = heard + skew - written > expected;
    return ["old", "No news", "OLD", `Nothing new of the run for ${long(now() - written)}; it writes every ${expected / 1000} s.${spoke ? " Its process is there, but may hang." : ""}`];
  }

  const HALTS = { portfolio_halted: "the daily stop of the portfolio", portfolio_target: "the daily target of the portfolio", strategy_daily_stop: "its daily stop", drawdown: "the drawdown lock", loss_streak: "its losing run" };

  function haltText(x) {
    const until = time(x.until), what = HALTS[x.halt] || x.halt, who = x.strategy === null ? "The portfolio" : x.strategy;
    return `${who} is halted by ${what}${until === null ? ", until somebody lifts it" : ` until ${moment(until)} UTC, for ${long(until - now())} more`}.`;
  }

  const icons = {
    ok: "<circle cx='8' cy='8' r='7' fill='#1f5c9e'/>", halted: "<rect x='1' y='1' width='14' height='14' rx='2' fill='#d97706'/>",
    wrong: "<path d='M8 1 15 15H1z' fill='#d97706'/>", old: "<circle cx='8' cy='8' r='5.5' fill='none' stroke='#808890' stroke-width='3'/>",
  };

  const draw = {
    state() {
      const [kind, word, title, reason] = condition(), s = status();
      document.documentElement.dataset.state = kind;
      $("state").textContent = kind === "ok" && s ? `${word}, ${A.inR(s.today.r_total)} today` : word;
      document.title = run ? `${title} · ${run.run}` : title;
      const icon = "data:image/svg+xml," + encodeURIComponent(`<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'>${icons[kind]}</svg>`);
      if ($("icon").getAttribute("href") !== icon) $("icon").setAttribute("href", icon);
      const text = kind === "ok" ? reason || "" : reason;
      if ($("notice").textContent !== text) $("notice").textContent = text;
      $("notice").hidden = !text;
      $("main").classList.toggle("old", !!lost || !!run && (kind === "old") && run.status.state !== "ended" && run.status.state !== "stopped");
      $("main").hidden = !run;
      $("about").textContent = !run ? "" : [s && (s.mode === "ws" ? "live, on paper" : "replay"), s && (s.source === "simulated" ? "generated bars" : s.source), s && s.interval, run.status.written_at && `said ${long(now() - time(run.status.written_at))} ago`].filter(Boolean).join(" · ");
    },

    runs() {
      const ids = list.runs.map(r => r.run);
      if (run && !ids.includes(run.run)) ids.unshift(run.run);
      const word = id => { const r = list.runs.find(o => o.run === id); return r ? `${id} (${r.state})` : id; };
      const options = ids.map(id => h("option", { value: id, selected: run && id === run.run }, word(id)));
      if ([...$("runs").options].map(o => o.text).join("\n") !== options.map(o => o.text).join("\n") || run && $("runs").value !== run.run) $("runs").replaceChildren(...options);
      const newer = run && list.runs[0] && list.runs[0].run !== run.run && list.runs.findIndex(r => r.run === run.run) > 0 && list.runs[0].state === "running" ? list.runs[0].run : null;
      $("newer").hidden = !newer;
      if (newer) $("newer").textContent = `Newer run: ${newer}`;
      $("report").hidden = !run;
      if (run) $("report").href = `/runs/${encodeURIComponent(run.run)}/report`;
    },

    headline() {
      const s = status();
      if (!s) return $("headline").replaceChildren();
      const open = s.positions.reduce((a, p) => a + p.r_open, 0), tile = (name, value, sub, v) => h("div", {}, h("dt", {}, name), h("dd", { class: tone(v) }, value), sub ? h("dd", { class: "sub" }, sub) : null);
      const closed = s.today.by_strategy.reduce((a, d) => a + d.trades, 0);
      $("headline").replaceChildren(
        tile("Today", A.inR(s.today.r_total), `${money(s.today.pnl_total)}, ${count(closed, "trade")}`, s.today.r_total),
        tile("Open", s.positions.length ? A.inR(open) : "none", s.positions.length ? count(s.positions.length, "position") : "", open),
        tile("Run", A.inR(s.total.r), `${money(s.total.pnl)}, ${count(s.total.trades, "trade")}`, s.total.r),
        tile("Equity", A.number(s.total.equity, 2), `maximum drawdown ${A.number(s.total.max_drawdown_pct, 1)} %`),
        s.mode === "ws" ? tile("Feed", s.ws.state || (s.ws.connected ? "connected" : "not connected"), s.ws.lag_p50_ms === undefined || s.ws.lag_p50_ms === null ? count(s.ws.errors, "error") : `prices ${A.number(s.ws.lag_p50_ms)} ms old, 1 % above ${A.number(s.ws.lag_p99_ms)} ms`)
          : tile("Up to", moment(time(s.now)), "time of the replay, UTC"));
    },

    why() {
      const s = status(), refused = run.decisions.filter(d => d.result !== "accepted" && d.result !== "filled" && d.stage !== "cancel"), gates = Object.entries(s && s.blocked || {}).sort((a, b) => b[1] - a[1]);
      $("because").textContent = because(refused);
      if (!refused.length && !gates.length) return $("refusals").replaceChildren(h("p", { class: "empty" }, "No order was blocked today."));
      $("refusals").replaceChildren(
        h("ul", { class: "gates", "aria-label": "Blocked today by gate" }, gates.map(([gate, n]) => h("li", {}, h("b", {}, A.number(n)), " " + gate))),
        refused.length ? table("Blocked orders of today, newest first", [["time"], ["strategy"], ["symbol"], ["side"], ["gate"], ["detail"]],
          refused.slice(-MOST_ROWS).reverse().map(d => [moment(time(d.time)), d.strategy, d.symbol, d.side, d.result, d.detail])) : null);
    },

    positions() {
      const s = status(), list = s ? s.positions : [];
      $("open").replaceChildren(...list.length ? list.map(gauge) : [h("p", { class: "empty" }, "No position is open.")]);
      const waiting = s && s.pending || [];
      $("pending").replaceChildren(waiting.length ? table("Pending orders", [["strategy"], ["symbol"], ["side"], ["type"], ["price", 1], ["away", 1], ["stop loss", 1], ["target", 1], ["until"]], waiting.map(o => {
        const at = mid(o.symbol);
        return [o.strategy, o.symbol, o.side, o.type, price(o.symbol, o.price), at === null ? "-" : `${A.number(Math.abs(at - o.price) / info(o.symbol).pip, 1)} pips`, price(o.symbol, o.sl), price(o.symbol, o.tp), o.expiry ? moment(time(o.expiry)) : "its session's end"];
      })) : h("p", { class: "empty" }, "No order waits."));
    },

    limits() {
      const rows = (live().limits || []).map(l => {
        const share = l.stop_r ? Math.min(1, Math.max(0, l.r / l.stop_r)) : 0, fill = h("span", { class: "fill" });
        fill.style.width = share * 100 + "%";
        return h("div", { class: "limit" + (l.strategy === null ? " all" : "") }, h("span", {}, l.strategy === null ? "all" : l.strategy),
          h("span", { class: "track", role: "meter", "aria-valuemin": 0, "aria-valuemax": 100, "aria-valuenow": Math.round(share * 100), "aria-label": `${l.strategy || "all"}: share of the daily stop that is used` }, fill),
          h("span", { class: tone(l.r) }, l.stop_r === null ? `${A.inR(l.r)}, no stop` : `${A.inR(l.r)} of ${A.inR(l.stop_r)}`),
          h("span", {}, l.max_trades === null ? count(l.trades, "trade") : `${l.trades} of ${count(l.max_trades, "trade")}`));
      });
      $("bars").replaceChildren(...rows.length ? rows : [h("p", { class: "empty" }, "The run has not told its limits.")]);
      $("halts").replaceChildren(...(live().halts || []).map(x => h("p", { class: "halt" }, haltText(x))));
    },

    windows() {
      const { start, end, windows } = run.day, names = [...new Set(windows.map(w => w.strategy))], at = runTime(), place = ms => (Math.min(end, Math.max(start, ms)) - start) / (end - start) * 100 + "%";
      if (!names.length) return $("day").replaceChildren(h("p", { class: "empty" }, "No session lies in this trading day.")), $("next").textContent = nextText();
      const track = name => h("div", { class: "track", role: "img", "aria-label": `${name}: ` + windows.filter(w => w.strategy === name).map(w => `${clock(w.start)} to ${clock(w.end)}`).join(", ") },
        windows.filter(w => w.strategy === name).map(w => { const el = h("span", { class: "win" + (at >= w.start && at < w.end ? " on" : ""), title: `${clock(w.start)} to ${clock(w.end)}` }); el.style.left = place(w.start); el.style.width = `calc(${place(w.end)} - ${place(w.start)})`; return el; }),
        at >= start && at < end ? (el => { el.style.left = place(at); return el; })(h("span", { class: "now" })) : null);
      const hours = h("div", { class: "hours", "aria-hidden": "true" }, [0, 0.25, 0.5, 0.75, 1].map(k => { const el = h("span", {}, clock(start + k * (end - start))); el.style.left = k * 100 + "%"; return el; }));
      $("day").replaceChildren(h("div", { class: "day" }, names.flatMap(name => [h("span", {}, name), track(name)]), h("span"), hours));
      $("next").textContent = nextText();
    },

    prices() {
      const list = live().prices || [];
      $("quotes").replaceChildren(...list.length ? list.map(p => {
        const tick = run.ticks.get(p.symbol), at = time(p.received) || time(p.stamped), seen = tick && tick.time ? Math.max(at, time(tick.time)) : at, isLive = status() && status().mode === "ws", stale = status() && status().data && status().data[p.symbol];
        return h("div", { class: "quote" }, h("div", {}, p.symbol), h("b", {}, price(p.symbol, mid(p.symbol))),
          h("div", { class: isLive && !p.fresh ? "bad" : null }, at === null ? "no price yet" : isLive ? `${long(now() - seen)} old` : `close of ${moment(at)}`),
          p.bid !== null && p.ask !== null ? h("div", {}, `spread ${A.number((p.ask - p.bid) / info(p.symbol).pip, 1)} pips`) : null, p.why ? h("div", { class: "bad" }, p.why) : null,
          stale && stale.gaps ? h("div", {}, count(stale.gaps, "gap")) : null);
      }) : [h("p", { class: "empty" }, "The run has told no price yet.")]);
    },

    candles() {
      const symbols = Object.keys(run.bars).length ? Object.keys(run.bars) : [...run.symbols.keys()];
      if (!symbols.includes(view.symbol)) { view.symbol = symbols[0] || null; view.chart = null; }
      $("symbols").replaceChildren(...symbols.map(name => h("button", { type: "button", "aria-pressed": String(name === view.symbol), onclick: () => { view.symbol = name; view.chart = null; view.touched = false; mark("candles"); } }, name)));
      const bars = run.bars[view.symbol] || [];
      if (!bars.length) { view.chart = null; return $("chart").replaceChildren(h("p", { class: "empty" }, status() && status().mode === "replay" ? "A replay keeps no bars: its candles are in the report." : "No bar of today is complete yet.")); }
      const had = document.activeElement && $("symbols").contains(document.activeElement);
      if (!view.chart || !view.touched) chart(bars);
      else { Object.assign(view.chart.data, columns(bars)); view.chart.view.draw(); }
      if (had) $("symbols").querySelector("[aria-pressed=true]").focus();
    },

    equity() {
      const { start } = run.day, points = [], button = (text, on, act) => h("button", { type: "button", "aria-pressed": String(on), onclick: () => { act(); mark("equity"); } }, text), had = $("spans").contains(document.activeElement) ? [...$("spans").children].indexOf(document.activeElement) : -1;
      $("spans").replaceChildren(button("Today", view.span === "today", () => { view.span = "today"; }), button("Run", view.span === "run", () => { view.span = "run"; }), button("R", !view.money, () => { view.money = false; }), button("Money", view.money, () => { view.money = true; }));
      if (had >= 0) $("spans").children[had].focus();
      const before = run.equity.filter(p => p[0] < start).pop() || [start, 0, 0], k = view.money ? 2 : 1, base = view.span === "today" ? before[k] : 0;
      for (const p of run.equity) if (view.span === "run" || p[0] >= start) points.push([p[0] / 1000, p[k] - base]);
      if (!points.length) return $("curve").replaceChildren(h("p", { class: "empty" }, view.span === "today" ? "No trade was closed today." : "No trade was closed yet."));
      let peak = 0;
      const line = { name: "all trades", time: points.map(p => p[0]), value: points.map(p => p[1]), under: points.map(p => { peak = Math.max(peak, p[1]); return p[1] - peak; }), start: 0 }, text = v => view.money ? money(v) : A.inR(v), last = points[points.length - 1];
      const from = view.span === "today" ? start / 1000 : Math.min(points[0][0], time(status() && status().since) / 1000 || points[0][0]), to = Math.max(last[0], Math.min(runTime(), run.day.end) / 1000, from + 60);
      C.equity($("curve"), { name: `${view.span === "today" ? "Today" : "The run"}: ${text(last[1])} in ${count(points.length === run.equity.length ? run.trades_of_run : points.length, "trade")}`, lines: [line], from, to, text, underText: text, height: 220 });
    },

    trades() {
      const all = [...run.trades.values()].filter(t => time(t.exit_time) >= run.day.start).sort((a, b) => b.trade_id - a.trade_id);
      if (!all.length) return $("closed").replaceChildren(h("p", { class: "empty" }, "No trade was closed today."));
      $("closed").replaceChildren(table("Trades of today, newest first", [["trade", 1], ["closed"], ["strategy"], ["symbol"], ["side"], ["entry", 1], ["exit", 1], ["why"], ["R", 1], ["money", 1], ["costs", 1], ["tag"]],
        all.slice(0, view.rows).map(t => [String(t.trade_id), moment(time(t.exit_time)), t.strategy, t.symbol, t.side, price(t.symbol, t.entry), price(t.symbol, t.exit), t.reason, { text: A.inR(t.r), tone: tone(t.r) }, { text: money(t.pnl), tone: tone(t.pnl) }, A.number(t.costs, 2), t.tag])),
        ...all.length > view.rows ? [h("button", { type: "button", onclick: () => { view.rows *= 4; mark("trades"); } }, `More of ${count(all.length, "trade")}`)] : []);
    },

    feed() {
      const list = run.feed.slice(-12).reverse();
      $("notes").replaceChildren(list.length ? table("What the journal notes, newest first", [["time"], ["what"], ["state"], ["detail"]], list.map(n => [n.time ? moment(time(n.time)) : "-", n.kind, n.state, n.detail])) : h("p", { class: "empty" }, status() && status().mode === "replay" ? "A replay has no feed." : "Nothing was noted today."));
    },
  };

  const mid = symbol => { const p = (live().prices || []).find(o => o.symbol === symbol), t = run.ticks.get(symbol); return t && p && time(t.time) > (time(p.stamped) || 0) && p.fresh ? t.mid : p ? p.mid : null; };
  const runTime = () => status() && status().mode === "replay" ? time(status().now) : now();

  function because(refused) {
    const s = status();
    if (!s || !isRunning()) return run.status.state === "running" ? "The run begins." : "The run does not go on.";
    if (!s.ok) return s.error || "The run cannot do its job at this moment.";
    const halts = live().halts || [], all = halts.find(x => x.strategy === null);
    if (all) return haltText(all);
    const parts = [];
    if (s.positions.length) parts.push(`${count(s.positions.length, "position")} ${s.positions.length === 1 ? "is" : "are"} open.`);
    if (s.pending && s.pending.length) parts.push(`${count(s.pending.length, "order")} ${s.pending.length === 1 ? "waits" : "wait"} for ${s.pending.length === 1 ? "its" : "their"} price.`);
    const at = runTime(), opens = run.day.windows.filter(w => at >= w.start && at < w.end).map(w => w.strategy);
    if (!opens.length) parts.push(`No session is open. ${nextText()}`);
    const last = run.decisions.filter(d => d.stage === "place" && d.result === "accepted").pop(), refusal = refused[refused.length - 1];
    if (refusal && (!last || time(refusal.time) >= time(last.time))) parts.push(`The last order, of ${refusal.strategy} in ${refusal.symbol} at ${moment(time(refusal.time))}, was blocked by ${refusal.result}: ${refusal.detail}.`);
    else if (!s.positions.length) parts.push(last ? `No order placed since ${moment(time(last.time))} UTC.` : "No order placed today.");
    for (const x of halts) parts.push(haltText(x));
    return parts.join(" ");
  }

  function nextText() {
    if (!isRunning()) return "";
    const at = runTime(), known = [...run.day.windows, ...(live().windows || []).map(w => ({ strategy: w.strategy, start: time(w.start), end: time(w.end) }))];
    const open = known.filter(w => at >= w.start && at < w.end), later = known.filter(w => w.start > at).sort((a, b) => a.start - b.start), names = list => [...new Set(list.map(w => w.strategy))].join(", ");
    const next = later.length ? `Next: ${names(later.filter(w => w.start === later[0].start))} at ${moment(later[0].start)} UTC, in ${long(later[0].start - at)}.` : "No other session is known.";
    return open.length ? `Open: ${names(open)}, until ${moment(Math.min(...open.map(w => w.end)))} UTC. ${next}` : next;
  }

  /** A position between its stop loss and its target. */
  function gauge(p) {
    const risk = Math.abs(p.entry - p.sl) || 1, up = p.side === "long" ? 1 : -1, r = v => (v - p.entry) * up / risk, target = p.tp === null || p.tp === undefined ? Math.max(2, p.r_open * 1.2) : r(p.tp), lo = Math.min(-1, r(p.sl));
    const share = v => Math.min(1, Math.max(0, (v - lo) / (target - lo || 1))) * 100 + "%", at = mid(p.symbol), here = at === null ? p.r_open : r(at), fill = h("span", { class: "fill" + (here > 0 ? " gain" : "") }), zero = h("span", { class: "entry" }), mark = h("span", { class: "mark" });
    fill.style.left = here > 0 ? share(0) : share(here);
    fill.style.width = `calc(${here > 0 ? share(here) : share(0)} - ${here > 0 ? share(0) : share(here)})`;
    zero.style.left = share(0);
    mark.style.left = share(here);
    return h("div", { class: "gauge" }, h("div", { class: "line" }, h("span", {}, h("b", { class: tone(p.r_open) }, A.inR(p.r_open)), ` ${p.strategy} ${p.symbol} ${p.side}`), h("span", {}, `${money(p.pnl_open)}, since ${moment(time(p.entry_time))}`)),
      h("div", { class: "track", role: "img", "aria-label": `${p.symbol}: ${A.inR(here)} between stop loss ${A.inR(lo)} and target ${A.inR(target)}` }, fill, zero, mark),
      h("div", { class: "ends" }, h("span", {}, `stop ${price(p.symbol, p.sl)}`), h("span", {}, `entry ${price(p.symbol, p.entry)}`), h("span", {}, p.tp === null || p.tp === undefined ? "no target" : `target ${price(p.symbol, p.tp)}`)));
  }

  // Candles

  const scaleOf = symbol => 10 ** (info(symbol).digits + 1);

  function columns(bars) {
    const scale = scaleOf(view.symbol), forming = run.forming.get(view.symbol), all = forming && forming[0] > bars[bars.length - 1][0] ? [...bars, forming] : bars, whole = k => all.map(b => Math.round(b[k] * scale));
    return { n: all.length, time: all.map(b => b[0] / 1000), open: whole(1), high: whole(2), low: whole(3), close: whole(4) };
  }

  function chart(bars) {
    const symbol = view.symbol, data = columns(bars), first = data.time[0], inR = t => `${t.strategy} ${t.side}, ${A.inR(t.r)}, ${t.reason}`;
    const trades = [...run.trades.values()].filter(t => t.symbol === symbol && time(t.exit_time) / 1000 >= first).map(t => ({ id: t.trade_id, side: t.side === "long" ? 1 : -1, from: time(t.entry_time) / 1000, entry: t.entry, to: time(t.exit_time) / 1000, exit: t.exit, stop: t.stop_loss, target: t.target === null ? NaN : t.target, gain: t.r > 0, lines: [`trade ${t.trade_id}: ${inR(t)}`] }));
    for (const p of status() ? status().positions : []) if (p.symbol === symbol) trades.push({ id: 0, side: p.side === "long" ? 1 : -1, from: time(p.entry_time) / 1000, entry: p.entry, to: Math.max(time(p.entry_time), data.time[data.n - 1] * 1000 + (run.interval_ms || 6e4)) / 1000, exit: mid(symbol) === null ? p.entry : mid(symbol), stop: p.sl, target: p.tp === null ? NaN : p.tp, gain: p.r_open > 0, lines: [`open: ${p.strategy} ${p.side}, ${A.inR(p.r_open)}`] });
    const crosses = run.decisions.filter(d => d.symbol === symbol && d.stage !== "cancel" && d.result !== "accepted" && d.result !== "filled" && time(d.time) / 1000 >= first).map(d => ({ time: time(d.time) / 1000, price: d.price, gate: d.result, text: `${d.result}: ${d.detail}` }));
    const drawn = C.candles($("chart"), { name: `${symbol}: ${A.number(data.close[data.n - 1] / scaleOf(symbol), info(symbol).digits)}, ${count(trades.length, "trade")} and ${count(crosses.length, "refusal")} since ${clock(first * 1000)} UTC`, detail: data, overview: null, interval: (run.interval_ms || 6e4) / 1000, scale: scaleOf(symbol), digits: info(symbol).digits, trades, crosses });
    if (data.n > MOST_BARS) drawn.show(data.time[data.n - 1]);
    view.chart = { view: drawn, data };
  }

  // Drawing when the browser has time, at most four times a second, and what tells an age each second

  function mark(...names) {
    for (const name of names) dirty.add(name);
    if (drawing) return;
    drawing = true;
    setTimeout(paint, 250);
  }

  function paint() {
    drawing = false;
    // First what makes the page seen: a chart takes the width that it has.
    const names = ["state", ...dirty];
    dirty.clear();
    for (const name of new Set(names)) if (run || name === "state" || name === "runs") draw[name]();
  }

  function tick() {
    mark("state");
    if (run) mark("prices", "windows", "positions", "limits", "why");
  }

  $("runs").addEventListener("change", () => { location.hash = "run=" + encodeURIComponent($("runs").value); });
  $("newer").addEventListener("click", () => { location.hash = "run=" + encodeURIComponent(list.runs[0].run); });
  // Light and dark: the system's, until the switch decides.
  const darkRule = [...document.styleSheets[0].cssRules].find(r => r.media && r.media.mediaText.includes("dark"));
  $("theme").addEventListener("click", () => {
    darkRule.media.mediaText = getComputedStyle(document.documentElement).colorScheme === "dark" ? "not all" : "screen";
    view.chart = null;
    mark("candles", "equity");
  });
  $("choice").addEventListener("submit", e => e.preventDefault());
  for (const kind of ["pointerdown", "wheel", "keydown"]) $("chart").addEventListener(kind, () => { view.touched = true; }, { passive: true });
  window.addEventListener("hashchange", go);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { view.chart = null; mark("candles"); });
  let width = 0;
  new ResizeObserver(() => { if (Math.abs(document.body.clientWidth - width) < 2) return; width = document.body.clientWidth; view.chart = null; if (run) mark("candles", "equity"); }).observe(document.body);

  function go() {
    const at = /^#run=(.+)$/.exec(location.hash);
    let id = null;
    try { id = at && decodeURIComponent(at[1]); } catch { /* Not a text that an address can hold: the newest run. */ }
    show(id);
  }

  setInterval(tick, 1000);
  setInterval(() => { if (run && !lost) learn().catch(() => { /* The loop that follows the run says so. */ }); }, RUNS_AGAIN);
  go();
})();

"use strict";
/* All that computes, without any access to the page: columns in, numbers out. Undefined is null; R and money are doubles, times seconds of UTC, days count from 1970-01-01. */
var Axfl = (() => {
  const NOTHING = 1e-9, Z95 = 1.959964, FEW = 30;
  const above = r => r > NOTHING, below = r => r < -NOTHING;

  // Unpacking

  const DIGITS = (() => {
    const table = new Uint8Array(128);
    [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"].forEach((c, i) => { table[c.charCodeAt(0)] = i; });
    return table;
  })();

  /** Bytes of base64. */
  function bytes(text) {
    let end = text.length;
    while (end > 0 && text[end - 1] === "=") end--;
    const out = new Uint8Array(Math.floor(end * 3 / 4));
    for (let i = 0, o = 0, held = 0, bits = 0; i < end; i++) {
      held = held << 6 | DIGITS[text.charCodeAt(i)];
      bits += 6;
      if (bits < 8) continue;
      bits -= 8;
      out[o++] = held >> bits & 255;
      held &= (1 << bits) - 1;
    }
    return out;
  }

  /** Columns of inflated JSON text (digits and names alone, so that a byte is a character): {n, name: [...]}; those named with a final ~ are summed up, one named n is n_. */
  function columns(raw) {
    let text = "";
    for (let i = 0; i < raw.length; i += 8192) text += String.fromCharCode.apply(null, raw.subarray(i, i + 8192));
    const { n, columns: packed } = JSON.parse(text), out = { n };
    for (const name of Object.keys(packed)) out[name === "n" ? "n_" : name.replace("~", "")] = name.endsWith("~") ? sumUp(packed[name]) : packed[name];
    return out;
  }

  function sumUp(steps) {
    let at = 0;
    return steps.map(step => at += step);
  }

  /** Bars of inflated bytes: open times in s, prices as whole numbers of the scale. */
  function bars(raw, interval) {
    let at = 0;
    const next = () => {
      let value = 0, factor = 1, byte;
      do { byte = raw[at++]; value += (byte & 127) * factor; factor *= 128; } while (byte > 127);
      return value;
    };
    const signed = () => { const v = next(); return v % 2 ? -(v + 1) / 2 : v / 2; };
    const n = next(), column = () => { const c = new Float64Array(n); for (let i = 0; i < n; i++) c[i] = signed(); return c; };
    const time = column(), open = column(), close = column(), high = column(), low = column();
    let t = 0, last = 0;
    for (let i = 0; i < n; i++) {
      time[i] = (t += time[i]) * interval;
      open[i] += last;
      close[i] = last = close[i] + open[i];
      high[i] += Math.max(open[i], close[i]);
      low[i] = Math.min(open[i], close[i]) - low[i];
    }
    return { n, time, open, high, low, close };
  }

  /** Parts of bars behind one another as one. */
  function joined(parts) {
    const all = { n: parts.reduce((n, p) => n + p.n, 0) };
    for (const name of ["time", "open", "high", "low", "close"]) {
      all[name] = new Float64Array(all.n);
      let at = 0;
      for (const part of parts) { all[name].set(part[name], at); at += part.n; }
    }
    return all;
  }

  const unpack = async (packed, inflate) => columns(await inflate(bytes(packed)));
  const unpackBars = async (packed, inflate, interval) => bars(await inflate(bytes(packed)), interval);

  const scaled = (column, scale) => Float64Array.from(column, v => v === null ? NaN : v / scale);
  const SCALES = { r: 1e4, mae: 1e4, mfe: 1e4, worst_r: 1e4, best_r: 1e4, pnl: 100, costs: 100, cost_spread: 100, cost_slippage: 100, cost_commission: 100, risk: 100 };

  function priced(cols, names, symbols) {
    for (const name of names) cols[name] = Float64Array.from(cols[name], (v, i) => v === null ? NaN : v / 10 ** (symbols[cols.symbol[i]].digits + 1));
  }

  /** Trades of unpacked columns, numbers in their units; missing ones NaN. */
  function trades(cols, symbols) {
    const out = { ...cols };
    for (const name of Object.keys(SCALES)) out[name] = cols[name] ? scaled(cols[name], SCALES[name]) : new Float64Array(cols.n).fill(NaN);
    priced(out, ["entry", "stop", "target", "exit"], symbols);
    return out;
  }

  /** Refusals of unpacked columns, likewise. */
  function refusals(cols, symbols) {
    const out = { ...cols, shadow_r: scaled(cols.shadow_r, 1e4) };
    priced(out, ["price"], symbols);
    return out;
  }

  // Filters

  const matches = (c, i, f, day) => (f.strategy < 0 || c.strategy[i] === f.strategy) && (f.symbol < 0 || c.symbol[i] === f.symbol) && (!f.side || !c.side || c.side[i] === f.side)
    && (f.from === null || day >= f.from) && (f.to === null || day <= f.to);

  /** Indices of what a filter lets through: {strategy, symbol} (-1: all), side (0: both), from, to (days, both included; null: open). */
  function filtered(c, f) {
    const out = [];
    for (let i = 0; i < c.n; i++) if (matches(c, i, f, c.day ? c.day[i] : Math.floor(c.time[i] / 86400))) out.push(i);
    return out;
  }

  // Elementary numbers

  const ratio = (a, b) => b === 0 || Math.abs(b) < NOTHING * Math.abs(a) || !isFinite(a / b) ? null : a / b;
  const moneyRatio = (a, b) => Math.abs(b) < 0.005 ? null : ratio(a, b);
  const sum = (column, idx) => { let s = 0; for (const i of idx) s += column[i]; return s; };
  const known = (column, idx) => { const s = sum(column, idx); return isNaN(s) ? null : s; };
  /** The least value with at least the share asked for at or below it, of ascending values. */
  const quantile = (sorted, share) => sorted[Math.min(Math.max(Math.ceil(share * sorted.length - NOTHING) - 1, 0), sorted.length - 1)];

  function deviation(values) {
    const n = values.length;
    if (n < 2) return null;
    let mean = 0, squares = 0, largest = 0;
    for (const v of values) mean += v;
    mean /= n;
    for (const v of values) { squares += (v - mean) * (v - mean); largest = Math.max(largest, Math.abs(v)); }
    const d = Math.sqrt(squares / (n - 1));
    return d <= 1e-12 * largest ? 0 : d;
  }

  /** 95 % interval of a share: E. B. Wilson, 1927. */
  function wilson(wins, n) {
    if (!n) return null;
    const p = wins / n, z = Z95, half = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)), middle = p + z * z / (2 * n), by = 1 + z * z / n;
    return [(middle - half) / by, (middle + half) / by];
  }

  // Totals

  /** The metrics of trades as the run's summary has them. */
  function metrics(t, idx, equity) {
    const n = idx.length, wins = idx.filter(i => above(t.r[i])), losses = idx.filter(i => below(t.r[i]));
    const won = sum(t.r, wins), lost = -sum(t.r, losses), total = sum(t.r, idx), pnl = sum(t.pnl, idx), costs = sum(t.costs, idx);
    let gross = 0, run = 0, longest = 0;
    for (const i of idx) {
      gross += Math.abs(t.pnl[i] + t.costs[i]);
      longest = Math.max(longest, run = below(t.r[i]) ? run + 1 : 0);
    }
    return {
      trades: n, wins: wins.length, losses: losses.length, win_rate: ratio(wins.length, n), total_r: total, average_r: ratio(total, n),
      profit_factor: losses.length ? ratio(won, lost) : null,
      payoff_ratio: wins.length && losses.length ? ratio(won / wins.length, lost / losses.length) : null,
      longest_losing_run: longest, average_mae_r: ratio(sum(t.mae, idx), n), average_mfe_r: ratio(sum(t.mfe, idx), n),
      max_drawdown_r: drawdown(t.r, idx, 0).absolute, max_drawdown_pct: drawdown(t.pnl, idx, equity).percent,
      pnl, costs, cost_spread: known(t.cost_spread, idx), cost_slippage: known(t.cost_slippage, idx), cost_commission: known(t.cost_commission, idx),
      cost_share: moneyRatio(costs, gross), equity: equity + pnl,
      sqn: ratio(n ? Math.sqrt(n) * (total / n) : 0, deviation(idx.map(i => t.r[i])) || 0),
    };
  }

  function drawdown(column, idx, start) {
    let value = start, peak = start, absolute = 0, percent = 0;
    for (const i of idx) {
      value += column[i];
      peak = Math.max(peak, value);
      absolute = Math.max(absolute, peak - value);
      if (peak > 0) percent = Math.max(percent, (peak - value) / peak * 100);
    }
    return { absolute, percent };
  }

  /** Result and underwater at each exit; money: equity and its share below the highest point. */
  function equity(t, idx, money, start) {
    const n = idx.length, time = new Float64Array(n), value = new Float64Array(n), under = new Float64Array(n);
    let v = money ? start : 0, peak = v, last = -Infinity;
    for (let k = 0; k < n; k++) {
      const i = idx[k];
      v += money ? t.pnl[i] : t.r[i];
      peak = Math.max(peak, v);
      time[k] = last = Math.max(last, t.exit_time[i]);
      value[k] = v;
      under[k] = money ? (peak > 0 ? v / peak - 1 : 0) : v - peak;
    }
    return { n, time, value, under, start: money ? start : 0 };
  }

  /** Falls from a highest point in R, deepest first: depth, from (time; null: the beginning), low, to (the exit that reaches it again; null), days. */
  function drawdowns(t, idx) {
    const out = [], e = equity(t, idx, false, 0);
    let fall = null, peakAt = null;
    for (let k = 0; k < e.n; k++) {
      if (below(e.under[k])) {
        fall = fall || { depth: 0, from: peakAt, low: 0, to: null };
        if (-e.under[k] > fall.depth) { fall.depth = -e.under[k]; fall.low = e.time[k]; }
      } else {
        if (fall) { fall.to = e.time[k]; out.push(fall); fall = null; }
        peakAt = e.time[k];
      }
    }
    if (fall) out.push(fall);
    for (const f of out) f.days = ((f.to === null ? e.time[e.n - 1] : f.to) - (f.from === null ? e.time[0] : f.from)) / 86400;
    return out.sort((a, b) => b.depth - a.depth);
  }

  /** Gross, each cost and net; in R each trade's costs over its risk. Null where files do not say. */
  function waterfall(t, idx, money) {
    const part = column => {
      let s = 0;
      for (const i of idx) s += money ? column[i] : column[i] === 0 ? 0 : column[i] / t.risk[i];
      return isFinite(s) ? s : null;
    };
    const net = sum(money ? t.pnl : t.r, idx), costs = part(t.costs);
    return { n: idx.length, gross: costs === null ? null : net + costs, costs, spread: part(t.cost_spread), slippage: part(t.cost_slippage), commission: part(t.cost_commission), net };
  }

  // Groups

  const group = () => ({ n: 0, r: 0, pnl: 0, wins: 0 });

  function add(g, t, i) {
    g.n++;
    g.r += t.r[i];
    g.pnl += t.pnl[i];
    if (above(t.r[i])) g.wins++;
    return g;
  }

  /** Sums by a key of each trade, in a Map. */
  function by(t, idx, key) {
    const out = new Map();
    for (const i of idx) {
      const k = key(i);
      if (!out.has(k)) out.set(k, group());
      add(out.get(k), t, i);
    }
    return out;
  }

  /** Year, month (1 to 12) and day of a day number; weekday from Monday 0. */
  function civil(day) {
    const d = new Date(day * 864e5);
    return { y: d.getUTCFullYear(), m: d.getUTCMonth() + 1, d: d.getUTCDate(), weekday: ((day + 3) % 7 + 7) % 7 };
  }

  const dayOf = (y, m, d) => Math.floor(Date.UTC(y, m - 1, d) / 864e5);

  /** Sums by trading day of the exit: days, months (y * 12 + m - 1), years. */
  function calendar(t, idx) {
    const month = i => { const c = civil(t.day[i]); return c.y * 12 + c.m - 1; };
    return { days: by(t, idx, i => t.day[i]), months: by(t, idx, month), years: by(t, idx, i => civil(t.day[i]).y) };
  }

  /** Seconds that a zone is ahead of UTC at a time. */
  function offset(zone, time) {
    let lo = 0, hi = zone.at.length - 1;
    while (lo < hi) {
      const middle = lo + hi + 1 >> 1;
      if (zone.at[middle] <= time) lo = middle; else hi = middle - 1;
    }
    return zone.offset.length ? zone.offset[lo] : 0;
  }

  /** Sums by time of day and weekday of entry in a zone. Quarters of an hour when all entries lie within five hours (across midnight too), else hours. */
  function when(t, idx, zone) {
    const quarters = new Array(96).fill(0), hours = [], weekdays = [0, 1, 2, 3, 4, 5, 6].map(group);
    const local = i => t.entry_time[i] + offset(zone, t.entry_time[i]), quarter = i => Math.floor((local(i) % 86400 + 86400) % 86400 / 900);
    for (const i of idx) {
      quarters[quarter(i)]++;
      add(weekdays[civil(Math.floor(local(i) / 86400)).weekday], t, i);
    }
    let start = -1;
    for (let s = 0; s < 96 && start < 0 && idx.length; s++) {
      let inside = 0;
      for (let k = 0; k < 20; k++) inside += quarters[(s + k) % 96];
      if (inside === idx.length && quarters[s]) start = s;
    }
    const fine = start >= 0, map = by(t, idx, i => fine ? (quarter(i) - start + 96) % 96 : Math.floor(quarter(i) / 4));
    const keys = [...map.keys()], first = Math.min(...keys), last = Math.max(...keys);
    for (let k = first; k <= last; k++) hours.push({ minute: fine ? (start + k) % 96 * 15 : k * 60, ...(map.get(k) || group()) });
    return { step: fine ? 15 : 60, times: hours, weekdays };
  }

  /** Trades by bins of R, 0.25 wide from -2 to 2, the ends open, split by exit reason; their mean. */
  function histogram(t, idx, reasons) {
    const bins = [];
    for (let k = 0; k < 18; k++) bins.push({ from: k ? -2 + (k - 1) / 4 : null, to: k < 17 ? -2 + k / 4 : null, n: 0, by: new Array(reasons).fill(0) });
    for (const i of idx) {
      const bin = bins[Math.min(Math.max(Math.floor((t.r[i] + 2 + NOTHING) * 4) + 1, 0), 17)];
      bin.n++;
      bin.by[t.reason[i]]++;
    }
    return { bins, mean: ratio(sum(t.r, idx), idx.length) };
  }

  /** Share of winners whose MAE was at or beyond -x R, x = 0.25, 0.5, 0.75 (Sweeney, 1996). */
  function heat(t, idx) {
    const winners = idx.filter(i => above(t.r[i]));
    return [0.25, 0.5, 0.75].map(x => ({ x, n: winners.length, share: ratio(winners.filter(i => t.mae[i] <= -x + NOTHING).length, winners.length) }));
  }

  /** Longest runs, the losing run of chance alone (Schilling, 1990) and the runs test (Wald, Wolfowitz, 1940). */
  function streaks(t, idx) {
    const n = idx.length;
    let winning = 0, losing = 0, win = 0, loss = 0, runs = 0, wins = 0, last = null;
    for (const i of idx) {
      const up = above(t.r[i]);
      winning = Math.max(winning, win = up ? win + 1 : 0);
      losing = Math.max(losing, loss = below(t.r[i]) ? loss + 1 : 0);
      if (up) wins++;
      if (up !== last) runs++;
      last = up;
    }
    const others = n - wins, q = others / n, m = 2 * wins * others / n + 1;
    return {
      n, winning, losing, runs, wins, others,
      chance: n && q > 0 && q < 1 ? Math.max(0, Math.log(n * (1 - q)) / -Math.log(q)) : null,
      z: n >= FEW && wins && others ? ratio(runs - m, Math.sqrt((m - 1) * (m - 2) / (n - 1))) : null,
    };
  }

  // Resampling

  const ROOTS = (() => {
    const primes = [];
    for (let p = 2; primes.length < 64; p++) if (primes.every(q => p % q)) primes.push(p);
    const part = x => (x - Math.floor(x)) * 4294967296 | 0;
    return { k: primes.map(p => part(Math.cbrt(p))), h: primes.slice(0, 8).map(p => part(Math.sqrt(p))) };
  })();

  /** SHA-256 of ASCII text as eight words. */
  function sha256(text) {
    const blocks = (text.length + 8 >> 6) + 1, words = new Int32Array(blocks * 16), w = new Int32Array(64), h = Int32Array.from(ROOTS.h), turn = (x, n) => x >>> n | x << 32 - n;
    for (let i = 0; i < text.length; i++) words[i >> 2] |= text.charCodeAt(i) << 24 - i % 4 * 8;
    words[text.length >> 2] |= 128 << 24 - text.length % 4 * 8;
    words[words.length - 1] = text.length * 8;
    for (let block = 0; block < blocks; block++) {
      let [a, b, c, d, e, f, g, j] = h;
      for (let i = 0; i < 64; i++) {
        const x = w[i - 15], y = w[i - 2];
        w[i] = i < 16 ? words[block * 16 + i] : w[i - 16] + (turn(x, 7) ^ turn(x, 18) ^ x >>> 3) + w[i - 7] + (turn(y, 17) ^ turn(y, 19) ^ y >>> 10);
        const one = j + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + (e & f ^ ~e & g) + ROOTS.k[i] + w[i] | 0;
        const two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + (a & b ^ a & c ^ b & c) | 0;
        j = g; g = f; f = e; e = d + one | 0; d = c; c = b; b = a; a = one + two | 0;
      }
      [a, b, c, d, e, f, g, j].forEach((v, i) => { h[i] += v; });
    }
    return h;
  }

  /** Uniform numbers in [0, 1): SplitMix64 (Steele, Lea, Flood, 2014) over two halves of 32 bits, begun by the first 8 bytes of the SHA-256 of a name. */
  function stream(name) {
    let [high, low] = sha256(name);
    return () => {
      const l = (low >>> 0) + 0x7F4A7C15;
      low = l | 0;
      high = high + 0x9E3779B9 + (l > 0xFFFFFFFF ? 1 : 0) | 0;
      let h = high ^ high >>> 30, z = low ^ (low >>> 30 | high << 2);
      const times = (bh, bl) => {
        const a0 = z & 65535, a1 = z >>> 16, b0 = bl & 65535, b1 = bl >>> 16;
        const t = a1 * b0 + (a0 * b0 >>> 16), u = a0 * b1 + (t & 65535);
        h = a1 * b1 + (t >>> 16) + (u >>> 16) + Math.imul(h, bl) + Math.imul(z, bh) | 0;
        z = Math.imul(z, bl);
      };
      times(0xBF58476D, 0x1CE4E5B9);
      z ^= z >>> 27 | h << 5;
      h ^= h >>> 27;
      times(0x94D049BB, 0x133111EB);
      z ^= z >>> 31 | h << 1;
      h ^= h >>> 31;
      return ((h >>> 0) * 2097152 + (z >>> 11)) / 9007199254740992;
    };
  }

  /** One draw of days by the stationary bootstrap (Politis, Romano, 1994). */
  function draw(seed, name, b, count, out) {
    const u = stream(`${seed}|${name}|${b}`), end = 1 / Math.max(1, Math.floor(Math.cbrt(count) + 0.5));
    out[0] = Math.floor(u() * count);
    for (let i = 1; i < count; i++) out[i] = u() < end ? Math.floor(u() * count) : out[i - 1] + 1 === count ? 0 : out[i - 1] + 1;
    return out;
  }

  /**
   * What the days could have come to in another order and choice: bands (5, 25, 50, 75, 95 %) over numbers of days, the run itself, interval of the end and of the mean trade, drawdowns, share below zero.
   * Null with fewer than 20 days, no trade or no seed. Column: r or pnl.
   */
  function resample(t, idx, days, seed, column, points = 150, draws = 1000) {
    const count = days.length, place = new Map(days.map((d, i) => [d, i]));
    if (count < 20 || !seed || !idx.length) return null;
    const byDay = days.map(() => []);
    for (const i of idx) if (place.has(t.day[i])) byDay[place.get(t.day[i])].push(column[i]);
    const first = new Int32Array(count + 1), flat = new Float64Array(idx.length);
    let filled = 0;
    byDay.forEach((list, d) => { for (const v of list) flat[filled++] = v; first[d + 1] = filled; });
    const steps = Math.min(points, count), at = [], marks = new Uint8Array(count + 1);
    for (let k = 1; k <= steps; k++) marks[Math.round(k * count / steps)] = 1;
    for (let k = 1; k <= count; k++) if (marks[k]) at.push(k);
    const grid = at.map(() => new Float64Array(draws)), ends = new Float64Array(draws), falls = new Float64Array(draws), means = [], drawn = new Int32Array(count);
    const walk = (order, meet) => {
      let s = 0, peak = 0, fall = 0, n = 0, column = 0;
      for (let k = 0; k < count; k++) {
        const day = order ? order[k] : k;
        for (let j = first[day]; j < first[day + 1]; j++) {
          s += flat[j];
          if (s > peak) peak = s;
          if (peak - s > fall) fall = peak - s;
        }
        n += first[day + 1] - first[day];
        if (marks[k + 1]) meet(column++, s);
      }
      return { s, fall, n };
    };
    for (let b = 0; b < draws; b++) {
      const w = walk(draw(seed, "report", b, count, drawn), (k, s) => { grid[k][b] = s; });
      ends[b] = w.s;
      falls[b] = w.fall;
      if (w.n) means.push(w.s / w.n);
    }
    const run = [], shares = [0.05, 0.25, 0.5, 0.75, 0.95];
    walk(null, (k, s) => run.push(s));
    for (const g of [...grid, ends, falls]) g.sort();
    means.sort((a, b) => a - b);
    const belowZero = ends.filter(below).length / draws;
    return {
      days: count, draws, at, run, bands: shares.map(share => grid.map(g => quantile(g, share))), end: [quantile(ends, 0.025), quantile(ends, 0.5), quantile(ends, 0.975)],
      mean: means.length ? [quantile(means, 0.025), quantile(means, 0.975)] : null, fall: [quantile(falls, 0.5), quantile(falls, 0.95)], belowZero,
    };
  }

  /** Undecided trades and total R between the two bounds. Null when none was measured. */
  function undecided(t, idx) {
    let n = 0, total = 0, worst = 0, best = 0;
    for (const i of idx) {
      const open = t.undecided[i] === 1;
      if (open) n++;
      total += t.r[i];
      worst += open ? t.worst_r[i] : t.r[i];
      best += open ? t.best_r[i] : t.r[i];
    }
    return { n, total, worst, best };
  }

  // Refused orders

  /** Refused and cancelled orders by stage and gate, in the order of both: [{stage, gate, n}]. Stage -1: of counts by day, which do not know it. */
  function refused(c, idx, counts) {
    const out = new Map(), note = (stage, gate, n) => {
      const key = stage * 1000 + gate, row = out.get(key) || { stage, gate, n: 0 };
      row.n += n;
      out.set(key, row);
    };
    for (const i of idx) note(counts ? -1 : c.stage[i], c.gate[i], counts ? c.n_[i] : 1);
    return [...out.values()].sort((a, b) => a.stage - b.stage || a.gate - b.gate);
  }

  /** What the orders a gate refused would have made: refused, filled, won, sum, mean and its 95 % interval (from 30). Of refusals or of their counts by day. */
  function gates(c, idx, count) {
    const out = [];
    for (let gate = 0; gate < count; gate++) out.push({ gate, refused: 0, filled: 0, overlapping: 0, won: 0, sum: 0, squares: 0, measured: false });
    for (const i of idx) {
      const g = out[c.gate[i]];
      if (!g) continue;
      if (c.n_) {
        g.refused += c.n_[i]; g.filled += c.filled[i]; g.won += c.won[i]; g.sum += c.sum_r[i]; g.squares += c.sum_r2[i];
        g.measured = g.measured || c.filled[i] > 0;
        continue;
      }
      g.refused++;
      g.measured = g.measured || c.shadow[i] > 0;
      if (c.shadow[i] === 3) g.overlapping++;
      if (c.shadow[i] !== 1) continue;
      const r = c.shadow_r[i];
      g.filled++; g.sum += r; g.squares += r * r;
      if (above(r)) g.won++;
    }
    for (const g of out) {
      const n = g.filled;
      g.mean = ratio(g.sum, n);
      const half = n >= FEW ? Z95 * Math.sqrt(Math.max(0, g.squares - g.sum * g.sum / n) / (n - 1) / n) : null;
      g.interval = half === null ? null : [g.mean - half, g.mean + half];
      g.verdict = !g.measured ? "" : n < FEW ? "too few to tell" : below(g.sum) ? "saved" : above(g.sum) ? "cost" : "neither";
    }
    return out;
  }

  /** Counts of refusals by day of unpacked columns. */
  const refusedDays = cols => ({ ...cols, sum_r: scaled(cols.sum_r, 1e4), sum_r2: scaled(cols.sum_r2, 1e8) });

  // For drawing

  /** Indices of the points that a line over so many pixel columns needs: first, lowest, highest and last of each. x ascends. */
  function thin(x, y, from, to, pixels) {
    const out = [], n = x.length;
    if (n <= pixels * 2) { for (let i = 0; i < n; i++) out.push(i); return out; }
    const column = i => Math.floor((x[i] - from) / (to - from || 1) * pixels);
    for (let i = 0; i < n;) {
      const c = column(i), first = i;
      let low = i, high = i;
      for (; i < n && column(i) === c; i++) { if (y[i] < y[low]) low = i; if (y[i] > y[high]) high = i; }
      for (const k of [...new Set([first, Math.min(low, high), Math.max(low, high), i - 1])]) out.push(k);
    }
    return out;
  }

  /** Bars from..to (indices) as at most so many columns, each from its first open to its last close, highest to lowest: [{from, to, open, high, low, close}]. */
  function candles(b, from, to, pixels) {
    const out = [], by = Math.max(1, (to - from) / pixels);
    for (let k = 0, i = from; i < to; k++) {
      const end = Math.max(i + 1, Math.min(to, Math.floor(from + (k + 1) * by)));
      let high = b.high[i], low = b.low[i];
      for (let j = i + 1; j < end; j++) { if (b.high[j] > high) high = b.high[j]; if (b.low[j] < low) low = b.low[j]; }
      out.push({ from: i, to: end, open: b.open[i], high, low, close: b.close[end - 1] });
      i = end;
    }
    return out;
  }

  /** Index of the last time at or before a time; -1: none. */
  function lastAt(times, time) {
    let lo = -1, hi = times.length - 1;
    while (lo < hi) {
      const middle = lo + hi + 1 >> 1;
      if (times[middle] <= time) lo = middle; else hi = middle - 1;
    }
    return lo;
  }

  /** Round numbers between two, about so many. */
  function ticks(lo, hi, about) {
    const raw = (hi - lo) / about || 1, power = 10 ** Math.floor(Math.log10(raw)), m = raw / power, step = (m > 5 ? 10 : m > 2 ? 5 : m > 1 ? 2 : 1) * power, out = [];
    for (let k = Math.ceil(lo / step - NOTHING); k * step <= hi + step * NOTHING; k++) out.push(Number((k * step).toPrecision(12)));
    return out;
  }

  /** Times between two at which an axis has a mark, with their text: years, months, days or hours, about so many. */
  function timeTicks(from, to, about) {
    const span = (to - from) / about, out = [], day = 86400, months = [1, 2, 3, 6, 12, 24, 60, 120].find(m => m * 30 * day >= span);
    if (span > 14 * day) {
      const c = civil(Math.floor(from / day));
      for (let k = Math.floor((c.y * 12 + c.m - 1) / months) * months; out.length < 99; k += months) {
        const at = dayOf(Math.floor(k / 12), k % 12 + 1, 1) * day;
        if (at > to) break;
        if (at >= from) out.push({ at, text: k % 12 === 0 ? String(k / 12) : months < 12 ? MONTHS[k % 12] + (out.length ? "" : " " + Math.floor(k / 12)) : "" });
      }
      if (out.length > 1 || months === 1) return out.filter(x => x.text);
    }
    const step = [60, 300, 900, 1800, 3600, 7200, 14400, 28800, day, 2 * day, 7 * day, 14 * day].find(s => s >= span) || 14 * day;
    for (let at = Math.ceil(from / step) * step; at <= to; at += step) {
      const c = civil(Math.floor(at / day));
      out.push({ at, text: at % day === 0 ? c.d + " " + MONTHS[c.m - 1] : clock(at) });
    }
    return out;
  }

  // Words

  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"], MINUS = "\u2212", two = v => String(v).padStart(2, "0");
  const missing = x => x === null || x === undefined || Number.isNaN(x);

  /** A number with so many decimals, thousands separated, a true minus sign; missing: -. */
  function number(x, decimals = 0) {
    if (missing(x)) return "-";
    const [whole, rest] = Math.abs(x).toFixed(decimals).split("."), text = whole.replace(/\B(?=(\d{3})+$)/g, ",") + (rest ? "." + rest : "");
    return (x < 0 && /[1-9]/.test(text) ? MINUS : "") + text;
  }

  /** The same with a + before what is above 0. */
  const signed = (x, decimals) => { const text = number(x, decimals); return x > 0 && /[1-9]/.test(text) ? "+" + text : text; };
  const inR = (x, decimals = 2) => missing(x) ? "-" : signed(x, decimals) + "R";
  const percent = x => missing(x) ? "-" : number(x * 100, 1) + " %";
  const clock = time => { const m = Math.floor((time % 86400 + 86400) % 86400 / 60); return two(Math.floor(m / 60)) + ":" + two(m % 60); };
  const date = day => { const c = civil(day); return c.y + "-" + two(c.m) + "-" + two(c.d); };
  const moment = time => date(Math.floor(time / 86400)) + " " + clock(time);

  /** The day of text YYYY-MM-DD; null when it is none. */
  function dayFrom(text) {
    const m = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text || "");
    if (!m) return null;
    const day = dayOf(+m[1], +m[2], +m[3]);
    return date(day) === m[0] ? day : null;
  }

  /** What is left, in one sentence. */
  function sentence(t, idx, money, currency) {
    const n = idx.length, w = waterfall(t, idx, money), text = (x, sign) => (sign ? signed : number)(x, money ? 2 : 1) + (money ? " " + currency : "R");
    if (!n) return "No trade.";
    const took = w.spread === null ? "costs" : w.commission ? "spread, slippage and commission" : "spread and slippage";
    const made = w.gross === null ? `${n === 1 ? "1 trade" : number(n) + " trades"} made ${text(w.net, true)}.`
      : `${n === 1 ? "1 trade" : number(n) + " trades"} made ${text(w.gross)} before costs; ${took} took ${text(w.costs)}; ${text(w.net)} is left.`;
    return made + (n < FEW ? ` With fewer than ${FEW} trades most of what follows is chance.` : "");
  }

  // Address

  const KEYS = ["s", "y", "d", "f", "e", "u", "z", "g", "t"];

  /** The view an address asks for: a part of it that names nothing known is left out. */
  function viewOf(hash, names) {
    const at = {};
    for (const part of hash.replace(/^#/, "").split("&")) {
      const cut = part.indexOf("=");
      if (cut < 1) continue;
      try { at[part.slice(0, cut)] = decodeURIComponent(part.slice(cut + 1).replace(/\+/g, " ")); } catch (e) { /* Not a text that an address can hold: as if it were not there. */ }
    }
    const trade = /^\d{1,9}$/.test(at.t || "") ? Number(at.t) : null;
    return {
      strategy: names.strategies.indexOf(at.s), symbol: names.symbols.indexOf(at.y), side: at.d === "long" ? 1 : at.d === "short" ? -1 : 0, from: dayFrom(at.f), to: dayFrom(at.e),
      money: at.u === "money", zone: Math.max(0, names.zones.indexOf(at.z)), gate: names.gates.indexOf(at.g), trade,
    };
  }

  /** The address of a view. */
  function hashOf(v, names) {
    const at = {
      s: names.strategies[v.strategy], y: names.symbols[v.symbol], d: v.side ? v.side > 0 ? "long" : "short" : null, f: v.from === null ? null : date(v.from), e: v.to === null ? null : date(v.to),
      u: v.money ? "money" : null, z: v.zone ? names.zones[v.zone] : null, g: names.gates[v.gate], t: v.trade,
    };
    return KEYS.filter(k => !missing(at[k])).map(k => k + "=" + encodeURIComponent(at[k])).join("&");
  }

  return {
    FEW, MONTHS, above, below, bytes, sumUp, columns, bars, joined, unpack, unpackBars, trades, refusals, refusedDays, filtered, ratio, sum, quantile, deviation, wilson, metrics, equity, drawdowns,
    waterfall, by, civil, dayOf, calendar, offset, when, histogram, heat, streaks, sha256, stream, draw, resample, undecided, refused, gates, thin, candles, lastAt, ticks, timeTicks,
    number, signed, inR, percent, clock, date, moment, dayFrom, sentence, viewOf, hashOf,
  };
})();

"use strict";
/* All that computes, without access to the page: columns in, numbers out. Undefined is null; times are seconds of UTC, days count from 1970-01-01; t: trades as columns, idx: places of those meant. */
var Axfl = (() => {
const NOTHING = 1e-9, Z95 = 1.959964, FEW = 30, DAY = 86400, { min, max, abs, floor, ceil, sqrt } = Math, above = r => r > NOTHING, below = r => r < -NOTHING, missing = x => x === null || x === undefined || x !== x;

const sumUp = steps => { let at = 0; return steps.map(step => at += step); };

/** Columns of inflated JSON; those whose name ends with ~ are summed up, one named n is n_. */
function columns(raw) {
	let text = "";
	for (let i = 0; i < raw.length; i += 8192) text += String.fromCharCode.apply(null, raw.subarray(i, i + 8192));
	const { n, columns: packed } = JSON.parse(text), out = { n };
	for (const [name, column] of Object.entries(packed)) out[name === "n" ? "n_" : name.replace("~", "")] = name.endsWith("~") ? sumUp(column) : column;
	return out;
}

/** Bars of inflated bytes, prices as whole numbers of their scale. step: s of a step of time. */
function bars(raw, step) {
	let at = 0, t = 0, last = 0;
	const next = () => {
		let value = 0, factor = 1, byte;
		do { byte = raw[at++]; value += (byte & 127) * factor; factor *= 128; } while (byte > 127);
		return value;
	};
	const n = next(), column = () => Float64Array.from({ length: n }, () => { const v = next(); return v % 2 ? -(v + 1) / 2 : v / 2; }), [time, open, close, high, low] = [column(), column(), column(), column(), column()];
	for (let i = 0; i < n; i++) {
		time[i] = (t += time[i]) * step;
		open[i] += last;
		close[i] = last = close[i] + open[i];
		high[i] += max(open[i], close[i]);
		low[i] = min(open[i], close[i]) - low[i];
	}
	return { n, time, open, high, low, close };
}

function joined(parts) {
	const all = { n: parts.reduce((n, p) => n + p.n, 0) };
	for (const name of ["time", "open", "high", "low", "close"]) {
		let at = 0;
		all[name] = new Float64Array(all.n);
		for (const part of parts) { all[name].set(part[name], at); at += part.n; }
	}
	return all;
}

const SCALES = { r: 1e4, mae: 1e4, mfe: 1e4, worst_r: 1e4, best_r: 1e4, shadow_r: 1e4, sum_r: 1e4, sum_r2: 1e8, pnl: 100, costs: 100, cost_spread: 100, cost_slippage: 100, cost_commission: 100, risk: 100 };

/** Columns in their units: R, money and prices, missing ones NaN. */
function rows(cols, symbols) {
	const out = { ...cols }, scaled = (name, scale) => { if (cols[name]) out[name] = Float64Array.from(cols[name], (v, i) => v === null ? NaN : v / scale(i)); };
	for (const name of Object.keys(SCALES)) scaled(name, () => SCALES[name]);
	for (const name of ["entry", "stop", "target", "exit", "price"]) scaled(name, i => 10 ** (symbols[cols.symbol[i]].digits + 1));
	return out;
}

/** Places of what a filter lets through: {strategy, symbol} (-1: all), side (0: both), from, to (days, both included; null: open). */
function filtered(c, f) {
	const out = [];
	for (let i = 0; i < c.n; i++) {
		const day = c.day ? c.day[i] : floor(c.time[i] / DAY);
		if ((f.strategy < 0 || c.strategy[i] === f.strategy) && (f.symbol < 0 || c.symbol[i] === f.symbol) && (!f.side || !c.side || c.side[i] === f.side) && (f.from === null || day >= f.from) && (f.to === null || day <= f.to)) out.push(i);
	}
	return out;
}

const ratio = (a, b) => b === 0 || abs(b) < NOTHING * abs(a) || !isFinite(a / b) ? null : a / b, sum = (column, idx) => { let s = 0; for (const i of idx) s += column[i]; return s; };
/** Nearest rank of ascending values. */
const quantile = (sorted, share) => sorted[min(max(ceil(share * sorted.length - NOTHING) - 1, 0), sorted.length - 1)];

function deviation(values) {
	const n = values.length, mean = values.reduce((a, v) => a + v, 0) / n, d = sqrt(values.reduce((a, v) => a + (v - mean) * (v - mean), 0) / (n - 1));
	return n < 2 ? null : d <= 1e-12 * values.reduce((a, v) => max(a, abs(v)), 0) ? 0 : d;
}

/** 95 % interval of a share (Wilson, 1927). */
function wilson(wins, n) {
	const p = wins / n, z = Z95, half = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n)), middle = p + z * z / (2 * n), by = 1 + z * z / n;
	return n ? [(middle - half) / by, (middle + half) / by] : null;
}

/** Totals of trades by the names of the run's summary. */
function metrics(t, idx, start) {
	const n = idx.length, wins = idx.filter(i => above(t.r[i])), losses = idx.filter(i => below(t.r[i])), won = sum(t.r, wins), lost = -sum(t.r, losses), total = sum(t.r, idx), gross = idx.reduce((a, i) => a + abs(t.pnl[i] + t.costs[i]), 0), deepest = money => equity(t, idx, money, start).under.reduce((a, v) => min(a, v), 0);
	return {
		trades: n, wins: wins.length, losses: losses.length, win_rate: ratio(wins.length, n), total_r: total, average_r: ratio(total, n), pnl: sum(t.pnl, idx), profit_factor: losses.length ? ratio(won, lost) : null,
		payoff_ratio: wins.length && losses.length ? ratio(won / wins.length, lost / losses.length) : null, max_drawdown_r: -deepest(false), max_drawdown_pct: -100 * deepest(true),
		cost_share: gross < 0.005 ? null : ratio(sum(t.costs, idx), gross), sqn: ratio(n ? sqrt(n) * (total / n) : 0, deviation(idx.map(i => t.r[i])) || 0),
	};
}

/** Result and underwater at each exit; money: equity and its share below the highest point. */
function equity(t, idx, money, start) {
	const n = idx.length, [time, value, under] = [0, 1, 2].map(() => new Float64Array(n));
	let v = start = money ? start : 0, peak = v, last = -Infinity;
	idx.forEach((i, k) => {
		peak = max(peak, v += money ? t.pnl[i] : t.r[i]);
		time[k] = last = max(last, t.exit_time[i]);
		value[k] = v;
		under[k] = !money ? v - peak : peak > 0 ? v / peak - 1 : 0;
	});
	return { n, time, value, under, start };
}

/** Falls from a highest point in R, deepest first; from null: the beginning, to null: not recovered. */
function drawdowns(t, idx) {
	const out = [], { n, time, under } = equity(t, idx);
	let fall = null, peakAt = null;
	for (let k = 0; k < n; k++) {
		if (below(under[k])) {
			if (!fall) out.push(fall = { depth: 0, from: peakAt, to: null });
			if (-under[k] > fall.depth) { fall.depth = -under[k]; fall.low = time[k]; }
			continue;
		}
		if (fall) fall.to = time[k];
		fall = null;
		peakAt = time[k];
	}
	for (const f of out) f.days = ((f.to === null ? time[n - 1] : f.to) - (f.from === null ? idx.reduce((a, i) => min(a, t.entry_time[i]), Infinity) : f.from)) / DAY;
	return out.sort((a, b) => b.depth - a.depth);
}

/** Gross, each cost and net; in R each trade's costs over its risk. */
function waterfall(t, idx, money) {
	const part = column => { const s = idx.reduce((a, i) => a + (column[i] === 0 ? 0 : money ? column[i] : column[i] / t.risk[i]), 0); return isFinite(s) ? s : null; }, net = sum(money ? t.pnl : t.r, idx), costs = part(t.costs);
	return { n: idx.length, gross: costs === null ? null : net + costs, costs, spread: part(t.cost_spread), slippage: part(t.cost_slippage), commission: part(t.cost_commission), net };
}

const group = () => ({ n: 0, r: 0, pnl: 0, wins: 0 });

function add(g, t, i) {
	g.n++;
	g.r += t.r[i];
	g.pnl += t.pnl[i];
	if (above(t.r[i])) g.wins++;
	g.rate = g.wins / g.n;
	g.mean = g.r / g.n;
}

/** Sums by a key of each trade. */
function by(t, idx, key) {
	const out = new Map();
	for (const i of idx) {
		const k = key(i);
		if (!out.has(k)) out.set(k, group());
		add(out.get(k), t, i);
	}
	return out;
}

/** Year, month from 1, day, weekday from Monday 0. */
function civil(day) {
	const d = new Date(day * 864e5);
	return { y: d.getUTCFullYear(), m: d.getUTCMonth() + 1, d: d.getUTCDate(), weekday: ((day + 3) % 7 + 7) % 7 };
}

const dayOf = (y, m, d) => floor(Date.UTC(y, m - 1, d) / 864e5);

/** Sums by trading day of the exit: days, months (y * 12 + m - 1), years. */
function calendar(t, idx) {
	const days = by(t, idx, i => t.day[i]), at = new Map([...days.keys()].map(d => [d, civil(d)]));
	return { days, months: by(t, idx, i => { const c = at.get(t.day[i]); return c.y * 12 + c.m - 1; }), years: by(t, idx, i => at.get(t.day[i]).y) };
}

/** Seconds that a zone is ahead of UTC at a time. */
const offset = (zone, time) => zone.offset[max(0, lastAt(zone.at, time))] || 0;

/** Sums by time of day and weekday of entry in a zone: quarters of an hour when all lie within five hours, else hours. */
function when(t, idx, zone) {
	const local = i => t.entry_time[i] + offset(zone, t.entry_time[i]), quarter = i => floor((local(i) % DAY + DAY) % DAY / 900), used = new Set(idx.map(quarter)), weekdays = [0, 1, 2, 3, 4, 5, 6].map(group), times = [];
	for (const i of idx) add(weekdays[civil(floor(local(i) / DAY)).weekday], t, i);
	const start = [...used].find(s => [...used].every(q => (q - s + 96) % 96 < 20)), fine = start !== undefined, map = by(t, idx, i => fine ? (quarter(i) - start + 96) % 96 : floor(quarter(i) / 4)), keys = [...map.keys()];
	for (let k = min(...keys); k <= max(...keys); k++) times.push({ minute: fine ? (start + k) % 96 * 15 : k * 60, ...(map.get(k) || group()) });
	return { step: fine ? 15 : 60, times, weekdays };
}

/** Trades by bins of R, 0.25 wide from -2 to 2, the ends open, split by exit reason; their mean. */
function histogram(t, idx, reasons) {
	const bins = Array.from({ length: 18 }, (_, k) => ({ from: k ? (k - 9) / 4 : null, to: k < 17 ? (k - 8) / 4 : null, n: 0, by: new Array(reasons).fill(0) }));
	for (const i of idx) {
		const bin = bins[min(max(floor((t.r[i] + 2 + NOTHING) * 4) + 1, 0), 17)];
		bin.n++;
		bin.by[t.reason[i]]++;
	}
	return { bins, mean: ratio(sum(t.r, idx), idx.length) };
}

/** Share of winners whose MAE was at or beyond -x R (Sweeney, 1996). */
function heat(t, idx) {
	const winners = idx.filter(i => above(t.r[i])), n = winners.length;
	return [0.25, 0.5, 0.75].map(x => ({ x, n, share: ratio(winners.filter(i => t.mae[i] <= -x + NOTHING).length, n) }));
}

/** Longest runs, the losing run of chance alone (Schilling, 1990) and the runs test (Wald, Wolfowitz, 1940). */
function streaks(t, idx) {
	const n = idx.length;
	let winning = 0, losing = 0, win = 0, loss = 0, runs = 0, wins = 0, last = null;
	for (const i of idx) {
		const up = above(t.r[i]);
		winning = max(winning, win = up ? win + 1 : 0);
		losing = max(losing, loss = below(t.r[i]) ? loss + 1 : 0);
		wins += up;
		runs += up !== last;
		last = up;
	}
	const others = n - wins, q = others / n, m = 2 * wins * others / n + 1;
	return { n, winning, losing, runs, wins, others, chance: q > 0 && q < 1 ? max(0, Math.log(n * (1 - q)) / -Math.log(q)) : null, z: n >= FEW && wins && others ? ratio(runs - m, sqrt((m - 1) * (m - 2) / (n - 1))) : null };
}

function undecided(t, idx) {
	const open = idx.filter(i => t.undecided[i]), total = sum(t.r, idx), bound = column => total + open.reduce((a, i) => a + column[i] - t.r[i], 0);
	return { n: open.length, total, worst: bound(t.worst_r), best: bound(t.best_r) };
}

const ROOTS = (() => {
	const primes = [], part = x => (x - floor(x)) * 4294967296 | 0;
	for (let p = 2; primes.length < 64; p++) if (primes.every(q => p % q)) primes.push(p);
	return { k: primes.map(p => part(Math.cbrt(p))), h: primes.slice(0, 8).map(p => part(sqrt(p))) };
})();

/** SHA-256 of plain text as eight words. */
function sha256(text) {
	const words = new Int32Array(((text.length + 8 >> 6) + 1) * 16), w = new Int32Array(64), h = Int32Array.from(ROOTS.h), turn = (x, n) => x >>> n | x << 32 - n;
	for (let i = 0; i < text.length; i++) words[i >> 2] |= text.charCodeAt(i) << 24 - i % 4 * 8;
	words[text.length >> 2] |= 128 << 24 - text.length % 4 * 8;
	words[words.length - 1] = text.length * 8;
	for (let block = 0; block < words.length; block += 16) {
		let [a, b, c, d, e, f, g, j] = h;
		for (let i = 0; i < 64; i++) {
			const x = w[i - 15], y = w[i - 2];
			w[i] = i < 16 ? words[block + i] : w[i - 16] + (turn(x, 7) ^ turn(x, 18) ^ x >>> 3) + w[i - 7] + (turn(y, 17) ^ turn(y, 19) ^ y >>> 10);
			const one = j + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + (e & f ^ ~e & g) + ROOTS.k[i] + w[i] | 0, two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + (a & b ^ a & c ^ b & c) | 0;
			[j, g, f, e, d, c, b, a] = [g, f, e, d + one | 0, c, b, a, one + two | 0];
		}
		[a, b, c, d, e, f, g, j].forEach((v, i) => { h[i] += v; });
	}
	return h;
}

/** Uniform numbers by name: SplitMix64 (Steele, Lea, Flood, 2014) in halves of 32 bits, begun by the SHA-256 of the name. */
function stream(name) {
	let [high, low] = sha256(name), h, z;
	const times = (bh, bl) => {
		const a = z & 65535, b = z >>> 16, c = bl & 65535, d = bl >>> 16, t = b * c + (a * c >>> 16), u = a * d + (t & 65535);
		h = b * d + (t >>> 16) + (u >>> 16) + Math.imul(h, bl) + Math.imul(z, bh) | 0;
		z = Math.imul(z, bl);
	};
	const mix = n => { z ^= z >>> n | h << 32 - n; h ^= h >>> n; };
	return () => {
		const l = (low >>> 0) + 0x7F4A7C15;
		z = low = l | 0;
		h = high = high + 0x9E3779B9 + (l > 0xFFFFFFFF) | 0;
		mix(30);
		times(0xBF58476D, 0x1CE4E5B9);
		mix(27);
		times(0x94D049BB, 0x133111EB);
		mix(31);
		return ((h >>> 0) * 2097152 + (z >>> 11)) / 9007199254740992;
	};
}

/** One draw of days by the stationary bootstrap (Politis, Romano, 1994). */
function draw(seed, name, b, count, out) {
	const u = stream(`${seed}|${name}|${b}`), end = 1 / max(1, floor(Math.cbrt(count) + 0.5));
	out[0] = floor(u() * count);
	for (let i = 1; i < count; i++) out[i] = u() < end ? floor(u() * count) : (out[i - 1] + 1) % count;
	return out;
}

/** What a column (r or pnl) could have come to on resampled days. Null below 20 days, 2 trades or without seed. */
function resample(t, idx, days, seed, column, points = 150, draws = 1000) {
	const count = days.length, place = new Map(days.map((d, i) => [d, i])), byDay = days.map(() => []), first = [0], flat = [], at = [];
	if (count < 20 || !seed || idx.length < 2) return null;
	for (const i of idx) if (place.has(t.day[i])) byDay[place.get(t.day[i])].push(column[i]);
	for (const list of byDay) { flat.push(...list); first.push(flat.length); }
	for (let k = 1, steps = min(points, count); k <= steps; k++) at.push(ceil(k * count / steps));
	const grid = at.map(() => new Float64Array(draws)), ends = new Float64Array(draws), falls = new Float64Array(draws), means = [], run = [], drawn = new Int32Array(count);
	const walk = (order, meet) => {
		let s = 0, peak = 0, fall = 0, n = 0, c = 0;
		for (let k = 0; k < count; k++) {
			const day = order ? order[k] : k, end = first[day + 1];
			for (let j = first[day]; j < end; j++, n++) {
				s += flat[j];
				if (s > peak) peak = s;
				if (peak - s > fall) fall = peak - s;
			}
			if (at[c] === k + 1) meet(c++, s);
		}
		return { s, fall, n };
	};
	for (let b = 0; b < draws; b++) {
		const w = walk(draw(seed, "report", b, count, drawn), (c, s) => { grid[c][b] = s; });
		ends[b] = w.s;
		falls[b] = w.fall;
		if (w.n) means.push(w.s / w.n);
	}
	walk(null, (c, s) => run.push(s));
	for (const g of [...grid, ends, falls]) g.sort();
	means.sort((a, b) => a - b);
	return {
		days: count, draws, at, run, bands: [0.05, 0.25, 0.5, 0.75, 0.95].map(share => grid.map(g => quantile(g, share))), end: [0.025, 0.5, 0.975].map(share => quantile(ends, share)),
		mean: means.length ? [quantile(means, 0.025), quantile(means, 0.975)] : null, fall: [quantile(falls, 0.5), quantile(falls, 0.95)], belowZero: ends.filter(below).length / draws,
	};
}

// Refused orders: one by one, or counts by day (those have n_)

/** Refused and cancelled orders by stage (-1: not known) and cause. */
function refused(c, idx) {
	const out = new Map();
	for (const i of idx) {
		const key = (c.n_ ? -1 : c.stage[i]) * 1000 + c.cause[i];
		out.set(key, (out.get(key) || 0) + (c.n_ ? c.n_[i] : 1));
	}
	return [...out].sort((a, b) => a[0] - b[0]).map(([key, n]) => ({ stage: floor(key / 1000), cause: (key + 1000) % 1000, n }));
}

/** What the orders that each gate refused would have made. */
function gates(c, idx, count) {
	const out = Array.from({ length: count }, (_, gate) => ({ gate, refused: 0, filled: 0, overlapping: 0, won: 0, sum: 0, squares: 0, measured: false }));
	for (const i of idx) {
		const g = out[c.gate[i]];
		if (!g) continue;
		const fills = c.n_ ? c.filled[i] : +(c.shadow[i] === 1), r = fills && !c.n_ ? c.shadow_r[i] : 0;
		g.refused += c.n_ ? c.n_[i] : 1;
		g.filled += fills;
		g.won += c.n_ ? c.won[i] : +above(r);
		g.sum += c.n_ ? c.sum_r[i] : r;
		g.squares += c.n_ ? c.sum_r2[i] : r * r;
		g.overlapping += c.n_ ? 0 : +(c.shadow[i] === 3);
		g.measured = g.measured || (c.n_ ? fills : c.shadow[i]) > 0;
	}
	for (const g of out) {
		const n = g.filled, half = n < FEW ? null : Z95 * sqrt(max(0, g.squares - g.sum * g.sum / n) / (n - 1) / n);
		g.mean = ratio(g.sum, n);
		g.interval = half === null ? null : [g.mean - half, g.mean + half];
		g.verdict = !g.measured ? "not measured" : n < FEW ? "too few to tell" : below(g.sum) ? "saved" : above(g.sum) ? "cost" : "neither";
	}
	return out;
}

/** The points that a line needs: first, lowest, highest and last of each pixel column. x ascends. */
function thin(x, y, from, to, pixels) {
	const out = [], n = x.length, column = i => n <= pixels * 2 ? i : floor((x[i] - from) / (to - from || 1) * pixels);
	for (let i = 0; i < n;) {
		const c = column(i), first = i;
		let low = i, high = i;
		for (; i < n && column(i) === c; i++) { if (y[i] < y[low]) low = i; if (y[i] > y[high]) high = i; }
		out.push(...new Set([first, min(low, high), max(low, high), i - 1]));
	}
	return out;
}

function candles(b, from, to, pixels) {
	const out = [], by = max(1, (to - from) / pixels);
	for (let k = 1, i = from; i < to; k++) {
		const end = max(i + 1, min(to, floor(from + k * by))), c = { from: i, to: end, open: b.open[i], high: b.high[i], low: b.low[i], close: b.close[end - 1] };
		for (; i < end; i++) { c.high = max(c.high, b.high[i]); c.low = min(c.low, b.low[i]); }
		out.push(c);
	}
	return out;
}

/** The last of ascending times at or before one; -1: none. */
function lastAt(times, time) {
	let lo = -1, hi = times.length - 1;
	while (lo < hi) {
		const middle = lo + hi + 1 >> 1;
		if (times[middle] <= time) lo = middle; else hi = middle - 1;
	}
	return lo;
}

function ticks(lo, hi, about) {
	const raw = (hi - lo) / about || 1, power = 10 ** floor(Math.log10(raw)), step = [1, 2, 5, 10].find(m => m * power >= raw * (1 - NOTHING)) * power, out = [];
	for (let k = ceil(lo / step - NOTHING); k * step <= hi + step * NOTHING; k++) out.push(Number((k * step).toPrecision(12)));
	return out;
}

/** Times between two for an axis, about so many: years, months, days or hours. */
function timeTicks(from, to, about) {
	const span = (to - from) / about, out = [], months = [1, 2, 3, 6, 12, 24, 60].find(m => m * 30 * DAY >= span) || 120, c = civil(floor(from / DAY));
	for (let k = floor((c.y * 12 + c.m - 1) / months) * months; span > 14 * DAY; k += months) {
		const at = dayOf(floor(k / 12), k % 12 + 1, 1) * DAY;
		if (at > to) return out;
		if (at >= from) out.push({ at, text: k % 12 ? MONTHS[k % 12] + (out.length ? "" : " " + floor(k / 12)) : String(k / 12) });
	}
	const step = [60, 300, 900, 3600, 14400, DAY, 2 * DAY, 7 * DAY].find(s => s >= span) || 14 * DAY;
	for (let at = ceil(from / step) * step; at <= to; at += step) out.push({ at, text: at % DAY ? clock(at) : dayMonth(at) });
	return out;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"], two = v => String(v).padStart(2, "0");

/** A number as readers see it; missing: -. */
function number(x, decimals = 0) {
	if (missing(x)) return "-";
	const [whole, rest] = abs(x).toFixed(decimals).split("."), text = whole.replace(/\B(?=(\d{3})+$)/g, ",") + (rest ? "." + rest : "");
	return (x < 0 && /[1-9]/.test(text) ? "\u2212" : "") + text;
}

const signed = (x, decimals) => { const text = number(x, decimals); return x > 0 && /[1-9]/.test(text) ? "+" + text : text; }, inR = (x, decimals = 2) => missing(x) ? "-" : signed(x, decimals) + "R", percent = x => missing(x) ? "-" : number(x * 100, 1) + "\u00a0%";
const clock = time => { const m = floor((time % DAY + DAY) % DAY / 60); return two(floor(m / 60)) + ":" + two(m % 60); }, date = day => { const c = civil(day); return c.y + "-" + two(c.m) + "-" + two(c.d); };
const moment = time => date(floor(time / DAY)) + " " + clock(time), dayMonth = time => { const c = civil(floor(time / DAY)); return c.d + " " + MONTHS[c.m - 1]; };

/** The day of text YYYY-MM-DD; null when it is none. */
function dayFrom(text) {
	const day = Date.parse(text + "T00:00Z") / 864e5;
	return day === day && date(day) === text ? day : null;
}

/** What is left, in one sentence. */
function sentence(t, idx, money, currency) {
	const n = idx.length, w = waterfall(t, idx, money), text = (x, say) => say(x, money ? 2 : 1) + (money ? " " + currency : "R"), took = w.spread === null ? "costs" : w.commission ? "spread, slippage and commission" : "spread and slippage";
	return !n ? "No trade." : (n === 1 ? "1 trade" : number(n) + " trades") + (w.gross === null ? ` made ${text(w.net, signed)}.` : ` made ${text(w.gross, number)} before costs; ${took} took ${text(w.costs, number)}; ${text(w.net, signed)} is left.`)
		+ (n < FEW ? ` With fewer than ${FEW} trades most of what follows is chance.` : "");
}

/** The filter that an address names: s strategy, y symbol, d side, f and e first and last day; unknown names filter nothing. */
const filterOf = (view, strategies, symbols) => ({ strategy: strategies.indexOf(view.s), symbol: symbols.indexOf(view.y), side: { long: 1, short: -1 }[view.d] || 0, from: dayFrom(view.f), to: dayFrom(view.e) });

return {
	FEW, DAY, MONTHS, above, sumUp, columns, bars, joined, rows, filtered, ratio, sum, wilson, metrics, equity, drawdowns, waterfall, by, civil, dayOf, calendar, when, histogram, heat, streaks, undecided,
	stream, draw, resample, refused, gates, thin, candles, lastAt, ticks, timeTicks, number, signed, inR, percent, clock, date, moment, sentence, filterOf,
};
})();

#!/usr/bin/env bash
# The whole process beside a bare one. Prints medians of wall and CPU time, and ratios.
#
#   tests/Benchmarks/floor.sh AXFL BARS [FLOOR [RUNS [DISK]]]
#
#   AXFL   folder of the published program: dotnet publish src/Axfl.Cli -c Release -r linux-x64 -p:PublishReadyToRun=true --self-contained false -o AXFL
#   BARS   canonical CSV of 5-minute bars of EURUSD; absent: it is made there, 750,000 of a fixed seed (ten years)
#   FLOOR  a program (not its folder) that takes `FILE oo` (read the bars and trade them, no files) and `hello` (do nothing); absent or -: no ratios to it
#   RUNS   alternating runs of each, default 7
#   DISK   a folder on the disk to measure, default the temporary folder; memory is /dev/shm
#
# Needs python3. The machine should be quiet: the load is printed with the figures.
set -euo pipefail
[ $# -ge 2 ] || { sed -n '2,13p' "$0"; exit 2; }
exec python3 - "$@" <<'PYTHON'
import os, random, shutil, subprocess, sys, tempfile, time
from datetime import datetime, timedelta

axfl, bars = os.path.join(sys.argv[1], "axfl"), os.path.abspath(sys.argv[2])
floor = sys.argv[3] if len(sys.argv) > 3 and sys.argv[3] != "-" else None
runs = int(sys.argv[4]) if len(sys.argv) > 4 else 7
disk = sys.argv[5] if len(sys.argv) > 5 else tempfile.gettempdir()


def make(path, count):
    """Sunday 22:00 to Friday 22:00 UTC, a random walk of whole points that is pulled back to 1.12."""
    rng, price, at = random.Random(20150104), 112000, datetime(2015, 1, 4, 22)
    with open(path, "w", newline="\n") as file:
        file.write("time,open,high,low,close,volume\n")
        for i in range(count):
            walk = [price]
            for _ in range(4):
                walk.append(walk[-1] + rng.randint(-12, 12) - (walk[-1] - 112000) // 8000)
            o, h, l, c = walk[0], max(walk), min(walk), walk[-1]
            prices = ",".join("%d.%05d" % divmod(p, 100000) for p in (o, h, l, c))
            file.write("%s,%s,%d\n" % (at.strftime("%Y-%m-%dT%H:%M:00Z"), prices, rng.randint(80, 320)))
            price = c
            at += timedelta(minutes=5) if (i + 1) % 1440 else timedelta(days=2, minutes=5)


if not os.path.exists(bars):
    make(bars, 750_000)
rows = sum(1 for _ in open(bars)) - 1


def head(count):
    path = os.path.join(scratch, "%d.csv" % count)
    with open(bars) as whole, open(path, "w") as part:
        part.writelines(line for _, line in zip(range(count + 1), whole))
    return path


def replay(path, *more):
    return lambda out: [axfl, "live-port", "--data", "EURUSD=" + path, "--set", "symbols=[EURUSD]", "--status-format", "none", "--out", out, *more]


scratch = tempfile.mkdtemp()
few = "status_every_bars=100000"
cases = {
    "replay on disk": (replay(bars), disk),
    "replay in memory": (replay(bars), "/dev/shm"),
    "replay in memory, hardly a status": (replay(bars, "--set", few), "/dev/shm"),
    "three weeks in memory": (replay(head(4320)), "/dev/shm"),
    "no command (--version)": (lambda out: [axfl, "--version"], "/dev/shm"),
}
# Linear in bars, symbols and strategies: CPU, which a busy machine disturbs less than the wall clock.
for times in (1, 10, 50):
    count = rows // 50 * times
    cases["bars x %d (%d)" % (times, count)] = (replay(head(count), "--set", few), "/dev/shm")


def plan(symbols, strategies):
    """A sessions file of so many made-up symbols, each of so many strategies."""
    names = ["%c%cXUSD" % (65 + i // 26, 65 + i % 26) for i in range(symbols)]
    path = os.path.join(scratch, "%d-%d.yaml" % (symbols, strategies))
    with open(path, "w") as file:
        file.write("instruments:\n")
        for name in names:
            file.write("  %s: {base: %s, quote: USD, pip: 0.0001, digits: 5, spread_pips: 0.6}\n" % (name, name[:3]))
        file.write("portfolio:\n  interval: 5m\n  source: csv\n  status_every_bars: 100000\n  symbols: [%s]\n" % ", ".join(names))
        file.write("  strategies:\n")
        for i in range(strategies):
            file.write('    - {name: lsg, id: lsg%d, windows: [{start: "07:00", end: "10:00"}]}\n' % i)
    return names, path


def portfolio(path, symbols, strategies):
    names, sessions = plan(symbols, strategies)
    data = [word for name in names for word in ("--data", "%s=%s" % (name, path))]
    return lambda out: [axfl, "live-port", "--cfg", sessions, *data, "--status-format", "none", "--out", out]


for times in (1, 10, 50):
    cases["symbols x %d" % times] = (portfolio(head(rows // 50), times, 1), "/dev/shm")
for times in (1, 10, 50):
    cases["strategies x %d" % times] = (portfolio(head(rows // 50), 1, times), "/dev/shm")
if floor:
    cases["floor"] = (lambda out: [floor, bars, "oo"], "/dev/shm")
    cases["empty process"] = (lambda out: [floor, "hello"], "/dev/shm")

taken = {name: [] for name in cases}
print("load %.1f, %d bars, %d runs" % (os.getloadavg()[0], rows, runs), flush=True)
try:
    for turn in range(runs + 1):
        for name, (command, place) in cases.items():
            out = tempfile.mkdtemp(dir=place)
            began = time.monotonic()
            process = subprocess.Popen(command(out), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
            said = process.stderr.read()
            _, status, used = os.wait4(process.pid, 0)
            wall = time.monotonic() - began
            shutil.rmtree(out)
            if status:
                sys.exit("%s failed:\n%s" % (name, said.decode(errors="replace")))
            if turn:  # The first warms the caches of the files.
                taken[name].append((wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024))
finally:
    shutil.rmtree(scratch)

median = {name: [sorted(column)[len(column) // 2] for column in zip(*figures)] for name, figures in taken.items()}
print("%-36s %8s %8s %8s" % ("", "wall s", "CPU s", "MiB"))
for name, (wall, cpu, memory) in median.items():
    print("%-36s %8.3f %8.3f %8.0f" % (name, wall, cpu, memory))
if floor:
    print("%-36s %8s %8s" % ("ratio", "wall", "CPU"))
    for name, to in (("replay on disk", "floor"), ("replay in memory", "floor"), ("replay in memory, hardly a status", "floor"), ("three weeks in memory", "empty process")):
        print("%-36s %8.1f %8.1f  of the %s" % (name, median[name][0] / median[to][0], median[name][1] / median[to][1], to))
PYTHON

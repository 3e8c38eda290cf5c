using System.Globalization;
using Axfl.Benchmarks;
using BenchmarkDotNet.Running;

// live-load [SECONDS]: the sustained load of a live run; anything else goes to BenchmarkDotNet.
if (args is ["live-load", .. var rest]) await LiveLoad.Run(rest is [var seconds] ? int.Parse(seconds, CultureInfo.InvariantCulture) : 300);
else BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);

using Axfl.Contracts;

namespace Axfl.Cli.Tests.Fakes;

/// <summary>Walk-forwards with a given answer.</summary>
internal sealed class FakeWalkForward : IWalkForward
{
    public WalkForwardRequest? Request { get; private set; }

    public WalkForwardReport Report { get; init; } = new() { Sweep = "s", Trials = 4, Choose = "plateau", Since = Samples.Monday, Until = Samples.Monday.AddDays(30), Text = "Weak." };

    public WalkForwardReport Run(WalkForwardRequest request, IProgress<WalkForwardProgress>? progress, CancellationToken cancellation)
    {
        Request = request;
        progress?.Report(new(1, 2, 3, 4));
        return Report;
    }
}

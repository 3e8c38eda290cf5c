<#
.SYNOPSIS
    A strategy in C#, compiled in the session: buys at each full hour.
.DESCRIPTION
    -IgnoreWarnings: the contracts are built for .NET 8, and the compiler of a newer PowerShell remarks on it.
#>
param([hashtable] $Run = @{})

if (-not ('Hourly' -as [type])) {
    Add-Type -IgnoreWarnings -WarningAction SilentlyContinue -ReferencedAssemblies ([Axfl.Contracts.IStrategy].Assembly.Location), System.Runtime, System.Collections -TypeDefinition @'
using Axfl.Contracts;

public sealed record HourlyParameters : StrategyParameters
{
    [StrategyParameter("pips", Min = 1, Max = 100, Help = "Distance of the stop loss.")]
    public double StopPips { get; init; } = 10;
}

[Strategy("hourly", "Buys at each full hour.")]
public sealed class Hourly : IStrategy
{
    private readonly double _stop;

    public Hourly(HourlyParameters parameters, StrategySetup setup)
    {
        _stop = parameters.StopPips * setup.Instrument.Pip;
    }

    public void OnBar(in Bar bar, IOrderDesk desk)
    {
        if (bar.OpenTime.Minute == 55)
            desk.Place(new EntryOrder(Side.Long, EntryType.Market, bar.Close, bar.Close - _stop, bar.Close + 2 * _stop));
    }
}
'@
}

[Hourly] | Register-AxflStrategy -Force

@'
portfolio:
  symbols: [EURUSD]
  source: simulated
  strategies:
    - name: hourly
      windows: [{start: "07:00", end: "16:00"}]
      params: {stop_pips: 12}
'@ | Set-Content -Path hourly.yaml

Start-AxflLivePort -Path hourly.yaml @Run | Select-Object -Last 1

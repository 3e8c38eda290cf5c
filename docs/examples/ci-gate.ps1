<#
.SYNOPSIS
    A gate for CI: replays, measures, and fails when the result is worse than what was agreed.
#>
param(
    [hashtable] $Run = @{},
    [double] $LeastR = -10,
    [double] $MaxDrawdownPct = 5
)

$ErrorActionPreference = 'Stop'

function Assert-Portfolio {
    param(
        [Parameter(ValueFromPipeline)] [Axfl.Contracts.PortfolioMetrics] $Metrics,
        [double] $LeastR,
        [double] $MaxDrawdownPct
    )
    process {
        if ($Metrics.TotalR -lt $LeastR) { throw "Total R $($Metrics.TotalR) is below $LeastR." }
        if ($Metrics.MaxDrawdownPct -gt $MaxDrawdownPct) { throw "Drawdown $($Metrics.MaxDrawdownPct) % is above $MaxDrawdownPct %." }
        $Metrics
    }
}

Start-AxflLivePort @Run -WarningAction SilentlyContinue | Measure-AxflPortfolio |
    Assert-Portfolio -LeastR $LeastR -MaxDrawdownPct $MaxDrawdownPct

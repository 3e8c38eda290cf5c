<#
.SYNOPSIS
    Replays several profiles at once and compares them.
#>
param(
    [string[]] $Profiles = @('portfolio', 'portfolio_london', 'portfolio_ny'),
    [hashtable] $Run = @{},
    [string] $Module = 'Axfl'
)

$Profiles | ForEach-Object -ThrottleLimit 4 -Parallel {
    Import-Module $using:Module
    $arguments = $using:Run
    $last = Start-AxflLivePort @arguments -Profile $_ -WarningAction SilentlyContinue | Select-Object -Last 1
    [pscustomobject]@{ Profile = $_; Trades = $last.Total.Trades; R = [math]::Round($last.Total.R, 2); Run = $last.Run }
} | Sort-Object Profile

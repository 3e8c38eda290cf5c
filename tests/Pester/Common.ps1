# What every test file begins with: the built module, and a folder of its own to run in.
$root = (Resolve-Path "$PSScriptRoot/../..").Path
# AXFL_MODULE: the folder of an installed module, to test what was packed instead of what was built.
$axfl = if ($env:AXFL_MODULE) { $env:AXFL_MODULE } else { "$root/out/module/Axfl" }
Import-Module "$axfl/Axfl.psd1" -ErrorAction Stop

# A replay of simulated bars that takes a tenth of a second and trades.
$short = @{ Source = 'simulated'; Since = '2025-01-06'; Until = '2025-01-11'; WarningAction = 'SilentlyContinue' }

function Write-Bar {
    # Writes a canonical CSV of five-minute bars: a quiet wave, no trade needed.
    param([string] $Path, [datetime] $From = [datetime]::new(2025, 1, 6, 0, 0, 0, [DateTimeKind]::Utc), [int] $Count = 288)
    $invariant = [cultureinfo]::InvariantCulture
    $lines = for ($i = 0; $i -lt $Count; $i++) {
        $price = 1.10 + 0.001 * [math]::Sin($i / 20)
        $next = 1.10 + 0.001 * [math]::Sin(($i + 1) / 20)
        [string]::Format($invariant, '{0:yyyy-MM-ddTHH:mm:ssZ},{1:F5},{2:F5},{3:F5},{4:F5},1', $From.AddMinutes(5 * $i), $price,
            [math]::Max($price, $next) + 0.0001, [math]::Min($price, $next) - 0.0001, $next)
    }
    Set-Content -LiteralPath $Path -Value (@('time,open,high,low,close,volume') + $lines)
}

<#
.SYNOPSIS
    A strategy written as a script block: the direction of the first half hour after eight, once a day.
#>
param([hashtable] $Run = @{})

Register-AxflStrategy -Name eight -Force -Parameter @{ stop_pips = 10; minutes = 30 } -ScriptBlock {
    $minute = $bar.OpenTime.Hour * 60 + $bar.OpenTime.Minute - 480
    if ($minute -eq 0) { $state.open = $bar.Open }
    if ($minute -ne $parameters.minutes -or -not $state.open) { return }
    $up = $bar.Close -gt $state.open
    $distance = ($up ? 1 : -1) * $parameters.stop_pips * $desk.Pip
    $desk.Market(($up ? 'Long' : 'Short'), $bar.Close - $distance, $bar.Close + 2 * $distance, 'eight')
    $state.open = $null
}

@'
portfolio:
  symbols: [EURUSD, GBPUSD]
  source: simulated
  strategies:
    - name: eight
      windows: [{start: "08:00", end: "12:00"}]
      params: {stop_pips: 12.5}
'@ | Set-Content -Path eight.yaml

Start-AxflLivePort -Path eight.yaml @Run | Select-Object -Last 1

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    function Write-Sweep {
        # A sweep of two trials over simulated bars, a week of training and one of test each.
        param([string] $Strategy, [string] $Axis, [string] $Values)
        "portfolio: {symbols: [EURUSD], source: simulated, warmup_days: 1, strategies: [{name: $Strategy, windows: [{start: '07:00', end: '10:00'}]}]}" | Set-Content "$TestDrive/plan.yaml"
        @"
sweep:
  name: walk
  sessions: plan.yaml
  since: 2025-07-07
  until: 2025-07-28
  axes: {$($Axis): $Values}
  objective: {by: AverageR, min_trades: 1}
  walk_forward: {train: 1w, test: 1w}
"@ | Set-Content "$TestDrive/walk.yaml"
    }
}

Describe 'Invoke-AxflWalkForward' {
    BeforeEach { Push-Location $TestDrive }
    AfterEach { Pop-Location }
    It 'gives the report of its windows, and takes from the store what is there' {
        Write-Sweep arls strategies.arls.params.sweep_pips '[1, 2]'
        $report = Invoke-AxflWalkForward walk.yaml -Store walk.db
        $report | Should -BeOfType Axfl.Contracts.WalkForwardReport
        $report.Windows.Count | Should -Be 2
        $report.Windows[0].TestSince | Should -Be ([datetime]::new(2025, 7, 14))
        "$TestDrive/walk.db" | Should -Exist
        (Invoke-AxflWalkForward walk.yaml -Store walk.db | ConvertTo-Json -Depth 4) | Should -Be ($report | ConvertTo-Json -Depth 4)
    }
    It 'runs scripts on several threads' {
        Register-AxflStrategy -Name eightish -Force -Parameter @{ stop_pips = 10 } -ScriptBlock {
            if ($bar.OpenTime.Hour -eq 8 -and $bar.OpenTime.Minute -eq 0) { $desk.Market('Long', $bar.Close - $parameters.stop_pips * $desk.Pip, $bar.Close + $parameters.stop_pips * $desk.Pip) }
        }
        Write-Sweep eightish strategies.eightish.params.stop_pips '[8, 12]'
        $report = Invoke-AxflWalkForward walk.yaml -Store scripts.db -Throttle 2
        $report.Windows.Trial | Should -Not -Contain $null
        $report.Failed | Should -Be 0
    }
    It 'does nothing with -WhatIf' {
        Write-Sweep arls strategies.arls.params.sweep_pips '[1, 2]'
        Invoke-AxflWalkForward walk.yaml -Store never.db -WhatIf | Should -BeNullOrEmpty
        "$TestDrive/never.db" | Should -Not -Exist
    }
    It 'names what the file lacks' {
        "sweep: {name: a, sessions: plan.yaml, axes: {risk.max_open_positions: [1, 2]}}" | Set-Content "$TestDrive/none.yaml"
        { Invoke-AxflWalkForward none.yaml } | Should -Throw '*has no walk_forward*'
    }
}

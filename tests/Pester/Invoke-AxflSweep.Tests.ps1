BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Push-Location $TestDrive
    Set-Content sessions.yaml @'
portfolio:
  symbols: [EURUSD]
  source: simulated
  strategies:
    - name: lsg
      windows: [{start: "07:00", end: "10:00"}]
'@
    Set-Content sweep.yaml @'
sweep:
  name: first
  sessions: sessions.yaml
  since: 2025-03-03
  until: 2025-04-01
  axes:
    strategies.lsg.params.sweep_pips: [2, 3]
    risk.max_open_positions: {from: 1, to: 2, step: 1}
'@
}

AfterAll { Pop-Location }

Describe 'Sweeps: Invoke-AxflSweep, Test-AxflSweep, Export-AxflSweepTrial, Start-AxflLivePort -Trial, Stop-AxflSweep' {
    It 'gives its plan with -WhatIf and writes nothing' {
        $plan = Invoke-AxflSweep sweep.yaml -WhatIf
        $plan.Trials | Should -Be 4
        $plan.Streams | Should -Be 2
        'sweeps.db' | Should -Not -Exist
    }
    It 'gives the trials in the order of their numbers, with their parameters and metrics' {
        $trials = Invoke-AxflSweep sweep.yaml
        $trials.Trial | Should -Be 1, 2, 3, 4
        $trials[1].Parameters['risk.max_open_positions'] | Should -Be 2
        $trials[0].PSTypeNames[0] | Should -Be 'Axfl.SweepTrial'
        $trials | ForEach-Object { $_.State | Should -Be done; $_.LedgerHash | Should -Match '^[0-9a-f]{64}$' }
    }
    It 'computes nothing twice, and stops when the pipeline has enough' {
        $one = Invoke-AxflSweep sweep.yaml | Select-Object -First 1
        $one.Trial | Should -Be 1
        $one.LedgerHash | Should -Be (Invoke-AxflSweep sweep.yaml | Select-Object -First 1).LedgerHash
    }
    It 'takes axes at the prompt in their order' {
        $trials = Invoke-AxflSweep -Name prompt -SessionsPath sessions.yaml -Since 2025-03-03 -Until 2025-04-01 -Axis ([ordered]@{
                'strategies.lsg.params.sweep_pips' = 3, 2
                'risk.max_open_positions'          = @{ from = 1; to = 2; step = 1 }
            }) -Where 'strategies.lsg.params.sweep_pips > 2'
        $trials.Count | Should -Be 2
        $trials[0].Parameters.Keys | Should -Be 'strategies.lsg.params.sweep_pips', 'risk.max_open_positions'
    }
    It 'lists every error of the sweep at once' {
        { Invoke-AxflSweep -Name bad -SessionsPath sessions.yaml -Axis @{ 'risk.max_open' = 1, 2; 'costs.min_slippage_pips' = 'high' } } |
            Should -Throw -ErrorId 'SweepFileInvalid,*'
    }
    It 'is a job with -AsJob' {
        $job = Invoke-AxflSweep sweep.yaml -AsJob
        ($job | Wait-Job | Receive-Job).Count | Should -Be 4
        $job.State | Should -Be Completed
        $job.Report.Reused | Should -Be 4
        Remove-Job $job
    }
    It 'verifies: gives the ledgers of the store again, alone as plain replays' {
        $checks = Test-AxflSweep first -Sample 2
        $checks.Trial | Should -Be 1, 3
        $checks.Ok | Should -Not -Contain $false
    }
    It 'verifies trials from the pipeline' {
        (Invoke-AxflSweep sweep.yaml | Where-Object Trial -EQ 4 | Test-AxflSweep).Trial | Should -Be 4
    }
    It 'exports a sessions file that gives the ledger of the trial' {
        Export-AxflSweepTrial first 3 -Path chosen.yaml | Should -Exist
        $last = Start-AxflLivePort -Path chosen.yaml -Since 2025-03-03 -Until 2025-04-01 | Select-Object -Last 1
        $last.Total.Trades | Should -Be (Invoke-AxflSweep sweep.yaml)[2].Trades
        { Export-AxflSweepTrial first 3 -Path chosen.yaml } | Should -Throw -ErrorId 'OutputExists,*'
    }
    It 'replays a trial with all its files' {
        Start-AxflLivePort -Trial first/2 -RunId again | Out-Null
        (Measure-AxflPortfolio again).Trades | Should -Be (Invoke-AxflSweep sweep.yaml)[1].Trades
        { Start-AxflLivePort -Trial first/2 -Profile other } | Should -Throw -ErrorId 'ParameterRefusedByTrial,*'
    }
    It 'names a sweep that is not running' {
        { Stop-AxflSweep first -ErrorAction Stop } | Should -Throw -ErrorId 'SweepNotRunning,*'
    }
    It 'stops a job, which keeps what is done' {
        $job = Invoke-AxflSweep -Name long -SessionsPath sessions.yaml -Since 2025-01-06 -Until 2025-06-01 -Throttle 1 -AsJob -Axis @{
            'strategies.lsg.params.sweep_pips' = @{ from = 1; to = 9; step = 0.005 }
        }
        while (-not $job.HasMoreData -or $job.Output.Count -eq 0) { [Threading.Thread]::Sleep(20) }
        Stop-AxflSweep long
        $job | Wait-Job | Out-Null
        $job.State | Should -Be Stopped
        $job.Report.Left | Should -BeGreaterThan 0
        $job.Report.Done | Should -BeGreaterThan 0
        Remove-Job $job
    }
}

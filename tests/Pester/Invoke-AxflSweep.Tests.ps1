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
    It 'says with -Pool command how many chunks there are, and gives the trials of -Pool local when they are done' {
        $submitted = Invoke-AxflSweep sweep.yaml -Store chunks.db -Pool command -ChunkSeconds 0.000001 -ShareData
        $submitted.PSTypeNames[0] | Should -Be 'Axfl.SweepReport'
        $submitted.Chunks | Should -BeGreaterThan 1
        $submitted.Left | Should -Be 4
        $submitted | Format-Table | Out-String -Width 80 | Should -Match "first\s+4\s+0\s+0\s+4\s+$($submitted.Chunks)\s"
        $chunks = 1..$submitted.Chunks | ForEach-Object { Invoke-AxflSweep first -Chunk $_ -Store chunks.db -DataFromStore }
        $chunks[0].PSTypeNames[0] | Should -Be 'Axfl.ChunkReport'
        ($chunks | Measure-Object -Sum Done).Sum | Should -Be 4
        (Invoke-AxflSweep -Name first -Chunk 1 -Store chunks.db).Skipped | Should -BeTrue
        $trials = Invoke-AxflSweep sweep.yaml -Store chunks.db -Pool command
        $trials.LedgerHash | Should -Be (Invoke-AxflSweep sweep.yaml).LedgerHash
        $trials[0].PSTypeNames[0] | Should -Be 'Axfl.SweepTrial'
        (Get-AxflWorker -Store chunks.db).Rows | Should -Be 4
        foreach ($item in $submitted, $chunks[0], (Get-AxflWorker -Store chunks.db)) {
            $sent = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($item))
            $sent | Should -BeOfType $item.GetType()
            $sent | Format-Table | Out-String -Width 80 | Should -Be ($item | Format-Table | Out-String -Width 80)
        }
        { Invoke-AxflSweep first -Chunk 99 -Store chunks.db } | Should -Throw -ErrorId 'ChunkNotFound,*'
    }
    It 'is a job that is done with -Pool command -AsJob' {
        $job = Invoke-AxflSweep sweep.yaml -Store jobs.db -Pool command -AsJob
        ($job | Wait-Job | Receive-Job).Submitted | Should -BeTrue
        $job.State | Should -Be Completed
        Remove-Job $job
    }
    It 'runs script strategies of the session in chunks, with the ledgers of -Pool local' {
        Register-AxflStrategy chunky -Force { if ($bar.OpenTime.Minute -eq 55) { $desk.Market('Long', $bar.Close - 0.001, $bar.Close + 0.002) } } -Parameter @{ n = 1 }
        $axes = @{ Axis = @{ 'strategies.chunky.params.n' = 1, 2 }; Since = '2025-03-03'; Until = '2025-03-04'; SessionsPath = 'chunky.yaml'; WarningAction = 'Ignore' }
        (Get-Content sessions.yaml -Raw).Replace('lsg', 'chunky') | Set-Content chunky.yaml
        $submitted = Invoke-AxflSweep -Name chunky @axes -Store script.db -Pool command
        1..$submitted.Chunks | ForEach-Object { Invoke-AxflSweep chunky -Chunk $_ -Store script.db } | Measure-Object -Sum Done | ForEach-Object Sum | Should -Be 2
        $trials = Invoke-AxflSweep -Name chunky @axes -Store script.db -Pool command
        $trials[0].Trades | Should -BeGreaterThan 0
        $trials.LedgerHash | Should -Be (Invoke-AxflSweep -Name chunky @axes -Store local.db).LedgerHash
    }
    It 'completes pools, and names of sweeps for -Chunk' {
        (TabExpansion2 ($line = 'Invoke-AxflSweep sweep.yaml -Pool ') $line.Length).CompletionMatches.CompletionText | Should -Be 'local', 'hangfire', 'command'
        (TabExpansion2 ($line = 'Invoke-AxflSweep -Chunk 1 -Name f') $line.Length).CompletionMatches.CompletionText | Should -Be first
    }
    It 'has advice for <Id>' -ForEach @(
        @{ Id = 'PoolUnknown'; Category = 'InvalidArgument'; Line = 'Invoke-AxflSweep sweep.yaml -Pool comand' }
        @{ Id = 'PoolNeedsServer'; Category = 'InvalidArgument'; Line = 'Invoke-AxflSweep sweep.yaml -Pool hangfire' }
        @{ Id = 'PoolRefused'; Category = 'InvalidOperation'; Line = 'Invoke-AxflSweep sweep.yaml -Pool command -KeepTrades 3' }
        @{ Id = 'DataPathRefused'; Category = 'InvalidArgument'; Line = 'Invoke-AxflSweep first -Chunk 1 -DataFromStore -DataPath x' }
        @{ Id = 'SweepNotFound'; Category = 'ObjectNotFound'; Line = 'Invoke-AxflSweep nosuch -Chunk 1' }
    ) {
        try { & ([scriptblock]::Create($Line)); throw 'no error' } catch { $failure = $_ }
        $failure.FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $failure.CategoryInfo.Category | Should -Be $Category
        if ($Id -ne 'SweepNotFound') { $failure.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty }
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

Describe 'Invoke-AxflSweep -Chunk' {
    BeforeAll { . "$PSScriptRoot/FakeModule.ps1" }
    AfterAll { $fakeHost.Dispose() }

    It 'gives what came of the chunk' {
        $report = Invoke-Fake 'Invoke-AxflSweep first -Chunk 2'
        $report.PSTypeNames[0] | Should -Be 'Deserialized.Axfl.ChunkReport'
        $report.Chunk | Should -Be 2
        $fakeErrors | Should -BeNullOrEmpty
    }
    It 'has a view that fits 80 columns' {
        Invoke-Fake 'Invoke-AxflSweep first -Chunk 2 | Out-String -Width 80' | Should -Match 'first\s+2 of 12\s+11 to 20\s+10\s+0\s+1\.3'
        Invoke-Fake 'Invoke-AxflSweep known -Chunk 2 | Out-String -Width 120' | Should -Match 'known\s+2 of 12\s+11 to 20\s+0\s+0\s+0\.0\s+done already by lab1/77'
        (Invoke-Fake 'Invoke-AxflSweep known -Chunk 2 | Out-String -Width 80') -split "`r?`n" | ForEach-Object { $_.Length | Should -BeLessOrEqual 80 }
    }
    It 'hands on what this machine has, with the strategies of the session ready to run' {
        $shell = Open-Fake 'Register-AxflStrategy mine { } -Force; Invoke-AxflSweep first -Chunk 2 -DataPath bars -Throttle 1 -TrialTimeout 9 -StrategyAssembly own.dll -Store s.db -Verbose'
        $shell.Invoke().Store | Should -Be s.db
        $shell.Streams.Verbose.Message | Should -Contain (((Join-Path $TestDrive bars), 'store=False', 'threads=1', 'limit=00:00:09', (Join-Path $TestDrive own.dll), 'mine') -join ';')
        $shell.Streams.Progress.PercentComplete | Should -Contain 50
        $shell.Streams.Progress[-1].RecordType | Should -Be 'Completed'
        $shell.Dispose()
    }
    It 'gives the report and writes errors for trials that failed and for results that differ' {
        (Invoke-Fake 'Invoke-AxflSweep bad -Chunk 2').Failed | Should -Be 2
        $fakeErrors.FullyQualifiedErrorId | Should -Be 'SweepNotReproduced,Axfl.PowerShell.Commands.InvokeAxflSweepCommand', 'SweepTrialsFailed,Axfl.PowerShell.Commands.InvokeAxflSweepCommand'
        "$($fakeErrors[1])" | Should -Be "2 trials of chunk 2 of the sweep 'bad' failed, the first with: it divides by zero"
    }
    It 'ends with an error, and not the session, when a trial hangs' {
        Invoke-Fake 'Invoke-AxflSweep hangs -Chunk 2; "the session lives"' | Should -Be 'the session lives'
        $fakeErrors[0].FullyQualifiedErrorId | Should -BeLike 'TrialHangs,*'
    }
    It 'does nothing with -WhatIf, and leaves no work behind at Ctrl-C' {
        Invoke-Fake 'Invoke-AxflSweep slow -Chunk 2 -WhatIf' | Should -BeNullOrEmpty
        "$TestDrive/chunks.begun" | Should -Not -Exist
        Assert-FakeStop 'Invoke-AxflSweep slow -Chunk 2' -When "$TestDrive/chunks.begun"
        "$TestDrive/chunks.cancelled" | Should -Exist
    }
}

BeforeAll { . "$PSScriptRoot/Common.ps1"; Push-Location $TestDrive }
AfterAll { Pop-Location }

Describe 'Pipeline' {
    It 'ends the run with complete files when Select-Object has enough' {
        # More statuses than a run holds back for a slow reader: it cannot have ended by itself.
        Start-AxflLivePort -Source simulated -Since 2025-01-06 -Until 2026-01-01 -WarningAction Ignore -RunId enough | Select-Object -First 1 | Should -HaveCount 1
        (Get-Content -Raw logs/runs/enough/summary.json | ConvertFrom-Json).interrupted | Should -BeTrue
        Stop-AxflLivePort -ErrorVariable none -ErrorAction SilentlyContinue
        $none[0].FullyQualifiedErrorId | Should -BeLike 'RunNotRunning,*'
    }

    It 'ends the run with complete files at an error downstream' {
        { Start-AxflLivePort @short -RunId downstream | ForEach-Object { throw 'enough' } } | Should -Throw 'enough'
        'logs/runs/downstream/summary.json' | Should -Exist
    }

    It 'ends the run with complete files at Ctrl-C' {
        $shell = [powershell]::Create().AddScript("Import-Module '$axfl/Axfl.psd1'; Set-Location '$TestDrive'; Start-AxflLivePort -Source simulated -Since 2025-01-06 -Until 2025-01-11 -RunId ctrlc -Speed 20000")
        $output = [System.Management.Automation.PSDataCollection[psobject]]::new()
        $pending = $shell.BeginInvoke([System.Management.Automation.PSDataCollection[psobject]]::new(), $output)
        [System.Threading.SpinWait]::SpinUntil({ Test-Path "$TestDrive/logs/runs/ctrlc/plan.yaml" }, 20000) | Should -BeTrue
        $shell.Stop()
        $pending.IsCompleted | Should -BeTrue
        (Get-Content -Raw logs/runs/ctrlc/summary.json | ConvertFrom-Json).interrupted | Should -BeTrue
        $shell.Dispose()
    }

    It 'ends the run with complete files when its runspace is closed' {
        $runspace = [runspacefactory]::CreateRunspace()
        $runspace.Open()
        $shell = [powershell]::Create()
        $shell.Runspace = $runspace
        $null = $shell.AddScript("Import-Module '$axfl/Axfl.psd1'; Set-Location '$TestDrive'; Start-AxflLivePort -Source simulated -Since 2025-01-06 -Until 2025-01-11 -RunId closed -Speed 20000")
        $null = $shell.BeginInvoke()
        [System.Threading.SpinWait]::SpinUntil({ Test-Path "$TestDrive/logs/runs/closed/plan.yaml" }, 20000) | Should -BeTrue
        $runspace.Close()
        (Get-Content -Raw logs/runs/closed/summary.json | ConvertFrom-Json).interrupted | Should -BeTrue
        $shell.Dispose()
    }

    It 'keeps nothing of runs that have ended' {
        Register-AxflStrategy kept -Force { $state.n++ }
        @'
portfolio:
  symbols: [EURUSD]
  source: simulated
  strategies:
    - name: kept
      windows: [{start: "07:00", end: "10:00"}]
'@ | Set-Content kept.yaml
        $heap = foreach ($count in 10, 40) {
            foreach ($i in 1..$count) {
                Start-AxflLivePort @short | Out-Null
                Start-AxflLivePort -Path kept.yaml -Since 2025-01-06 -Until 2025-01-07 | Out-Null
            }
            [GC]::GetTotalMemory($true)
        }
        ($heap[1] - $heap[0]) / 1MB | Should -BeLessThan 4
    }

    It 'loses nothing in ConvertTo-Json at its default depth' {
        $status = Start-AxflLivePort @short | Select-Object -Last 1
        $status | ConvertTo-Json -WarningVariable cut -WarningAction SilentlyContinue | Should -Be ($status | ConvertTo-Json -Depth 10)
        $cut | Should -BeNullOrEmpty
        foreach ($item in (Get-AxflTrade | Select-Object -First 1), (Get-AxflDecision | Select-Object -First 1), (Measure-AxflPortfolio), (Get-AxflStrategy orb), (Import-AxflSessions -Profile portfolio)) {
            $item | ConvertTo-Json | Should -Be ($item | ConvertTo-Json -Depth 10)
        }
    }

    It 'puts halts on the warning stream, refusals on the verbose stream, and statuses alone on the success stream' {
        $all = Start-AxflLivePort -Source simulated -Since 2025-01-06 -Until 2025-01-11 -Set risk.global_daily_stop_r=-0.5 -Verbose *>&1
        $all | Where-Object { $_ -is [System.Management.Automation.WarningRecord] } | Should -Not -BeNullOrEmpty
        $all | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] } | Should -Not -BeNullOrEmpty
        $all | Where-Object { $_ -isnot [System.Management.Automation.WarningRecord] -and $_ -isnot [System.Management.Automation.VerboseRecord] -and $_ -isnot [System.Management.Automation.InformationRecord] } |
            Should -BeOfType Axfl.Contracts.PortfolioStatus
    }

    It 'warns of the first five halts of a replay, says where the rest are, and tells them in detail' {
        $long = @{ Source = 'simulated'; Since = '2025-01-06'; Until = '2025-04-01'; Set = 'risk.per_strategy_daily_stop_r=-0.5' }
        $warnings = @(Start-AxflLivePort @long 3>&1 | Where-Object { $_ -is [System.Management.Automation.WarningRecord] -and "$_" -match 'stopped for the day|halted|Further halts' })
        $warnings.Count | Should -Be 6
        "$($warnings[5])" | Should -BeLike '*halts.jsonl*'
        $details = @(Start-AxflLivePort @long -Verbose *>&1 | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] -and "$_" -match 'stopped for the day' })
        $details.Count | Should -BeGreaterThan 5
    }

    It 'runs beside itself in ForEach-Object -Parallel' {
        $hashes = 1..3 | ForEach-Object -Parallel {
            Import-Module "$using:axfl/Axfl.psd1"
            Set-Location $using:TestDrive
            (Start-AxflLivePort -Source simulated -Since 2025-01-06 -Until 2025-01-11 -WarningAction Ignore | Select-Object -Last 1).LedgerHash
        }
        $hashes.Count | Should -Be 3
        $hashes | Select-Object -Unique | Should -HaveCount 1
    }

    It 'runs in <_>' -ForEach 'Start-ThreadJob', 'Start-Job' {
        $trades = & $_ -ArgumentList "$axfl/Axfl.psd1", "$TestDrive" -ScriptBlock {
            Import-Module $args[0]
            Set-Location $args[1]
            (Start-AxflLivePort -Source simulated -Since 2025-01-06 -Until 2025-01-11 -WarningAction Ignore | Select-Object -Last 1).Total.Trades
        } | Receive-Job -Wait -AutoRemoveJob
        $trades | Should -BeGreaterThan 0
    }
}

BeforeAll { . "$PSScriptRoot/Common.ps1"; . "$PSScriptRoot/FakeModule.ps1"; Push-Location $TestDrive }
AfterAll { $fakeHost.Dispose(); Pop-Location }

Describe 'Start-AxflLivePort -Mode Ws: parameters' {
    It 'refuses what the mode does not have: <Id>, <Target>' -ForEach @(
        @{ Id = 'ParameterNeedsWs'; Target = 'Resume'; Arguments = @{ Mode = 'Replay'; Resume = $true; RunId = 'a' } }
        @{ Id = 'ParameterNeedsWs'; Target = 'Resume'; Arguments = @{ Resume = $true } }
        @{ Id = 'ParameterNeedsWs'; Target = 'StopAtSessionEnd'; Arguments = @{ Mode = 'replay'; StopAtSessionEnd = $true } }
        @{ Id = 'ParameterNeedsWs'; Target = 'Endpoint'; Arguments = @{ Mode = 'Replay'; Endpoint = 'ws://127.0.0.1:1'; HistoryEndpoint = 'http://127.0.0.1:1' } }
        @{ Id = 'ParameterNeedsWs'; Target = 'HistoryEndpoint'; Arguments = @{ Mode = 'Replay'; HistoryEndpoint = 'http://127.0.0.1:1' } }
        @{ Id = 'ParameterNeedsReplay'; Target = 'Speed'; Arguments = @{ Mode = 'Ws'; Speed = 2 } }
        @{ Id = 'ParameterNeedsReplay'; Target = 'Since'; Arguments = @{ Mode = 'ws'; Since = '2026-03-02' } }
        @{ Id = 'ParameterNeedsReplay'; Target = 'DataTimezone'; Arguments = @{ Mode = 'Ws'; DataTimezone = 'Europe/London' } }
        @{ Id = 'ParameterRefusedByResume'; Target = 'Path'; Arguments = @{ Mode = 'Ws'; Resume = $true; Path = 'none.yaml' } }
        @{ Id = 'ParameterRefusedByResume'; Target = 'Set'; Arguments = @{ Mode = 'Ws'; Resume = $true; Set = 'risk.max_open_positions=1'; SpreadPips = 1 } }
    ) {
        $caught = $null
        try { Start-AxflLivePort @Arguments } catch { $caught = $_ }
        $caught.FullyQualifiedErrorId | Should -Be "$Id,Axfl.PowerShell.Commands.StartAxflLivePortCommand"
        $caught.CategoryInfo.Category | Should -Be 'InvalidArgument'
        $caught.TargetObject | Should -Be $Target
        $caught.Exception.Message | Should -BeLike "*-$Target*"
        $caught.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        'logs' | Should -Not -Exist
    }
    It 'names every parameter that does not fit' {
        { Start-AxflLivePort Ws -Speed 2 -Since 2026-03-02 } | Should -Throw '-Speed, -Since: for replays only*'
    }
    It 'takes a switch that is false and a null as not given' {
        (Start-AxflLivePort Replay -Resume:$false @short | Select-Object -Last 1).Mode | Should -Be 'replay'
        Invoke-Fake 'Start-AxflLivePort Ws -Since $null -RunId ended -Resume:$false' | Should -HaveCount 2
    }
    It 'refuses a source without live prices' { { Start-AxflLivePort Ws -Source csv } | Should -Throw -ErrorId 'SourceUnfit,*' }
    It 'names the environment variables when no provider has keys' {
        $names = 'OANDA_API_KEY', 'TWELVEDATA_API_KEYS', 'FINNHUB_API_KEYS'
        $kept = @{}
        foreach ($name in $names) { $kept[$name] = [Environment]::GetEnvironmentVariable($name); [Environment]::SetEnvironmentVariable($name, $null) }
        try { { Start-AxflLivePort Ws -Source auto -OutputDirectory none } | Should -Throw '*OANDA_API_KEY*FINNHUB_API_KEYS*' }
        finally { foreach ($name in $names) { [Environment]::SetEnvironmentVariable($name, $kept[$name]) } }
        'none' | Should -Not -Exist
    }
    It 'refuses an empty address' { { Start-AxflLivePort Ws -Endpoint '' } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*' }
    It 'knows two modes' { { Start-AxflLivePort Paper } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*' }
    It 'says with -WhatIf which run would go on' {
        Start-AxflLivePort Ws -Resume -OutputDirectory other -WhatIf | Should -BeNullOrEmpty
        'other' | Should -Not -Exist
    }
}

Describe 'Start-AxflLivePort -Mode Ws: a run' {
    It 'asks for what was given' {
        Invoke-Fake 'Start-AxflLivePort Ws -Source oanda -RunId asked -Resume -StopAtSessionEnd -Endpoint ws://127.0.0.1:1 -HistoryEndpoint http://127.0.0.1:2 | Select-Object -First 1' | Should -HaveCount 1
        Get-Content logs/runs/asked/request.txt | Should -Be 'ws True True oanda ws://127.0.0.1:1 http://127.0.0.1:2'
    }
    It 'gives statuses as they come and warnings on their stream' {
        $statuses = Invoke-Fake 'Start-AxflLivePort Ws -RunId ended -WarningVariable said 3>$null | ForEach-Object { $_.Ws.State }; "$said"'
        $statuses | Should -Be 'live', 'live', 'The feed was lost for 12 s.'
    }
    It 'shows the progress of the warm-up and takes it away' {
        $shell = Open-Fake 'Start-AxflLivePort Ws -RunId ended'
        $shell.Invoke() | Out-Null
        $shell.Streams.Progress.PercentComplete | Select-Object -First 4 | Should -Be -1, 25, 50, 75
        $shell.Streams.Progress[0].Activity | Should -Be 'Live run ended'
        $shell.Streams.Progress[4].RecordType | Should -Be 'Completed'
    }
    It 'keeps the newest 5,000 statuses of a job from which nobody receives' {
        $job = Invoke-Fake '
            $job = Start-AxflLivePort Ws -RunId long -AsJob
            $null = [System.Threading.SpinWait]::SpinUntil({ Test-Path logs/runs/long/said }, 20000)
            Stop-AxflLivePort
            $null = Wait-Job $job
            $job.State.ToString(); $job.Progress.Count
            $all = Receive-Job $job -WarningAction Ignore
            $all.Count; $all[0].Total.Trades; $all[-1].Total.Trades
            Remove-Job $job'
        $job | Should -Be 'Stopped', 1, 5000, 1001, 6000
    }
    It 'shows a live status as a list with its feed' {
        $text = Invoke-Fake 'Start-AxflLivePort Ws -RunId ended | Select-Object -Last 1 | Format-List | Out-String -Width 150'
        $text | Should -Match 'Feed\s+: live, 2 errors, 3\.3 ms to a decision \(99 % within 41 ms\)'
        $text | Should -Match 'GBPUSD .* STALE'
    }
    It 'ends at Ctrl-C' {
        Assert-FakeStop 'Start-AxflLivePort Ws -RunId ctrlc | Out-Null' -When "$TestDrive/logs/runs/ctrlc/said"
        Invoke-Fake 'Stop-AxflLivePort -ErrorAction SilentlyContinue -ErrorVariable none; $none[0].FullyQualifiedErrorId' | Should -BeLike 'RunNotRunning,*'
    }
    It 'ends at Ctrl-C while it starts<_>' -ForEach '', ' -AsJob' {
        Remove-Item start.* -ErrorAction Ignore
        Assert-FakeStop "Start-AxflLivePort Ws -Endpoint ws://slow$_" -When "$TestDrive/start.begun"
        'start.cancelled' | Should -Exist
    }
    It 'leaves a job running at Ctrl-C' {
        Assert-FakeStop 'Start-AxflLivePort Ws -RunId job -AsJob | Wait-Job' -When "$TestDrive/logs/runs/job/said"
        Invoke-Fake '(Get-Job).State.ToString(); Get-Job | Remove-Job -Force' | Should -Be 'Running'
    }
}

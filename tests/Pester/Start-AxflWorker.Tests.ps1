BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/FakeModule.ps1"
}
AfterAll { $fakeHost.Dispose() }

Describe 'Start-AxflWorker' {
    It 'says what its threads say on the streams of the command, and gives nothing' {
        $shell = Open-Fake 'Start-AxflWorker first -Drain'
        $shell.Invoke() | Should -BeNullOrEmpty
        $shell.Streams.Information.MessageData | Should -Be 'takes chunks', 'nothing is left'
        "$($shell.Streams.Warning)" | Should -Be 'takes none of another'
        $shell.Streams.Progress.StatusDescription | Should -Contain 'takes chunks'
        $shell.Streams.Progress[-1].RecordType | Should -Be 'Completed'
        $shell.Dispose()
    }
    It 'hands on bars, threads, limit, assemblies and the strategies of the session, scripts too, ready to run' {
        $shell = Open-Fake 'Register-AxflStrategy mine { } -Force; Start-AxflWorker -DataPath bars, EURUSD=e.csv -Throttle 3 -TrialTimeout 2.5 -StrategyAssembly own.dll -Verbose'
        $shell.Invoke()
        $shell.Streams.Verbose.Message | Should -Contain ((
                (Join-Path $TestDrive bars), "EURUSD=$(Join-Path $TestDrive e.csv)", 'store=False', 'threads=3', 'limit=00:00:02.5000000', (Join-Path $TestDrive own.dll), 'mine') -join ';')
        $shell.Dispose()
        $shell = Open-Fake 'Start-AxflWorker -DataFromStore -Verbose'
        $shell.Invoke()
        $shell.Streams.Verbose.Message | Should -Contain 'store=True;threads=0;limit=;mine'
        $shell.Dispose()
    }
    It 'does nothing with -WhatIf' {
        $shell = Open-Fake 'Start-AxflWorker -WhatIf'
        $shell.Invoke()
        $shell.Streams.Information.MessageData | Should -Not -Contain 'takes chunks'
        $shell.Dispose()
    }
    It 'ends with an error, and not the session, when a trial hangs' {
        Invoke-Fake 'Start-AxflWorker hangs; "the session lives"' | Should -Be 'the session lives'
        $fakeErrors[0].FullyQualifiedErrorId | Should -BeLike 'TrialHangs,*'
        $fakeErrors[0].CategoryInfo.Category | Should -Be 'OperationTimeout'
        $fakeErrors[0].ErrorDetails.RecommendedAction | Should -BeLike '*-TrialTimeout*'
    }
    It 'says what differs where it may run nothing' {
        Invoke-Fake 'Start-AxflWorker other'
        $fakeErrors[0].FullyQualifiedErrorId | Should -BeLike 'WorkerRefused,*'
        $fakeErrors[0].CategoryInfo.Category | Should -Be 'InvalidOperation'
        $fakeErrors[0].ErrorDetails.RecommendedAction | Should -Be 'Install the same build.'
    }
    It 'leaves no work behind at Ctrl-C' {
        Assert-FakeStop 'Start-AxflWorker slow' -When "$TestDrive/chunks.begun"
        "$TestDrive/chunks.cancelled" | Should -Exist
    }
    It 'is a job with -AsJob: <Sweep> is <State>' -ForEach @(
        @{ Sweep = 'first'; State = 'Completed'; Last = 'stopped by itself' }
        @{ Sweep = 'hangs'; State = 'Failed'; Last = '*had not ended after 2 s.' }
    ) {
        $job, $said, $failure = Invoke-Fake "`$job = Start-AxflWorker $Sweep -AsJob; `$job | Wait-Job; `$job.Information[0].MessageData; `$job.Error[0].FullyQualifiedErrorId; Remove-Job `$job"
        $job.State | Should -Be $State
        $job.PSJobTypeName | Should -Be 'AxflWorkerJob'
        $job.Name | Should -Be $Sweep
        $job.StatusMessage | Should -BeLike $Last
        $said | Should -Be 'takes chunks'
        if ($State -eq 'Failed') { $failure | Should -Be 'TrialHangs' } else { $failure | Should -BeNullOrEmpty }
    }
    It 'is stopped by Stop-Job' {
        Remove-Item "$TestDrive/chunks.*"
        $state = Invoke-Fake "`$job = Start-AxflWorker slow -AsJob; while (-not (Test-Path '$TestDrive/chunks.begun')) { [Threading.Thread]::Sleep(20) }; Stop-Job `$job; `$job.State; Remove-Job `$job"
        "$state" | Should -Be 'Stopped'
        "$TestDrive/chunks.cancelled" | Should -Exist
    }
    It 'needs PostgreSQL, and refuses bars of its own beside those of the store' {
        Set-Location $TestDrive
        Invoke-AxflSweep -Name any -Set source=simulated -Since 2025-01-06 -Until 2025-01-08 -Store any.db -Axis @{ 'strategies.lsg.params.sweep_pips' = 2, 3 } | Out-Null
        { Start-AxflWorker -Store any.db } | Should -Throw -ErrorId 'PoolNeedsServer,*'
        { Start-AxflWorker -Store any.db -DataFromStore -DataPath bars } | Should -Throw -ErrorId 'DataPathRefused,*'
        (TabExpansion2 ($line = 'Start-AxflWorker -Store any.db -Sweep a') $line.Length).CompletionMatches.CompletionText | Should -Be any
        Set-Location $PSScriptRoot
    }
}

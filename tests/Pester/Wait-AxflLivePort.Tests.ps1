BeforeAll { . "$PSScriptRoot/Common.ps1"; Push-Location $TestDrive }
AfterAll { Get-Job | Remove-Job -Force; Pop-Location }

Describe 'Wait-AxflLivePort' {
    It 'gives the last status when the run has ended' {
        Start-AxflLivePort @short -RunId waited -Speed 1000000 -AsJob | Out-Null
        (Wait-AxflLivePort waited).Run | Should -Be 'waited'
        'logs/runs/waited/summary.json' | Should -Exist
    }

    It 'gives up after -Timeout and lets the run go on' {
        $job = Start-AxflLivePort @short -RunId long -Speed 100 -AsJob
        Wait-AxflLivePort long -Timeout 0.05 -ErrorVariable said -ErrorAction SilentlyContinue
        $said[0].FullyQualifiedErrorId | Should -BeLike 'WaitTimedOut,*'
        $job.State | Should -Be 'Running'
        Stop-AxflLivePort
    }

    It 'gives the last status of what has ended already, by id or as the last one' {
        $last = Start-AxflLivePort @short -RunId early | Select-Object -Last 1
        (Wait-AxflLivePort early).LedgerHash | Should -Be $last.LedgerHash
        (Wait-AxflLivePort).Run | Should -Be 'early'
        (Wait-AxflLivePort ear*).Run | Should -Be 'early'
    }

    It 'gives the error of a run that failed' {
        Register-AxflStrategy failing -Force { throw 'out of luck' }
        "portfolio:`n  symbols: [EURUSD]`n  source: simulated`n  strategies:`n    - name: failing`n      windows: [{start: '07:00', end: '10:00'}]" | Set-Content failing.yaml
        $job = Start-AxflLivePort -Path failing.yaml -Since 2025-01-06 -Until 2025-01-08 -RunId failed -AsJob
        Wait-Job $job | Out-Null
        Wait-AxflLivePort failed -ErrorVariable said -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $said[0].FullyQualifiedErrorId | Should -BeLike 'StrategyScriptFailed,*'
        $job.State | Should -Be 'Failed'
        $job.JobStateInfo.Reason.Message | Should -BeLike '*out of luck*'
        $job.StatusMessage | Should -BeLike '*out of luck*'
    }
}

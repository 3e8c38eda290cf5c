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
}

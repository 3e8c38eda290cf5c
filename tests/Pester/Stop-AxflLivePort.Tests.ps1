BeforeAll { . "$PSScriptRoot/Common.ps1"; Push-Location $TestDrive }
AfterAll { Get-Job | Remove-Job -Force; Pop-Location }

Describe 'Stop-AxflLivePort' {
    It 'ends the named run alone and waits for its files' {
        $one, $two = 'one', 'two' | ForEach-Object { Start-AxflLivePort @short -Speed 100 -RunId $_ -AsJob }
        Stop-AxflLivePort one
        $one.State | Should -Be 'Stopped'
        $two.State | Should -Be 'Running'
        'logs/runs/one/summary.json' | Should -Exist
        Stop-AxflLivePort
        $two.State | Should -Be 'Stopped'
    }

    It 'stops nothing with -WhatIf' {
        $job = Start-AxflLivePort @short -Speed 100 -RunId kept -AsJob
        Stop-AxflLivePort -WhatIf
        $job.State | Should -Be 'Running'
        Stop-AxflLivePort
    }

    It 'says so when there is no such run' {
        Stop-AxflLivePort nobody -ErrorVariable said -ErrorAction SilentlyContinue
        $said[0].FullyQualifiedErrorId | Should -BeLike 'RunNotRunning,*'
    }

    It 'says where a run of another process is, and how it is ended' {
        $module = (Get-Module Axfl).Path
        $other = Start-Job { Import-Module $using:module; Set-Location $using:TestDrive; Start-AxflLivePort -Source simulated -Since 2025-07-07 -Until 2025-07-12 -Speed 1 -RunId elsewhere }
        try {
            for ($i = 0; $i -lt 600 -and -not (Test-Path logs/runs/elsewhere/now.json); $i++) { Start-Sleep -Milliseconds 100 }
            'logs/runs/elsewhere/now.json' | Should -Exist
            Stop-AxflLivePort elsewhere -ErrorVariable said -ErrorAction SilentlyContinue
            $said[0].FullyQualifiedErrorId | Should -BeLike 'RunNotRunning,*'
            $said[0].Exception.Message | Should -Match "^Run 'elsewhere' is under way in another process \(\d+\), not in this one\.$"
            $said[0].ErrorDetails.RecommendedAction | Should -Be 'End it where it was started: Stop-AxflLivePort in that session, or Ctrl-C in its console.'
        }
        finally { $other | Stop-Job; $other | Remove-Job -Force }
    }

    It 'knows runs by directory: two of one id are both ended' {
        $jobs = 'here', 'there' | ForEach-Object { Start-AxflLivePort @short -Speed 100 -RunId same -OutputDirectory $_ -AsJob }
        Stop-AxflLivePort same
        $jobs.State | Should -Be 'Stopped', 'Stopped'
        'here/runs/same/summary.json', 'there/runs/same/summary.json' | Should -Exist
    }
}

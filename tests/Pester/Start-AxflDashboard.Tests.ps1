BeforeAll {
    . "$PSScriptRoot/Common.ps1"; Push-Location $TestDrive
    # Asks as a browser does: the key is exchanged for a cookie, which the session keeps.
    function Get-Page {
        param([string] $Address, [string] $Path)
        $browser = [Microsoft.PowerShell.Commands.WebRequestSession]::new()
        Invoke-WebRequest $Address -WebSession $browser | Out-Null
        Invoke-WebRequest "$([uri]::new($Address).GetLeftPart('Authority'))$Path" -WebSession $browser
    }
}
AfterAll { Get-Job | Remove-Job -Force; Pop-Location }

Describe 'Start-AxflDashboard' {
    It 'serves the page and the runs of another command until the job is removed' {
        $board = Start-AxflDashboard -AsJob
        $board.State | Should -Be 'Running'
        $board.Address | Should -Match '^http://127\.0\.0\.1:\d+/\?key=[0-9a-f]{32}$'
        Start-AxflLivePort -Mode Replay -RunId seen | Out-Null
        ((Get-Page $board.Address '/api/runs').Content | ConvertFrom-Json).runs.run | Should -Be 'seen'
        $run = (Get-Page $board.Address '/api/runs/seen').Content | ConvertFrom-Json
        $run.status.state | Should -Be 'ended'
        $run.trades_of_run | Should -Be @(Get-AxflTrade seen).Count
        (Get-Page $board.Address '/runs/seen/report').Content | Should -Match '<title>'
        $board | Remove-Job -Force
        { Invoke-WebRequest $board.Address } | Should -Throw
    }
    It 'shows a key nowhere but in its address' {
        $board = Start-AxflDashboard -AsJob
        $key = $board.Address -replace '.*='
        "$($board.Name) $($board.Command) $($board.StatusMessage) $($board.Location) $($board | Format-Table | Out-String)" | Should -Not -Match $key
        Remove-Job $board -Force
    }
    It 'serves until the pipeline stops' {
        $address = Start-AxflDashboard | Select-Object -First 1
        $address | Should -Match '^http://127\.0\.0\.1:\d+/\?key='
        { Invoke-WebRequest $address } | Should -Throw
    }
    It 'says so when the port is taken' {
        $board = Start-AxflDashboard -AsJob
        { Start-AxflDashboard -AsJob -Port ([uri]$board.Address).Port } | Should -Throw -ErrorId 'DashboardPortTaken,*'
        Remove-Job $board -Force
    }
    It 'says so when there is no such run' { { Start-AxflDashboard -AsJob nowhere } | Should -Throw -ErrorId 'RunNotFound,*' }
    It 'starts nothing with -WhatIf' { Start-AxflDashboard -WhatIf | Should -BeNullOrEmpty }
}

BeforeAll { . "$PSScriptRoot/Common.ps1"; Push-Location $TestDrive }
AfterAll { Get-Job | Remove-Job -Force; Pop-Location }

Describe 'Start-AxflFakeFeed' {
    It 'serves prices and history at its address until the job is removed' {
        $feed = Start-AxflFakeFeed -Port 0 -TicksPerSecond 5
        $feed.State | Should -Be 'Running'
        $feed.Address | Should -Match '^ws://127\.0\.0\.1:\d+'
        $before = $env:FINNHUB_API_KEYS
        $env:FINNHUB_API_KEYS = 'demo'
        try { (Save-AxflHistory EURUSD 5m -Since 2025-01-06 -Until 2025-01-07 -Source finnhub -Endpoint $feed.Address -DataDirectory data).Bars | Should -Be 288 }
        finally { $env:FINNHUB_API_KEYS = $before }
        $feed | Stop-Job
        $feed.State | Should -Be 'Stopped'
        @(Receive-Job $feed) | Should -Not -BeNullOrEmpty
        Remove-Job $feed
    }
    It 'says so when the port is taken' {
        $feed = Start-AxflFakeFeed -Port 0
        { Start-AxflFakeFeed -Port ([uri]$feed.Address).Port } | Should -Throw -ErrorId 'FakeFeedPortTaken,*'
        Remove-Job $feed -Force
    }
    It 'starts nothing with -WhatIf' { Start-AxflFakeFeed -WhatIf | Should -BeNullOrEmpty }
}

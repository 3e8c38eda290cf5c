# A live run in this process against the feed server of the module, over a real socket: as a new user tries it.
Describe 'A live run' {
    BeforeAll {
        . "$PSScriptRoot/Common.ps1"
        $script:server = Start-AxflFakeFeed -Port 0 -TicksPerSecond 5
        $address = $server.Address
        $script:before = $env:FINNHUB_API_KEYS
        $env:FINNHUB_API_KEYS = 'demo'
        Register-AxflStrategy of_session -Force { if ($bar.OpenTime.Minute % 5 -eq 0) { $desk.Market('Long', $bar.Close - 0.001, $bar.Close + 0.001) } }
        Set-Content -Path "$TestDrive/live.yaml" -Value @'
live:
  symbols: [EURUSD, GBPUSD]
  interval: 1m
  status_every_s: 1
  warmup_days: 1
  strategies:
    - {name: lsg, windows: [{start: "00:00", end: "24:00"}]}
    - {name: of_session, windows: [{start: "00:00", end: "24:00"}]}
'@
        $script:live = @{
            Mode = 'Ws'; Path = "$TestDrive/live.yaml"; Profile = 'live'; Source = 'finnhub'; Endpoint = $address; OutputDirectory = "$TestDrive/logs"
            WarningAction = 'SilentlyContinue'
        }
    }

    AfterAll {
        $env:FINNHUB_API_KEYS = $before
        if ($server) { Remove-Job $server -Force }
    }

    It 'gives statuses until the pipeline has enough, and ends in order' {
        $statuses = @(Start-AxflLivePort @live -RunId first | Where-Object { $_.Ws.State -in 'live', 'market closed' } | Select-Object -First 2)
        $statuses.Count | Should -Be 2
        $statuses[1].Mode | Should -Be 'ws'
        $statuses[1].Ws.Connected | Should -BeTrue
        ($statuses[1] | ConvertTo-Json -WarningAction Stop | ConvertFrom-Json).Data[0].Bars | Should -BeGreaterThan 1000
        $report = Test-AxflJournal first -OutputDirectory "$TestDrive/logs"
        $report.Problem | Should -BeNullOrEmpty
        $report.Ended | Should -BeTrue
        "$TestDrive/logs/runs/first/run.lock" | Should -Not -Exist
    }

    It 'is checked with the strategies of the session, of whose runspace nothing is left' {
        $runspaces = @(Get-Runspace).Count
        $report = Test-AxflJournal first -OutputDirectory "$TestDrive/logs"
        $report.Kinds['order'] | Should -BeGreaterThan 100
        $report.Proves -match 'folded again' | Should -Not -BeNullOrEmpty
        @(Get-Runspace).Count | Should -Be $runspaces
    }

    It 'is resumed as a job, belongs to it alone, and stops when told to' {
        $lines = (Test-AxflJournal first -OutputDirectory "$TestDrive/logs").Lines
        $job = Start-AxflLivePort Ws -Resume -RunId first -OutputDirectory "$TestDrive/logs" -Endpoint $live.Endpoint -AsJob -WarningAction SilentlyContinue
        { Start-AxflLivePort Ws -Resume -RunId first -OutputDirectory "$TestDrive/logs" -Endpoint $live.Endpoint } | Should -Throw -ErrorId 'RunLocked,*'
        $job | Stop-AxflLivePort
        (Test-AxflJournal first -OutputDirectory "$TestDrive/logs").Lines | Should -BeGreaterThan $lines
    }

    It 'is replayed from its journal to the same ledger' {
        $last = Start-AxflLivePort Replay -Source journal -DataPath "$TestDrive/logs/runs/first" -OutputDirectory "$TestDrive/logs" -RunId again | Select-Object -Last 1
        $last.LedgerHash | Should -Be (Test-AxflJournal first -OutputDirectory "$TestDrive/logs").LedgerHash
        $comparison = Compare-AxflRun first again -OutputDirectory "$TestDrive/logs"
        $comparison.Cause | Should -Be 'none'
        $comparison.Equal | Should -BeTrue
    }

    It 'has the bars its provider has later' {
        $comparison = Compare-AxflRun first -Source finnhub -HistoryEndpoint $live.Endpoint -OutputDirectory "$TestDrive/logs"
        $comparison.Equal | Should -BeTrue -Because $comparison.First
    }

    It 'refuses a wrong address before anything is written' {
        { Start-AxflLivePort Ws -Source finnhub -Endpoint nowhere -OutputDirectory "$TestDrive/none" } | Should -Throw -ErrorId 'FeedEndpointInvalid,*'
        "$TestDrive/none" | Should -Not -Exist
    }
}

Describe 'History' {
    BeforeAll {
        . "$PSScriptRoot/Common.ps1"
        $script:server = Start-AxflFakeFeed -Port 0
        $script:address = $server.Address
        $script:before = $env:FINNHUB_API_KEYS
        $env:FINNHUB_API_KEYS = 'demo'
    }

    AfterAll {
        $env:FINNHUB_API_KEYS = $before
        if ($server) { Remove-Job $server -Force }
    }

    It 'is saved to files that a replay reads, and only what is new the second time' {
        $wanted = @{ Interval = '5m'; Since = '2025-01-06'; DataDirectory = "$TestDrive/data"; Source = 'finnhub'; Endpoint = $address }
        $first = 'EURUSD', 'GBPUSD' | Save-AxflHistory @wanted -Until '2025-01-08'
        $first.Count | Should -Be 2
        $first[0].Bars | Should -Be 576
        $second = Save-AxflHistory EURUSD @wanted -Until '2025-01-09'
        $second.Added | Should -Be 288
        (Test-AxflData "$TestDrive/data/EURUSD_5m.csv").Bars | Should -Be 864
        (Get-ChildItem "$TestDrive/data").Name | Should -Be 'EURUSD_5m.csv', 'GBPUSD_5m.csv'
    }
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/FakeModule.ps1"
}
AfterAll { $fakeHost.Dispose() }

Describe 'Test-AxflHealth' {
    It 'gives an object for each row, that can be filtered and made JSON' {
        $rows = Invoke-Fake 'Test-AxflHealth -Profile sick'
        $rows.Check | Should -Be 'sessions', 'disk', 'feed'
        ($rows | Where-Object State -EQ failed).Remedy | Should -Be 'Set a valid key.'
        $json = (Invoke-Fake 'Test-AxflHealth -Profile sick | ConvertTo-Json') -join '' | ConvertFrom-Json
        $json[0].PSObject.Properties.Name | Should -Be 'Check', 'State', 'Seen', 'Remedy'
        $json[0].Remedy | Should -BeNullOrEmpty
        $json[2].State | Should -Be 'failed'
        $fakeErrors | Should -BeNullOrEmpty
    }
    It 'is a gate with -Quiet, which warnings pass' {
        Invoke-Fake 'Test-AxflHealth -Quiet' | Should -BeTrue
        Invoke-Fake 'Test-AxflHealth -Profile sick -Quiet' | Should -BeFalse
    }
    It 'hands on what the live run would be given, paths taken of the session' {
        (Invoke-Fake 'Test-AxflHealth my.yaml -Profile ny -Source oanda -OutputDirectory o')[0].Seen |
            Should -Be "$(Join-Path $TestDrive my.yaml) ny oanda $(Join-Path $TestDrive o) ws"
        (Invoke-Fake "[pscustomobject]@{ Path = 'my.yaml'; Profile = 'ny' } | Test-AxflHealth")[0].Seen | Should -BeLike "$(Join-Path $TestDrive my.yaml) ny *"
    }
    It 'asks vaults of the session while the checks go on elsewhere, and sends only with -Send' {
        $vault = 'function Get-Secret { param($Name) if ($Name -eq "AxflHook") { "twelve chars" } }'
        (Invoke-Fake "$vault; Test-AxflHealth -Profile told")[-1].Seen | Should -Be '(hidden) of 12, not sent'
        (Invoke-Fake "$vault; Test-AxflHealth -Profile told -Send")[-1].Seen | Should -Be '(hidden) of 12, sent'
        $fakeErrors | Should -BeNullOrEmpty
    }
    It 'shows how far it is, and takes that away' {
        $shell = Open-Fake 'Test-AxflHealth'
        $shell.Invoke() | Out-Null
        $shell.Streams.Progress.PercentComplete | Should -Contain 50
        $shell.Streams.Progress[-1].RecordType | Should -Be 'Completed'
    }
    It 'leaves no work behind at Ctrl-C' {
        Assert-FakeStop 'Test-AxflHealth -Endpoint ws://slow' -When "$TestDrive/health.begun"
        "$TestDrive/health.cancelled" | Should -Exist
    }
    It 'has a view with state, what was seen and what to do' {
        $text = Invoke-Fake 'Test-AxflHealth -Profile sick | Out-String -Width 120'
        $text | Should -Match 'Check\s+State\s+Seen, and what to do'
        $text | Should -Match 'disk\s+warning\s+1\.0 GB free -> Make room\.'
        $text | Should -Match 'feed\s+failed\s+127\.0\.0\.1 answered 401 -> Set a valid key\.'
    }
    It 'comes back from a job as what it was' {
        $rows = Start-Job { Import-Module $using:axfl/Axfl.psd1; Set-Location $using:TestDrive; Test-AxflHealth -Profile nowhere } | Receive-Job -Wait -AutoRemoveJob
        $rows[0] | Should -BeOfType ([Axfl.Contracts.HealthResult])
    }
    It 'looks for real: a profile that is not there is a row that failed, and nothing is written' {
        Push-Location (New-Item -ItemType Directory "$TestDrive/real")
        try {
            $rows = Test-AxflHealth -Profile nowhere
            ($rows | Where-Object Check -EQ sessions).Seen | Should -BeLike "*there is no profile 'nowhere'*"
            ($rows | Where-Object Check -EQ sessions).Remedy | Should -BeLike '*Test-AxflSessions*'
            ($rows | Where-Object Check -EQ locks).State | Should -Be 'ok'
            Get-ChildItem | Should -BeNullOrEmpty
        } finally { Pop-Location }
    }
    It 'looks at calendars and channels for real, secrets of vaults too, and says no secret' {
        function global:Get-Secret {
            param($Name)
            switch ($Name) {
                'hook' { ConvertTo-SecureString 'http://127.0.0.1:1/s3cret' -AsPlainText -Force }
                'text' { 's3cret' }
                default { throw "s3cret: no secret $Name" }
            }
        }
        Push-Location (New-Item -ItemType Directory "$TestDrive/told")
        try {
            @('time_utc,currency,impact,title') + (-1, 4, 11).ForEach({ "$([datetime]::UtcNow.AddDays($_).ToString('yyyy-MM-ddTHH:mm:ssZ')),USD,high,Payrolls" }) | Set-Content news.csv
            @'
portfolio:
  symbols: [EURUSD]
  strategies: [{name: orb, windows: [{start: "07:00", end: "10:00"}]}]
  news: {calendar: news.csv}
  alerts:
    channels:
      - {kind: webhook, url: vault:hook, secret: vault:text}
      - {kind: ntfy, url: vault:nothing}
      - {kind: slack, url: env:AXFL_PESTER_NONE}
'@ | Set-Content sessions.yaml
            $rows = Test-AxflHealth sessions.yaml | Where-Object Check -Match '^(news|alerts)'
            $rows.Check | Should -Be 'news calendar', 'news calendar news.csv', 'alerts webhook', 'alerts ntfy', 'alerts slack'
            $rows.State | Should -Be 'ok', 'ok', 'ok', 'failed', 'failed'
            $rows[2].Seen | Should -BeLike '*nothing was sent'
            $rows[3].Seen | Should -BeLike 'it would be off: the vault did not give the secret nothing*'
            $sent = Test-AxflHealth sessions.yaml -Send | Where-Object Check -Match '^alerts'
            $sent.State | Should -Be 'warning', 'failed', 'failed'
            $sent[0].Seen | Should -BeLike 'did not take a test message now: no connection (ConnectionRefused)*'
            $rows, $sent | Out-String -Width 400 | Should -Not -Match 's3cret'
        } finally {
            Pop-Location
            Remove-Item function:global:Get-Secret
        }
    }
    It 'sees prices of a feed of this machine' {
        $env:FINNHUB_API_KEYS = 'demo'
        $feed = Start-AxflFakeFeed -Port 0 -TicksPerSecond 5
        try {
            $rows = Test-AxflHealth -Source finnhub -Endpoint $feed.Address -Set 'symbols=[EURUSD]' -OutputDirectory "$TestDrive/fed"
            foreach ($check in 'sessions', 'warm-up', 'feed', 'subscription EURUSD', 'first price EURUSD', 'clock', 'news calendar', 'alerts') { ($rows | Where-Object Check -EQ $check).State | Should -Be 'ok' -Because $check }
        } finally {
            $feed | Stop-Job -PassThru | Remove-Job
            $env:FINNHUB_API_KEYS = $null
        }
    }
}

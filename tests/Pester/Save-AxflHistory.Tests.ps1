BeforeAll { . "$PSScriptRoot/Common.ps1"; . "$PSScriptRoot/FakeModule.ps1" }
AfterAll { $fakeHost.Dispose() }

Describe 'Save-AxflHistory' {
    It 'saves symbols of the pipeline, each once, into a folder of the session' {
        $files = Invoke-Fake "'EURUSD', 'GBPUSD', 'eurusd' | Save-AxflHistory -Interval 5m -Since 2026-03-02 -Source oanda"
        $files[0].PSTypeNames[0] | Should -Be 'Deserialized.Axfl.Contracts.HistoryFile'
        $files.Symbol | Should -Be 'EURUSD', 'GBPUSD'
        $files[0].Path | Should -Be (Join-Path $TestDrive data/EURUSD_5m.csv)
        $files.Source | Should -Be 'oanda', 'oanda'
    }
    It 'takes times without a zone as UTC' {
        $file = Invoke-Fake 'Save-AxflHistory EURUSD 1h -Since 2026-03-02 -Until 2026-03-03T12:00:00+02:00 -DataDirectory bars'
        $file.First.ToString('o') | Should -Be '2026-03-02T00:00:00.0000000Z'
        $file.Last.ToString('o') | Should -Be '2026-03-03T10:00:00.0000000Z'
        $file.Path | Should -BeLike '*bars*'
        $file.Source | Should -Be 'auto'
    }
    It 'asks nobody with -WhatIf' {
        Invoke-Fake 'Save-AxflHistory EURUSD 5m -Since 2026-03-02 -Endpoint http://refuses -WhatIf' | Should -BeNullOrEmpty
        $fakeErrors | Should -BeNullOrEmpty
    }
    It 'shows how far it is and what it waits for, and takes that away' {
        $shell = Open-Fake 'Save-AxflHistory EURUSD 5m -Since 2026-03-02'
        $shell.Invoke() | Out-Null
        $shell.Streams.Progress.StatusDescription | Should -Contain 'EURUSD  5,000 bars  waits for credits of twelvedata, 23 s'
        $shell.Streams.Progress.PercentComplete | Should -Contain 25
        $shell.Streams.Progress[-1].RecordType | Should -Be 'Completed'
    }
    It 'ends with the error of the provider' {
        $caught = Invoke-Fake 'try { Save-AxflHistory EURUSD 5m -Since 2026-03-02 -Endpoint http://refuses } catch { $_.FullyQualifiedErrorId; $_.CategoryInfo.Category.ToString(); $_.ErrorDetails.RecommendedAction }'
        $caught[0] | Should -BeLike 'HistoryRefused,*'
        $caught[1] | Should -Be 'ConnectionError'
        $caught[2] | Should -Not -BeNullOrEmpty
    }
    It 'leaves no work behind at Ctrl-C' {
        Assert-FakeStop 'Save-AxflHistory EURUSD 5m -Since 2026-03-02 -Endpoint http://slow -DataDirectory slow' -When "$TestDrive/slow/history.begun"
        "$TestDrive/slow/history.cancelled" | Should -Exist
    }
    It 'has a table with times in UTC' {
        Invoke-Fake 'Save-AxflHistory EURUSD 5m -Since 2026-03-02 | Out-String -Width 150' | Should -Match 'First \(UTC\)(.|\n)*EURUSD\s+auto\s+100\s+10 2026-03-02 00:00'
    }
}

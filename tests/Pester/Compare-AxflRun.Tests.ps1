BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/FakeModule.ps1"
    'live', 'again', 'newest' | ForEach-Object { New-Item -ItemType Directory "$TestDrive/logs/runs/$_" | Out-Null }
}
AfterAll { $fakeHost.Dispose() }

Describe 'Compare-AxflRun' {
    It 'compares two runs: <_>' -ForEach @(
        'Compare-AxflRun live again'
        'Compare-AxflRun -DifferenceRun again -ReferenceRun live'
        'Compare-AxflRun logs/runs/live ./logs/runs/again/'
        'Compare-AxflRun (Get-Item logs/runs/live) (Get-AxflPortfolioStatus again)'
        'Compare-AxflRun live again -OutputDirectory logs'
        'Get-AxflPortfolioStatus again | Compare-AxflRun live'
        'Get-Item logs/runs/again | Compare-AxflRun live'
        "'again' | Compare-AxflRun -ReferenceRun live"
    ) {
        $found = Invoke-Fake $_
        $fakeErrors | Should -BeNullOrEmpty
        $found.PSTypeNames[0] | Should -Be 'Deserialized.Axfl.Contracts.RunComparison'
        $found.Left | Should -Be 'live'
        $found.Right | Should -Be 'again'
        $found.Equal | Should -BeFalse
        $found.Cause | Should -Be 'data'
    }
    It 'compares each run of the pipeline once' {
        (Invoke-Fake "'again', 'live', 'again' | Compare-AxflRun live").Equal | Should -Be $false, $true
    }
    It 'compares a job' {
        (Invoke-Fake 'Start-AxflLivePort Ws -RunId ended -AsJob | Tee-Object -Variable job | Compare-AxflRun live; $job | Wait-Job | Remove-Job').Right | Should -Be 'ended'
    }
    It 'compares with the history of a source, paths taken of the session' {
        $found = Invoke-Fake '($found = Compare-AxflRun live -Source csv -DataPath EURUSD=eu.csv -HistoryEndpoint http://127.0.0.1:9).Right; $found.Differences[0].Right'
        $found[0] | Should -Be 'csv'
        $found[1] | Should -Be "EURUSD=$(Join-Path $TestDrive eu.csv);http://127.0.0.1:9"
    }
    It 'hands on assemblies and the strategies registered in the session, ready to run' {
        (Invoke-Fake 'Register-AxflStrategy mine { } -Force; (Compare-AxflRun live again -StrategyAssembly own.dll).Differences').Right |
            Should -Be ";$(Join-Path $TestDrive own.dll);mine"
    }
    It 'takes a second run or a source, not both' {
        { Compare-AxflRun live -DifferenceRun again -Source csv } | Should -Throw -ErrorId 'AmbiguousParameterSet,*'
    }
    It 'ends when there is no run to compare with, and goes on when one of the pipeline is missing' {
        $caught = $null
        try { Compare-AxflRun nowhere again } catch { $caught = $_ }
        $caught.FullyQualifiedErrorId | Should -BeLike 'RunNotFound,*'
        $caught.CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $caught.ErrorDetails.RecommendedAction | Should -BeLike '*-OutputDirectory*'
        (Invoke-Fake "'nowhere', 'again' | Compare-AxflRun live").Right | Should -Be 'again'
        $fakeErrors[0].FullyQualifiedErrorId | Should -BeLike 'RunNotFound,*'
    }
    It 'leaves no work behind at Ctrl-C' {
        Assert-FakeStop 'Compare-AxflRun live -Source oanda -HistoryEndpoint http://slow' -When "$TestDrive/logs/runs/live/compare.begun"
        "$TestDrive/logs/runs/live/compare.cancelled" | Should -Exist
    }
    It 'has a list with cause and first difference, and a table of all' {
        $text = Invoke-Fake 'Compare-AxflRun live again | Out-String -Width 130'
        $text | Should -Match 'Cause\s+: data\r?\nFirst difference : EURUSD closed at another price\r?\nAt \(UTC\)\s+: 2026-03-02 08:05:00'
        $text | Should -Match 'bars: 3 of 1440 differ'
        Invoke-Fake '(Compare-AxflRun live again).Differences | Out-String -Width 130' | Should -Match 'bars\s+1440\s+3 EURUSD 2026-03-02 08:05\s+1\.16408'
    }
}
